"""dateline check: see whether a site is fit to be read."""

import click


@click.command()
def check() -> None:
    """See whether the site is fit to be read."""
