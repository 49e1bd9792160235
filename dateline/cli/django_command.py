"""dateline django: run one of Django's or Wagtail's own commands on a site."""

import sys

import click

from dateline.cli.refusal import Refusal
from dateline.cli.site_context import SiteContext, pass_door, start_django

OURS = {
    "runserver": "dateline run",
    "testserver": "dateline run",
    "publish_scheduled": "dateline run, whose press fires each schedule at its time",
    "migrate": "dateline upgrade, which keeps a backup",
    "createsuperuser": "dateline user add",
    "changepassword": "dateline user password",
}
"""Django's commands that would go past what Dateline does beside them, and what does it."""


@click.command(
    name="django",
    context_settings={
        "ignore_unknown_options": True,
        "allow_interspersed_args": False,
        "help_option_names": [],
    },
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="COMMAND [ARGS]...")
@pass_door
def django(door: SiteContext, arguments: tuple[str, ...]) -> None:
    """Run a command of Django or Wagtail: shell, dbshell, makemigrations, help.

    Outside a site the settings are a new site's, and there is no database.
    """
    from django.core.management import execute_from_command_line

    name = arguments[0] if arguments else "help"
    if name in OURS:
        raise Refusal(f"dateline django {name} is not offered; use: {OURS[name]}")
    start_django(door.folder if door.there() else None)
    sys.argv = ["dateline django", *arguments]
    execute_from_command_line(sys.argv)
