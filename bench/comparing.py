"""Compare newsrooms of several sizes in one run: some edits in each, turn by turn."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from . import table, times

A_ROUND = 20


def compare(
    sizes: Sequence[int], count: int, tell: Callable[[str], None]
) -> dict[str, list[dict[str, Any]]]:
    """Return medians of so many edits a kind in each newsroom, and how the last is to the first.

    A round is twenty edits a kind in every newsroom, each in a process of its own, so that what
    else the machine does meets all of them alike.
    """
    found: dict[int, dict[str, list[times.Times]]] = {size: {} for size in sizes}
    for turn in range(-(-count // A_ROUND)):
        for size in sizes:
            tell(f"round {turn + 1}, {size:,} articles")
            for kind, some in _measured(size, min(A_ROUND, count), turn).items():
                found[size].setdefault(kind, []).extend(some)
    rows = {size: times.medians(kinds) for size, kinds in found.items()}
    made = {f"{size:,} articles (CPU ms, medians)": rows[size] for size in sizes}
    first, last = sizes[0], sizes[-1]
    made[f"{last:,} articles: times {first:,}"] = table.ratios(rows[first], rows[last])
    return made


def _measured(size: int, count: int, turn: int) -> dict[str, list[times.Times]]:
    """Return what edits took in one newsroom, measured in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "times.json"
        numbers = ["--count", str(count), "--first", str(turn * count), "--keep", str(kept)]
        subprocess.run(  # noqa: S603
            [sys.executable, "-m", "bench", "edits", str(size), *numbers],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        told = json.loads(kept.read_text())
    return {kind: [times.Times(**one) for one in some] for kind, some in told.items()}
