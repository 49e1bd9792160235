"""Measure Dateline from the command line: `python -m bench --help`."""

from __future__ import annotations

import functools
import json
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from . import sites, table, times


def measuring(work: Callable[..., Any]) -> Callable[..., None]:
    """Make a command of a function that takes an open site's folder and its size."""

    @click.argument("size", type=click.IntRange(1000))
    @click.option("--folder", type=click.Path(path_type=Path), help="Where the site lies.")
    @functools.wraps(work)
    def command(size: int, folder: Path | None, **more: Any) -> None:
        place = folder or sites.default_folder(size)
        sites.refuse_full_disk(place, size)
        sites.open_site(place)
        found = work(place, size, **more)
        if found:
            click.echo(table.markdown(found))

    return command


def said(text: str) -> None:
    """Tell how far a long thing is, beside the figures."""
    click.echo(text, err=True)


@click.group()
def main() -> None:
    """Measure Dateline on synthetic newsrooms of SIZE articles."""


@main.command()
@measuring
def fill(folder: Path, size: int) -> list[dict[str, Any]]:
    """Make a newsroom and its ledger, or go on where that was left."""
    from dateline.press import touch_all

    from . import filling

    rows = []
    for name, work in (
        ("records", lambda: filling.fill(size, said)),
        ("ledger", touch_all),
    ):
        began = time.process_time()
        work()
        spent = time.process_time() - began
        rows.append({"made": name, "CPU seconds": spent, "CPU ms an article": spent / size * 1000})
    return rows


@main.command()
@click.option("--workers", default=1, help="How many workers press.")
@click.option("--plate", default="", help="Mark the sheets of this plate first; all: every sheet.")
@measuring
def press(folder: Path, size: int, workers: int, plate: str) -> list[dict[str, Any]]:
    """Press what waits, from where it was left."""
    from . import archive

    if plate:
        archive.anew("" if plate == "all" else plate)
    return [archive.press(folder, workers)]


@main.command()
@click.option("--count", default=100, help="How many edits of each kind.")
@click.option("--first", default=0, help="How many edits of each kind came before.")
@click.option("--keep", type=click.Path(path_type=Path), help="Write every figure here as JSON.")
@measuring
def edits(
    folder: Path, size: int, count: int, first: int, keep: Path | None
) -> list[dict[str, Any]]:
    """Measure from an edit to the disk, a row a kind of edit."""
    from . import edits as ways

    found = ways.run(ways.desk(size), count, said, first)
    if keep:
        told = {kind: [asdict(one) for one in some] for kind, some in found.items()}
        keep.write_text(json.dumps(told))
    return times.medians(found)


@main.command()
@click.option("--count", default=5, help="How many takedowns.")
@measuring
def takedown(folder: Path, size: int, count: int) -> list[dict[str, Any]]:
    """Measure taking down what stands in the latest news, a row a takedown."""
    from . import edits as ways
    from . import taken

    return taken.run(ways.desk(size), count, said)


@main.command()
@click.argument("sizes", type=click.IntRange(1000), nargs=-1, required=True)
@click.option("--count", default=100, help="How many edits of each kind in each newsroom.")
def compare(sizes: tuple[int, ...], count: int) -> None:
    """Measure edits in newsrooms of SIZES turn by turn; the ratio of the last to the first."""
    from . import comparing

    for name, rows in comparing.compare(sizes, count, said).items():
        click.echo(f"\n{name}\n\n{table.markdown(rows)}")


@main.command()
@click.option("--count", default=100, help="How many publications.")
@measuring
def form(folder: Path, size: int, count: int) -> list[dict[str, Any]]:
    """Measure the newsroom's real form: to open it, and to publish by it."""
    from . import edits as ways

    return ways.through_the_form(ways.desk(size), count)


@main.command()
@measuring
def serve(folder: Path, size: int) -> list[dict[str, Any]]:
    """Measure the embedded server against nginx."""
    from . import serving

    return serving.compare(folder, sites.newest_address())


@main.command()
@measuring
def weigh(folder: Path, size: int) -> list[dict[str, Any]]:
    """Weigh the database, the press's tables and the sheets, in bytes an article."""
    from . import weights

    return [weights.weights(folder, size)]


@main.command()
@click.option("--count", default=100, help="How many edits of each kind.")
@measuring
def everything(folder: Path, size: int, count: int) -> None:
    """Fill, press, edit, serve and weigh one newsroom; print tables and keep them as JSON."""
    from . import run

    found = run.everything(folder, size, count, said)
    for name, rows in found.items():
        click.echo(f"\n{name}\n\n{table.markdown(rows)}" if isinstance(rows, list) else "")
    (folder / "bench.json").write_text(table.as_json(found))


if __name__ == "__main__":
    main()
