"""dateline check: see whether a site is fit to be read."""

import json
from typing import TYPE_CHECKING

import click

from dateline.cli.refusal import Refusal
from dateline.cli.site_context import SiteContext, pass_door
from dateline.settings.site import SiteConfig

if TYPE_CHECKING:
    from dateline.extend import Finding


def findings(site: SiteConfig) -> list[tuple[str, "Finding"]]:
    """Return all that is found, each with its check; of a broken package nothing but its faults."""
    from dateline.cli.checks import CHECKS, package
    from dateline.extend.checks import added

    broken = [("package", finding) for finding in package.find_faults(site)]
    if broken:
        return broken
    every = (*CHECKS, *added.items())
    return [(name, finding) for name, look in every for finding in look(site)]


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def check(door: SiteContext, *, as_json: bool) -> None:
    """Check whether the site is fit to be read: settings, words, pages, links, disk."""
    site = door.open()
    found = findings(site)
    wrong = sum(finding.level == "wrong" for _name, finding in found)
    if as_json:
        rows = [{"check": name, **finding._asdict()} for name, finding in found]
        click.echo(json.dumps({"wrong": wrong, "found": rows}, ensure_ascii=False, indent=2))
    else:
        for _name, finding in found:
            click.echo(f"{finding.level}: {finding.where}: {finding.said}")
    if wrong:
        raise Refusal(
            f"{wrong} {'things are' if wrong > 1 else 'thing is'} wrong with {site.folder}"
        )
    if not as_json:
        click.echo(f"Nothing is wrong with {site.folder}")
