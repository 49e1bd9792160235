"""What the press has done and has to do: figures, and what shows what."""

from __future__ import annotations

from typing import Any

from . import clock, ids, sql


def status() -> dict[str, Any]:
    """Return the press's figures: sheets by state, queue and its age by class, parked sheets."""
    at = clock.ticks()
    queue = {
        str(importance): {"jobs": count, "oldest_seconds": round((at - oldest) / clock.SECOND, 1)}
        for importance, count, oldest in sql.fetch(
            "SELECT importance, count(*), min(queued_at) FROM press_job WHERE parked = %s"
            " GROUP BY importance ORDER BY importance",
            [False],
        )
    }
    parked = [
        {"path": path, "tries": tries, "why": why}
        for path, tries, why in sql.fetch(
            "SELECT s.path, j.tries, j.reason FROM press_job j JOIN press_sheet s ON s.id = j.sheet"
            " WHERE j.parked = %s ORDER BY s.path",
            [True],
        )
    ]
    return {
        "sheets": dict(sql.fetch("SELECT state, count(*) FROM press_sheet GROUP BY state")),
        "reads": _count("press_read"),
        "edges": _count("press_edge"),
        "windows": _count("press_window"),
        "queue": queue,
        "parked": parked,
        "sweeps": _count("press_sweep"),
        "timers": _count("press_timer"),
        "changes": _count("press_change"),
        "largest_fan_outs": largest(5),
    }


def _count(table: str) -> int:
    return int(sql.fetch(f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608


def largest(most: int) -> list[dict[str, Any]]:
    """Return the reads that most sheets show."""
    rows = sql.fetch(
        "SELECT read, count(*) AS sheets FROM press_edge GROUP BY read"
        " ORDER BY sheets DESC LIMIT %s",
        [most],
    )
    return [{"read": ids.name_of(read), "sheets": count} for read, count in rows]
