"""dateline import: read a page into a draft, and publish it if told to."""

import json
from datetime import UTC, datetime

import click

from dateline.cli import pressing
from dateline.cli.import_sources import body_of
from dateline.cli.refusal import Refusal
from dateline.cli.site_context import SiteContext, pass_door

FORMS = ("page",)


@click.command(name="import")
@click.argument("source")
@click.option(
    "--from",
    "form",
    type=click.Choice(FORMS),
    default="page",
    show_default=True,
    help="What SOURCE is.",
)
@click.option("--edition", "code", help="The edition to import into; the default one.")
@click.option("--json", "as_json", is_flag=True, help="Print the draft, save nothing.")
@click.option("--publish", is_flag=True, help="Publish what was read: article, story, newsfeed.")
@pass_door
def import_(
    door: SiteContext, source: str, form: str, code: str | None, *, as_json: bool, publish: bool
) -> None:
    """Read SOURCE, a file of text or HTML or - for standard input, into a draft.

    With --json it works in any folder, without a site.
    """
    if as_json and publish:
        raise click.UsageError("--json saves nothing: leave out --publish, or --json")
    if as_json:
        _print(source)
        return
    _save(door, source, code, publish=publish)


def _print(source: str) -> None:
    """Print the draft of a source as JSON."""
    from dateline.intake.reading import UnreadableSource, read
    from dateline.intake.reading.json_form import as_score

    try:
        draft = read(body_of(source), name=source)
    except UnreadableSource as why:
        raise Refusal(str(why)) from why
    click.echo(json.dumps(as_score(draft), ensure_ascii=False, indent=2))


def _save(door: SiteContext, source: str, code: str | None, *, publish: bool) -> None:
    """Keep the source and its draft in the site, and publish them if told to."""
    site = door.site()
    edition = site.edition(code or site.default_edition)
    body = body_of(source)
    door.open()
    from dateline.intake.actions import UnfitForPublication, import_page
    from dateline.intake.reading import UnreadableSource

    at = datetime.now(UTC)
    try:
        done = import_page(body, name=source, edition=edition.code, publish=publish, at=at)
    except (UnreadableSource, UnfitForPublication) as why:
        raise Refusal(str(why)) from why
    click.echo(str(done))
    if publish and done.article is not None:
        pressing.refuse_parked(pressing.press_everything())
        click.echo(f"{site.address}{_address(done.article.pk)}")


def _address(article: int) -> str:
    """Return the address of a public article; nothing while it may not be seen."""
    from dateline.front.reads.articles import load

    row = load([article]).get(article)
    return row.address if row else " (not public: a hold or a draft)"
