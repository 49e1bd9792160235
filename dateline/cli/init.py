"""dateline init: make a new site."""

import os
from pathlib import Path

import click

from dateline.cli import site_setup
from dateline.cli.refusal import Refusal
from dateline.cli.site_context import may_ask
from dateline.settings.editions import locale_named, zone_named


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="What the site is called.")
@click.option("--language", "languages", multiple=True, help="en-GB; give it once an edition.")
@click.option("--zone", help="The newsroom's time zone, as Europe/Kyiv.")
@click.option("--admin", help="The log-in name of the first administrator.")
@click.option("--email", default="", help="The administrator's e-mail address.")
@click.option("--password", help="The administrator's password; one is made for you if left out.")
def init(
    folder: Path,
    name: str | None,
    languages: tuple[str, ...],
    zone: str | None,
    **admin: str | None,
) -> None:
    """Make a site in DIR; asks for what no option gives, if there is a terminal."""
    if (folder / "dateline.toml").exists():
        raise Refusal(f"{folder} holds a site already; nothing was changed")
    name = name or _asked("The site's name", folder.resolve().name.title())
    given = languages or (_asked("Its languages, with commas", "en-GB"),)
    locales = [locale_named(each, "--language") for text in given for each in _split(text)]
    zone = zone or _asked("Its time zone", local_zone())
    login = admin["admin"] or (
        _asked("The administrator's log-in name", "admin") if may_ask() else ""
    )
    email = admin["email"] or ""
    password = (admin["password"] or _asked_password()) if login else ""
    plan = site_setup.SitePlan(
        name=name,
        zone=zone_named(zone, "--zone"),
        editions=site_setup.edition_codes(locales),
        admin=(login, email, password or site_setup.new_password()) if login else None,
    )
    site_setup.make_site(folder, plan, open_it=lambda made: site_setup.fill_site(made, plan))
    _say(folder, plan, told=not password)


def _asked(question: str, default: str) -> str:
    """Ask at a terminal; elsewhere take the default."""
    return str(click.prompt(question, default=default, err=True)) if may_ask() else default


def _asked_password() -> str:
    """Ask for a password; nothing, or no terminal, has one made."""
    if not may_ask():
        return ""
    text = "The administrator's password (none has one made)"
    return str(click.prompt(text, default="", hide_input=True, show_default=False, err=True))


def _split(text: str) -> tuple[str, ...]:
    """Return the parts of a text with commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def local_zone() -> str:
    """Return this machine's time zone, or UTC."""
    target = Path("/etc/localtime").resolve().as_posix()
    name = os.environ.get("TZ", "").lstrip(":") or target.partition("/zoneinfo/")[2]
    return name or "UTC"


def _say(folder: Path, plan: site_setup.SitePlan, *, told: bool) -> None:
    """Say what was made and what to do next."""
    click.echo(f"Made the site {plan.name} in {folder}")
    for code, locale in plan.editions:
        click.echo(f"  edition /{code}/ in {locale}")
    if plan.admin:
        secret = f", password {plan.admin[2]}" if told else ""
        click.echo(f"  administrator {plan.admin[0]}{secret}")
    else:
        click.echo(f"  no administrator yet: dateline --site {folder} user add NAME")
    click.echo(f"Serve it with: dateline --site {folder} run")
