"""dateline press: press what is stale, and tell about sheets."""

import click

from dateline.cli import asking, pressing, telling
from dateline.cli.opening import Door, pass_door


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
    door: Door = ctx.obj
    site = door.open()
    if everything:
        from dateline.press import press_all

        press_all()
    if stay:
        telling.stay(door.folder, workers)
    done = pressing.drain() if workers == 1 else pressing.drain_with(workers, door.folder)
    click.echo(telling.as_json(done) if as_json else pressing.said(done, site))
    pressing.refuse_parked(done)


@press.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def status(door: Door, *, as_json: bool) -> None:
    """Tell what is pressed, what waits, since when, and what was given up."""
    door.open()
    from dateline.press import status as figures

    told = figures()
    click.echo(telling.as_json(told) if as_json else telling.as_lines(told))


@press.command()
@click.option("--sample", type=click.IntRange(1), help="Look at so many sheets, drawn by chance.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def check(door: Door, sample: int | None, *, as_json: bool) -> None:
    """Compare every sheet with a fresh pressing; fails where one differs."""
    door.open()
    asking.check(sample, as_json=as_json)


@press.command()
@click.argument("what")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def explain(door: Door, what: str, *, as_json: bool) -> None:
    """Tell what the sheet at an ADDRESS read, or what shows the thing of a UID."""
    door.open()
    told = asking.explained(what)
    click.echo(telling.as_json(told) if as_json else telling.as_lines(told))


@press.command()
@click.argument("what")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def whereis(door: Door, what: str, *, as_json: bool) -> None:
    """List the addresses that show a thing, named by its UID or as article:9."""
    door.open()
    told = asking.shown(what)
    click.echo(telling.as_json(told) if as_json else "\n".join(told) or "nothing shows it")


@press.command()
@click.option("--most", type=click.IntRange(1), default=200, help="The budget of sheets; 200.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@pass_door
def lint(door: Door, most: int, *, as_json: bool) -> None:
    """List what more than --most sheets show: each change of it presses them all."""
    door.open()
    from dateline.press.figures import largest

    told = [each for each in largest(1000) if each["sheets"] > most]
    lines = [f"{each['sheets']} sheets show {each['read']}" for each in told]
    click.echo(telling.as_json(told) if as_json else "\n".join(lines) or "nothing is over budget")
