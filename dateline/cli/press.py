"""dateline press: press what is stale, and tell about sheets."""

import click

from dateline.cli import missing_words, output, press_queries, pressing
from dateline.cli.site_context import SiteContext, pass_door


@click.group(invoke_without_command=True)
@click.option("--all", "everything", is_flag=True, help="Press every sheet anew.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, help="Processes that press.")
@click.option("--stay", is_flag=True, help="Go on pressing what changes, until told to stop.")
@click.option("--json", "as_json", is_flag=True, help="Tell the result as JSON.")
@click.pass_context
def press(ctx: click.Context, *, everything: bool, workers: int, stay: bool, as_json: bool) -> None:
    """Press what is stale, with one process or several, and end; or --stay."""
    if ctx.invoked_subcommand:
        return
    from dateline.cli.checks import package

    door: SiteContext = ctx.obj
    site = door.open()
    package.refuse_broken_package(site)
    missing_words.refuse_missing_words(edition.locale for edition in site.editions)
    if everything:
        from dateline.press import press_all

        press_all()
    if stay:
        output.keep_workers_up(door.folder, workers)
    done = (
        pressing.press_everything() if workers == 1 else pressing.drain_with(workers, door.folder)
    )
    click.echo(output.as_json(done) if as_json else pressing.pressing_line(done, site))
    pressing.refuse_parked(done)


@press.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def status(door: SiteContext, *, as_json: bool) -> None:
    """Tell what is pressed, what waits, since when, and what was given up."""
    door.open()
    from dateline.press import status as figures

    told = figures()
    click.echo(output.as_json(told) if as_json else output.as_lines(told))


@press.command()
@click.option("--sample", type=click.IntRange(1), help="Look at so many sheets, drawn by chance.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def check(door: SiteContext, sample: int | None, *, as_json: bool) -> None:
    """Compare every sheet with a fresh pressing; fails where one differs."""
    door.open()
    press_queries.check_sheets(sample, as_json=as_json)


@press.command()
@click.argument("what")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def explain(door: SiteContext, what: str, *, as_json: bool) -> None:
    """Tell what the sheet at an ADDRESS read, or what shows the thing of a UID."""
    door.open()
    told = press_queries.explain_address(what)
    click.echo(output.as_json(told) if as_json else output.as_lines(told))


@press.command()
@click.argument("what")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def whereis(door: SiteContext, what: str, *, as_json: bool) -> None:
    """List the addresses that show a thing, named by its UID or as article:9."""
    door.open()
    told = press_queries.addresses_that_show(what)
    click.echo(output.as_json(told) if as_json else "\n".join(told) or "nothing shows it")


@press.command()
@click.option("--most", type=click.IntRange(1), default=200, help="Sheets that show one thing.")
@click.option("--reads", type=click.IntRange(1), default=400, help="Things that one sheet reads.")
@click.option("--size", type=click.IntRange(1), default=250_000, help="Bytes of one page.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def lint(door: SiteContext, most: int, reads: int, size: int, *, as_json: bool) -> None:
    """List what is over budget, and code that asks clock or chance; fails where there is any."""
    door.open()
    press_queries.lint_pages({"sheets": most, "reads": reads, "size": size}, as_json=as_json)


@press.command()
@click.option("--mend", is_flag=True, help="Touch what is found, so that it is pressed.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def audit(door: SiteContext, *, mend: bool, as_json: bool) -> None:
    """Look at every record again; fails where one was written past the press."""
    door.open()
    press_queries.audit_records(mend=mend, as_json=as_json)
