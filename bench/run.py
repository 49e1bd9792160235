"""Measure one newsroom from its making to its serving: what `make bench` prints."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.press import touch_all

from . import archive, edits, filling, serving, sites, times, weights

FIXED = 2_000_000


def everything(
    folder: Path, size: int, count: int, tell: Callable[[str], None]
) -> dict[str, list[dict[str, Any]]]:
    """Return all figures of a newsroom, a table a subject."""
    filling.fill(size, tell)
    began = time.process_time()
    touched = touch_all()
    spent = time.process_time() - began
    tell("pressing")
    first = archive.press(folder, 2)
    found = {
        "Machine": [machine(size)],
        "Ledger, filled": [{"records": touched, "CPU ms a record": spent / touched * 1000}],
        "First pressing, all sheets": [first],
        "From the edit to the disk (CPU ms, medians)": times.medians(
            edits.run(edits.desk(size), count, tell)
        ),
    }
    found["By the newsroom's form"] = edits.through_the_form(edits.desk(size), count)
    rows = []
    for workers in (1, 2):
        archive.anew("article")
        rows.append(archive.press(folder, workers))
    found["Article sheets again, as after a change of the template"] = rows
    found["Serving one article"] = serving.compare(folder, sites.newest_address())
    found["Weight (bytes an article)"] = [weights.weights(folder, size)]
    found["Memory of the press (MB)"] = [{"most": weights.peak()}]
    return found


def machine(size: int) -> dict[str, Any]:
    """Say where and when, and how fast the machine does a piece of work that never changes."""
    return {
        "articles": size,
        "on": datetime.now(tz=UTC).date().isoformat(),
        "cores": os.cpu_count(),
        "processor": _processor(),
        "Python": platform.python_version(),
        "load": round(os.getloadavg()[0], 1),
        "unit of work (CPU ms)": unit(),
    }


def unit() -> float:
    """Return the least CPU time of counting to two million, in milliseconds."""
    found = []
    for _turn in range(5):
        began = time.process_time()
        total = 0
        for number in range(FIXED):
            total += number
        found.append((time.process_time() - began) * 1000)
    return round(min(found), 1)


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "")
