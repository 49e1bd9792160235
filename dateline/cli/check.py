"""dateline check: see whether a site is fit to be read."""

import json

import click

from dateline.cli.refusal import Refusal
from dateline.cli.site_context import Door, pass_door


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def check(door: Door, *, as_json: bool) -> None:
    """See whether the site is fit to be read: settings, words, pages, links, disk."""
    site = door.open()
    from dateline.cli.checks import CHECKS
    from dateline.extend.checks import added

    every = (*CHECKS, *added.items())
    found = [(name, finding) for name, look in every for finding in look(site)]
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
