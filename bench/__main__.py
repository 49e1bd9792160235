"""Measure Dateline from the command line: `python -m bench --help`."""

import time
from pathlib import Path

import click

from . import sites


@click.group()
def main() -> None:
    """Measure Dateline on synthetic newsrooms."""


@main.command()
@click.argument("size", type=int)
@click.option("--folder", type=click.Path(path_type=Path), help="Where the site is to lie.")
def fill(size: int, folder: Path | None) -> None:
    """Make a newsroom of SIZE articles, or go on where it was left."""
    place = folder or sites.default_folder(size)
    sites.refuse_full_disk(place, size)
    sites.open_site(place)
    from . import filling

    began = time.process_time()
    filling.fill(size, click.echo)
    click.echo(f"filled {place} in {time.process_time() - began:.1f} s of CPU")


@main.command()
@click.argument("size", type=int)
@click.option("--folder", type=click.Path(path_type=Path), help="Where the site lies.")
@click.option("--count", default=100, help="How many edits of each kind.")
def edits(size: int, folder: Path | None, count: int) -> None:
    """Measure edits in the newsroom of SIZE articles."""
    sites.open_site(folder or sites.default_folder(size))
    from dateline.staff.models import Edition, User

    from . import edits as ways
    from .records import Place
    from .shape import Shape

    place = Place(Edition.objects.get(is_default=True), Shape(size))
    ways.run(ways.Desk(place, User.objects.get(username=sites.USER)), count, click.echo)


if __name__ == "__main__":
    main()
