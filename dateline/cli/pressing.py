"""Drain the press's queue from the command line, telling how far it is."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from dateline.cli.refusal import Refusal
from dateline.settings.site import SiteConfig

LAST_WORD = 10.0
"""Seconds for which caches before the site are still told what changed."""


@contextmanager
def progress(length: int, label: str) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal, elsewhere nothing; yields a function that moves it on."""
    if not sys.stderr.isatty():
        yield lambda _steps: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield lambda steps: bar.update(steps)


def count_waiting_jobs() -> int:
    """Return how many jobs wait in the queue, those given up left out."""
    from dateline.press.watch import status

    return status.waiting()


def press_everything() -> dict[str, Any]:
    """Press everything that is stale in this process; return what was done, in numbers."""
    from dateline import press
    from dateline.press.caches import purges
    from dateline.press.filing import generations
    from dateline.press.marking import sweeps

    sweeps.catch_up()
    generations.begin()
    seen = 0
    with progress(count_waiting_jobs(), "Pressing") as advance:

        def tell(report: press.PressReport) -> None:
            nonlocal seen
            advance(report.count - seen)
            seen = report.count

        report = press.run(tell=tell)
    left = purges.finish(LAST_WORD)
    return {
        "pressed": len(report.pressed),
        "same": len(report.same),
        "removed": len(report.gone),
        "parked": sorted(report.parked),
        **({"to_purge": left} if left else {}),
        "down": report.down,
    }


def drain_with(workers: int, folder: Path) -> dict[str, Any]:
    """Press everything that is stale with several processes; return what is left to tell."""
    from dateline import press

    command = [sys.executable, "-m", "dateline", "--site", str(folder), "child", "press"]
    total = count_waiting_jobs()
    running = [
        subprocess.Popen([*command, "--until-idle", str(number)])  # noqa: S603
        for number in range(1, workers + 1)
    ]
    seen = 0
    with progress(total, "Pressing") as advance:
        while any(process.poll() is None for process in running):
            done = max(total - count_waiting_jobs(), seen)
            advance(done - seen)
            seen = done
            time.sleep(0.5)
    if any(process.returncode for process in running):
        raise Refusal("a press worker failed; the queue keeps what is left: dateline press status")
    return {"workers": workers, "parked": [each["path"] for each in press.status()["parked"]]}


def pressing_line(done: dict[str, Any], site: SiteConfig) -> str:
    """Return a line that tells what was pressed."""
    if "pressed" not in done:
        return f"Nothing is left to press in {site.sheets_place}"
    return (
        f"Pressed {done['pressed']} sheets into {site.sheets_place} "
        f"({done['same']} were as they are, {done['removed']} were removed)"
        + (f"; caches hold {done['to_purge']} as they were" if "to_purge" in done else "")
    )


def refuse_parked(done: dict[str, Any]) -> None:
    """Raise Refusal where the store takes no sheets, or some failed so often as to be given up."""
    if done.get("down"):
        raise Refusal(f"{done['down']}. What is left waits: {count_waiting_jobs()} sheets")
    parked = done["parked"]
    if parked:
        raise Refusal(
            f"{len(parked)} sheets cannot be pressed, {parked[0]} the first; "
            "their earlier files stay. Why: dateline press status"
        )
