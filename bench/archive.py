"""Press whole archives and measure it: all of a newsroom, with one worker or two."""

from __future__ import annotations

import resource
import subprocess
import time
from pathlib import Path
from typing import Any

from dateline.press import press_all, sql

from .sites import dateline


def waiting() -> int:
    """Return how many sheets wait to be pressed."""
    return int(sql.fetch("SELECT count(*) FROM press_job")[0][0])


def anew(plate: str = "") -> int:
    """Mark every sheet, or those of one plate, to be pressed anew; return how many wait."""
    if not plate:
        press_all(touch=False)
        return waiting()
    from django.db import transaction

    from dateline.press.ledger import jobs

    numbers = [row[0] for row in sql.fetch("SELECT id FROM press_sheet WHERE plate = %s", [plate])]
    with transaction.atomic():
        jobs.rewrite(numbers, reason="bench")
    return waiting()


def press(folder: Path, workers: int) -> dict[str, Any]:
    """Press what waits with so many workers, from where it was left; return what it took."""
    sheets = waiting()
    spent, began = _children(), time.perf_counter()
    subprocess.run(  # noqa: S603
        dateline("--site", str(folder), "press", "--workers", str(workers)),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    wall, cpu = time.perf_counter() - began, _children() - spent
    return {
        "workers": workers,
        "sheets": sheets,
        "CPU ms a sheet": round(cpu / max(sheets, 1) * 1000, 2),
        "sheets a second a core": round(sheets / cpu, 1),
        "sheets a second": round(sheets / wall, 1),
    }


def _children() -> float:
    """Return the CPU seconds of the processes that we waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
