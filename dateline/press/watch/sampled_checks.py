"""Sampled oracle: the worker compares about one sheet in a hundred an hour, when it is idle."""

from __future__ import annotations

import logging
import random
from typing import Any

from django.db import transaction

from dateline.press import clock, sql
from dateline.press.ledger import figures, jobs, sheets
from dateline.press.stores import Store

from . import oracle

log = logging.getLogger("dateline.press")

NAME = "drift"
SHARE, HOUR = 0.01, 3600
MOST = 25
HOURS = 24
MOST_FOUND = 20


def sample(store: Store, seconds: float) -> int:
    """Compare as many sheets as are due after so many seconds; return how many differ.

    What differs is told, kept and pressed anew.
    """
    figure = figures.value(NAME)
    last = sql.fetch("SELECT max(id) FROM press_sheet")[0][0] or 0
    due = figure.get("due", 0.0) + last * SHARE * seconds / HOUR
    figure["due"] = due % 1 if due < MOST else 0.0
    rows = drawn(min(int(due), MOST), last)
    drift = oracle.compare(rows, store) if rows else []
    for one in drift:
        log.error("drift: %s %s", one.path, one.why)
    _mend([one.path for one in drift])
    _count(figure, len(rows), drift)
    figures.keep(NAME, figure)
    return len(drift)


def drawn(most: int, last: int) -> list[tuple[Any, ...]]:
    """Return so many settled sheets, drawn by chance, each once."""
    found = {}
    for _turn in range(most):
        begin = random.randint(1, last)  # noqa: S311
        for row in oracle.settled(begin, 1):
            found[row[0]] = row
    return list(found.values())


def _mend(paths: list[str]) -> None:
    numbers = sheets.numbers_at(paths)
    if numbers:
        with transaction.atomic():
            jobs.rewrite(numbers, reason="drift")


def _count(figure: dict[str, Any], seen: int, drift: list[oracle.Drift]) -> None:
    """Add to the hours' counts and to the list of what was found."""
    at = clock.now()
    hours = figure.setdefault("hours", {})
    hour = hours.setdefault(at.strftime("%Y-%m-%dT%H"), [0, 0])
    hour[0], hour[1] = hour[0] + seen, hour[1] + len(drift)
    figure["hours"] = dict(sorted(hours.items())[-HOURS:])
    new = [{"path": one.path, "why": one.why, "at": at.isoformat()} for one in drift]
    figure["found"] = [*new, *figure.get("found", [])][:MOST_FOUND]


def last_day() -> dict[str, Any]:
    """Return what the samples of the last day found."""
    figure = figures.value(NAME)
    hours = figure.get("hours", {}).values()
    found = figure.get("found", [])
    since = min(figure.get("hours", {}), default=None)
    return {
        "seen": sum(seen for seen, _drift in hours),
        "drift": sum(drift for _seen, drift in hours),
        "since": since,
        "found": found,
    }
