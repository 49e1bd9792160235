"""What the press has done and has to do: figures, and what shows what."""

from __future__ import annotations

from typing import Any

from . import baked, clock, ids, sql
from .errors import PressError
from .pressing import unpacked
from .registry import Item, registry
from .sheets import PART


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


def explain(address: str) -> dict[str, Any]:
    """Return what a sheet read, with the present stamps; raises PressError for an unknown one."""
    rows = sql.fetch(
        "SELECT id, plate, arg, state, bytes, pressed_at, deps FROM press_sheet WHERE path = %s",
        [address],
    )
    if not rows:
        raise PressError(f"no sheet at {address}: `dateline press status` counts what there is")
    number, plate, arg, state, size, at, deps = rows[0]
    job = sql.fetch("SELECT importance, reason FROM press_job WHERE sheet = %s", [number])
    return {
        "address": address,
        "plate": plate,
        "arg": arg,
        "state": state,
        "bytes": size,
        "pressed_at": at,
        "waits": {"importance": job[0][0], "reason": job[0][1]} if job else None,
        "read": sorted(ids.name_of(read) for read in unpacked(bytes(deps))),
    }


def whereis(item: Item) -> list[str]:
    """Return the addresses of all that shows an item now, its baked places among them."""
    kind, ident = item
    reads = [
        ids.facet_read(kind, facet.name, ident, language)
        for facet in registry.facets_of(kind)
        for language in (ids.languages() if facet.lingual else ("",))
    ]
    present = [
        row[0]
        for row in sql.fetch_in("SELECT id FROM press_read WHERE id IN ({}) AND stamp <> 0", reads)
    ]
    rows = sql.fetch_in(
        "SELECT s.path FROM press_edge e JOIN press_sheet s ON s.id = e.sheet"
        " WHERE s.state = 'live' AND e.read IN ({})",
        present,
    )
    held = sql.fetch_in("SELECT path FROM press_sheet WHERE id IN ({})", baked.showing((item,)))
    return sorted({row[0] for row in [*rows, *held] if not row[0].startswith(PART)})
