"""Gather the commands under one door, `dateline`."""

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from dateline.cli import (
    check,
    children,
    demo,
    deploy,
    django_command,
    importing,
    init,
    package,
    press,
    run,
    upgrade,
    user,
)
from dateline.cli.refusal import closing
from dateline.cli.site_context import SiteContext


class Commands(click.Group):
    """A group of commands that ends each with one line and a status, never a traceback."""

    def main(self, args: Sequence[str] | None = None, *more: Any, **options: Any) -> Any:
        """Run one command and end the process."""
        options["standalone_mode"] = False
        run_it = super().main
        given = list(args) if args is not None else None
        closing(lambda: run_it(given, *more, **options), debug=lambda: SiteContext.debugging)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; names the nearest where there is none."""
        if args and args[0] not in self.commands:
            close = get_close_matches(args[0], list(self.commands), n=1)
            hint = f"; did you mean {close[0]}?" if close else ""
            raise click.UsageError(f"no command {args[0]!r}{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--site",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The site's folder; the current one, or DATELINE_SITE.",
)
@click.option("--debug", is_flag=True, help="Show where an error comes from.")
@click.version_option(package_name="dateline", message="dateline %(version)s")
@click.pass_context
def dateline(ctx: click.Context, folder: Path | None, *, debug: bool) -> None:
    """Publish news: a newsroom, a press and readers' pages, from one command."""
    place = folder or Path(os.environ.get("DATELINE_SITE") or ".")
    SiteContext.debugging = debug
    ctx.obj = SiteContext(place)


for command in (
    init.init,
    package.package,
    run.run,
    demo.demo,
    importing.import_,
    press.press,
    check.check,
    user.user,
    upgrade.upgrade,
    deploy.deploy,
    django_command.django,
    children.child,
):
    dateline.add_command(command)
