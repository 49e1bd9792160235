"""Drain the press's queue from the command line, telling how far it is."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from dateline.settings.site import SiteConfig

BATCH = 64


def drain(site: SiteConfig, *, quiet: bool = False) -> int:
    """Press everything that is stale in this process; return how many sheets were looked at."""
    from dateline import press

    waiting = press.status().waiting
    done = 0
    with progress(waiting, "Pressing") as advance:
        while True:
            report = press.run(limit=BATCH)
            if not report.done:
                break
            done += report.done
            advance(report.done)
    if not quiet:
        click.echo(f"Pressed {done} sheets into {site.sheets_dir}")
    return done


@contextmanager
def progress(length: int, label: str) -> Iterator[object]:
    """Show a bar on a terminal, elsewhere nothing; yields a function that advances it."""
    if not sys.stderr.isatty():
        yield lambda _steps: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield bar.update
