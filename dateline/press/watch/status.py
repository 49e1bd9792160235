"""What the press has done and has to do, in figures that cost little at any size.

Nothing here counts millions of rows: what would is taken from the last census, with its time.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from statistics import quantiles
from typing import Any

from dateline.press import clock, sql
from dateline.press.caches import purges
from dateline.press.filing import store_outage
from dateline.press.ledger import figures

from . import census, idle_tasks, sampled_checks
from .audits import NAME as AUDITED

MOST = 10_000
CLASSES = range(6)
LAST = 3000


def status() -> dict[str, Any]:
    """Return the press's figures: sheets, queue by class, parked, drift, waits, fan-outs."""
    counted, at = census.latest()
    return {
        "runs": idle_tasks.is_worker_alive(),
        "store_down": store_outage.current().get("why", ""),
        "sheets": counted.states,
        "edges": counted.edges,
        "edges_per_sheet": round(counted.edges / (sum(counted.states.values()) or 1), 1),
        "largest_fan_outs": counted.fan_outs(5),
        "counted_at": moment(at) if at else None,
        "queue": queue(),
        "parked": parked(),
        "sweeps": _count("press_sweep"),
        "timers": _count("press_timer"),
        "oldest_timer": oldest_timer(),
        "purges": purges.backlog(),
        "changes": sql.fetch("SELECT max(seq) FROM press_change")[0][0] or 0,
        "drift": sampled_checks.last_day(),
        "audit": figures.value(AUDITED),
        **waits(),
    }


def moment(ticks: int) -> str:
    """Return a time of the ledger as ISO 8601."""
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks)).isoformat()


def _count(table: str) -> int:
    """Count a short table; a long one up to a bound."""
    rows = sql.fetch(f"SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT {MOST}) AS few")
    return int(rows[0][0])


def waiting() -> int:
    """Return how many jobs wait in all; counts every row, for a command that waits for them."""
    return int(sql.fetch("SELECT count(*) FROM press_job WHERE parked = %s", [False])[0][0])


def queue() -> dict[str, dict[str, Any]]:
    """Return what waits by class with the age of its oldest; at most MOST looked at each."""
    found = {}
    at = clock.ticks()
    for importance in CLASSES:
        count, oldest = sql.fetch(
            "SELECT count(*), min(queued_at) FROM (SELECT queued_at FROM press_job"
            f" WHERE parked = %s AND importance = %s LIMIT {MOST}) AS few",
            [False, importance],
        )[0]
        if count:
            age = round((at - oldest) / clock.SECOND, 1)
            found[str(importance)] = {"jobs": count, "oldest_seconds": age}
            if count == MOST:
                found[str(importance)]["at_least"] = True
    return found


def parked(most: int = 200) -> list[dict[str, Any]]:
    """Return the sheets that were given up, with the reason."""
    rows = sql.fetch(
        "SELECT s.id, s.path, j.tries, j.reason FROM press_job j"
        " JOIN press_sheet s ON s.id = j.sheet WHERE j.parked = %s ORDER BY s.path LIMIT %s",
        [True, most],
    )
    return [{"sheet": one, "path": path, "tries": n, "why": why} for one, path, n, why in rows]


def oldest_timer() -> dict[str, Any] | None:
    """Return the timer that is due next, or should have fired first."""
    rows = sql.fetch("SELECT due_at, action, ref FROM press_timer ORDER BY due_at, id LIMIT 1")
    if not rows:
        return None
    due, action, ref = rows[0]
    late = max(0, round((clock.ticks() - due) / clock.SECOND, 1))
    return {"due": moment(due), "action": action, "ref": ref, "late_seconds": late}


def waits() -> dict[str, Any]:
    """Return from mark to disk by class, and the share of pressings that gave the same bytes.

    Of the last pressings in the change log, milliseconds.
    """
    by_class: dict[int, list[int]] = {}
    same = total = 0
    for row in last_changes("pressed", LAST):
        detail = row["detail"]
        waited = detail.get("waited", [])
        classes = detail.get("classes") or [detail.get("importance", 5)] * len(waited)
        same, total = same + detail.get("same", 0), total + len(waited)
        for importance, wait in zip(classes, waited, strict=False):
            by_class.setdefault(importance, []).append(wait)
    return {
        "to_disk_ms": {str(one): _middle(by_class[one]) for one in sorted(by_class)},
        "same_bytes": round(same / total, 3) if total else 0.0,
    }


def _middle(values: list[int]) -> dict[str, int]:
    if len(values) == 1:
        return {"p50": values[0], "p99": values[0], "of": 1}
    cuts = quantiles(values, n=100, method="inclusive")
    return {"p50": round(cuts[49]), "p99": round(cuts[98]), "of": len(values)}


def last_changes(what: str, most: int) -> list[dict[str, Any]]:
    """Return rows of one kind among the last so many of the change log, newest first."""
    rows = sql.fetch(
        "SELECT seq, what, subject, detail, at FROM press_change"
        " WHERE seq > (SELECT coalesce(max(seq), 0) - %s FROM press_change)"
        " AND (what = %s OR %s = '') ORDER BY seq DESC",
        [most, what, what],
    )
    return [
        {
            "seq": seq,
            "what": kind,
            "subject": subject.split("\n") if subject else [],
            "detail": json.loads(detail) if isinstance(detail, str) else detail,
            "at": moment(at),
        }
        for seq, kind, subject, detail, at in rows
    ]
