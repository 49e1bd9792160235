"""dateline demo: fill a site with the sample newsroom, press it and serve it."""

import tomllib
from datetime import UTC, datetime

import click

from dateline.cli import pressing, site_setup
from dateline.cli.refusal import Refusal
from dateline.cli.run import override, refuse_taken, serve
from dateline.cli.site_context import SiteContext, pass_door
from dateline.settings.package_folder import PACKAGE
from dateline.settings.site import SiteConfig


@click.command()
@click.option("--no-serve", is_flag=True, help="Fill and press, and end.")
@click.option("--host", help="The address to listen on instead of server.host.")
@click.option("--port", type=click.IntRange(1, 65533), help="The port instead of server.port.")
@pass_door
def demo(door: SiteContext, host: str | None, port: int | None, *, no_serve: bool) -> None:
    """Make a site where there is none, fill it with the sample newsroom, press and serve it."""
    override(host, port)
    site = door.open() if door.there() else _make(door)
    if not no_serve:
        refuse_taken(site)
    _fill(site)
    done = pressing.press_everything()
    click.echo(pressing.pressing_line(done, site))
    pressing.refuse_parked(done)
    if not no_serve:
        serve(door.folder, set())


def _make(door: SiteContext) -> SiteConfig:
    """Make the demo's site, under the names that its content has."""
    content = tomllib.loads((PACKAGE / "demo/content/newsroom.toml").read_text(encoding="utf-8"))
    plan = site_setup.SitePlan(
        name=content["brand"]["en"],
        zone="Europe/Kyiv",
        editions=site_setup.edition_codes(["en-GB", "uk-UA"]),
        brands=content["brand"],
    )
    return site_setup.make_site(
        door.folder, plan, open_it=lambda made: site_setup.fill_site(made, plan)
    )


def _fill(site: SiteConfig) -> None:
    """Fill the site with the sample newsroom; nothing, where it has been."""
    from dateline.demo.actions import NoEdition, fill_demo

    click.echo("Filling the demo newsroom", err=True)
    try:
        report = fill_demo(at=datetime.now(UTC))
    except NoEdition as why:
        raise Refusal(str(why)) from why
    if not report.filled:
        click.echo(
            f"{site.folder} holds articles already; nothing was filled in (forgotten a password: "
            f"dateline --site {site.folder} user password NAME)"
        )
        return
    counted = ", ".join(f"{count} {name}" for name, count in report.made.items())
    click.echo(f"Filled {site.folder} with {counted}")
    for login in report.logins:
        click.echo(f"  log in as {login.username}, password {login.password} ({login.role})")
