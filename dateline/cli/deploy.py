"""dateline deploy: print configuration for servers that stand before a site."""

from dataclasses import replace
from pathlib import Path

import click

from dateline.cli import deploying
from dateline.cli.refusal import Refusal
from dateline.cli.site_context import SiteContext, pass_door

UNITS = ("dateline.service", "dateline-check.service", "dateline-check.timer")
tls = (
    click.option("--certificate", default="", help="The TLS certificate's file."),
    click.option("--key", default="", help="The TLS key's file."),
    click.option("--no-tls", is_flag=True, help="Serve without TLS, behind something that has it."),
    click.option(
        "--port", type=click.IntRange(1, 65535), help="Listen there; 443, 80 without TLS."
    ),
)


@click.group()
def deploy() -> None:
    """Print configuration for nginx, Caddy, Varnish and systemd."""


@deploy.command()
@tls[0]
@tls[1]
@tls[2]
@tls[3]
@click.option("--cache", default="", help="Where nginx keeps what it fetched from a bucket.")
@pass_door
def nginx(
    door: SiteContext, certificate: str, key: str, port: int | None, *, no_tls: bool, cache: str
) -> None:
    """Print a configuration for nginx, which serves the pressed files itself."""
    wish = _wish(certificate, key, port, no_tls=no_tls)
    wish = replace(wish, cache=cache or wish.cache)
    click.echo(deploying.configuration_file("nginx.conf", door.site(), wish), nl=False)


@deploy.command()
@tls[0]
@tls[1]
@tls[2]
@tls[3]
@pass_door
def caddy(door: SiteContext, certificate: str, key: str, port: int | None, *, no_tls: bool) -> None:
    """Print a Caddyfile; Caddy gets its certificates by itself, unless they are named."""
    wish = _wish(certificate, key, port, no_tls=no_tls)
    click.echo(deploying.configuration_file("Caddyfile", door.site(), wish), nl=False)


@deploy.command()
@click.option("--behind", type=click.IntRange(1, 65535), help="The port of nginx or Caddy.")
@click.option("--purger", "purgers", multiple=True, help="A machine that may purge; this one.")
@pass_door
def varnish(door: SiteContext, behind: int | None, purgers: tuple[str, ...]) -> None:
    """Print a configuration for Varnish, a cache before the site that is told to forget."""
    wish = deploying.DeployOptions(behind=behind or 0)
    wish = replace(wish, purgers=purgers or wish.purgers)
    click.echo(deploying.configuration_file("varnish.vcl", door.site(), wish), nl=False)


@deploy.command()
@click.option("--user", default="dateline", show_default=True, help="Whom the site runs as.")
@click.option(
    "--into", type=click.Path(path_type=Path), help="Write the units into this folder instead."
)
@pass_door
def systemd(door: SiteContext, user: str, into: Path | None) -> None:
    """Print units that keep the site up and look it over every night."""
    site = door.site()
    texts = {
        name: deploying.configuration_file(name, site, deploying.DeployOptions(user=user))
        for name in UNITS
    }
    if into is None:
        click.echo("\n".join(texts.values()), nl=False)
        return
    for name, text in texts.items():
        try:
            (into / name).write_text(text, encoding="utf-8")
        except OSError as why:
            raise Refusal(f"{into / name} cannot be written: {why.strerror}") from why
        click.echo(into / name)


def _wish(certificate: str, key: str, port: int | None, *, no_tls: bool) -> deploying.DeployOptions:
    """Return what was asked for; a certificate and its key go together."""
    if bool(certificate) != bool(key):
        raise click.UsageError("--certificate and --key go together")
    if certificate and no_tls:
        raise click.UsageError("--no-tls needs no --certificate")
    return deploying.DeployOptions(not no_tls, certificate, key, port or 0)
