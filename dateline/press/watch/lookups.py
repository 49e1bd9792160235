"""What a sheet read, and what shows a thing."""

from __future__ import annotations

from typing import Any

from dateline.press import sql
from dateline.press.errors import PressError
from dateline.press.ledger import redirects
from dateline.press.numbering import ids
from dateline.press.numbering.paths import PART, folded
from dateline.press.numbering.varints import unpacked
from dateline.press.registry import Item, registry

from .status import moment


def explain(address: str) -> dict[str, Any]:
    """Return what a sheet read, with the present stamps; raises PressError for an unknown one."""
    rows = sql.fetch(
        "SELECT id, plate, arg, state, target, bytes, pressed_at, reason, deps FROM press_sheet"
        " WHERE fold = %s AND path = %s",
        [folded(address), address],
    )
    if not rows:
        raise PressError(f"no sheet at {address}: `dateline press status` counts what there is")
    number, plate, arg, state, target, size, at, reason, deps = rows[0]
    job = sql.fetch("SELECT importance, reason FROM press_job WHERE sheet = %s", [number])
    return {
        "address": address,
        "plate": plate,
        "arg": arg,
        "state": state,
        "leads_to": redirects.end(target) if target else None,
        "bytes": size,
        "pressed_at": moment(at) if at else None,
        "pressed_because": reason,
        "waits": {"importance": job[0][0], "reason": job[0][1]} if job else None,
        "read": _read(unpacked(bytes(deps))),
    }


def _read(deps: set[int]) -> list[dict[str, Any]]:
    """Return reads by name with stamp and time of the last change, the last changed first."""
    rows = sql.fetch_in("SELECT id, stamp, seq FROM press_read WHERE id IN ({})", deps)
    changes = sql.fetch_in(
        "SELECT seq, at, what FROM press_change WHERE seq IN ({})", {row[2] for row in rows}
    )
    when = {seq: (at, what) for seq, at, what in changes}
    told = []
    for read, stamp, seq in sorted(rows, key=lambda row: (-row[2], row[0])):
        at, what = when.get(seq, (None, ""))
        told.append(
            {
                "read": ids.name_of(read),
                "stamp": f"{stamp & (1 << 64) - 1:016x}" if stamp else "absent",
                "changed_at": moment(at) if at else None,
                "by": what,
            }
        )
    return told


def why(item: Item) -> list[dict[str, Any]]:
    """Return the addresses that show an item, when each was pressed last and why."""
    rows = sql.fetch_in(
        "SELECT path, pressed_at, reason FROM press_sheet WHERE fold IN ({})",
        map(folded, whereis(item)),
    )
    return [
        {"address": path, "pressed_at": moment(at) if at else None, "pressed_because": reason}
        for path, at, reason in sorted(rows)
    ]


def reads_of(item: Item) -> list[int]:
    """Return the numbers of all facets of an item, in all languages."""
    kind, ident = item
    return [
        ids.facet_read(kind, facet.name, ident, language)
        for facet in registry.facets_of(kind)
        for language in (ids.languages() if facet.lingual else ("",))
    ]


def waits(item: Item) -> bool:
    """Return whether a sheet that shows an item is still to be pressed; parked ones left out."""
    rows = sql.fetch_in(
        "SELECT 1 FROM press_edge e JOIN press_job j ON j.sheet = e.sheet"
        " WHERE e.read IN ({}) AND j.parked = %s LIMIT 1",
        reads_of(item),
        False,
    )
    return bool(rows)


def own_reads(item: Item, kind: str) -> set[int]:
    """Return the ids of the things of one kind that an item's own sheets show."""
    rows = sql.fetch("SELECT deps FROM press_sheet WHERE owner = %s", [ids.item_number(*item)])
    found = set()
    for (deps,) in rows:
        for read in unpacked(bytes(deps)):
            apart = ids.known(read)
            if apart and apart.facet.startswith(f"{kind}/"):
                found.add(apart.id)
    return found


def whereis(item: Item) -> list[str]:
    """Return the addresses of all that shows an item now: pages, feeds, sitemaps.

    Those that hold a part with it and old addresses that lead to it are among them. A sheet
    that waits for its pressing shows what it showed, though the thing be gone.
    """
    shown = _showing(reads_of(item))
    parts = [ids.hashed_number(ids.PART, path) for path in shown if path.startswith(PART)]
    shown |= _showing(parts) | {path for (path,) in _leading_to(item)}
    return sorted(path for path in shown if not path.startswith(PART))


def _showing(reads: list[int]) -> set[str]:
    """Return the addresses of the sheets, and the names of the parts, that show these reads."""
    rows = sql.fetch_in(
        "SELECT DISTINCT s.path FROM press_edge e JOIN press_sheet s ON s.id = e.sheet"
        " LEFT JOIN press_read r ON r.id = e.read LEFT JOIN press_job j ON j.sheet = s.id"
        " WHERE s.state IN ('live', 'leaving') AND (r.stamp <> 0 OR j.sheet IS NOT NULL)"
        " AND e.read IN ({})",
        reads,
    )
    return {path for (path,) in rows}


def _leading_to(item: Item) -> list[tuple[str]]:
    """Return the addresses that lead to a live page of an item, in the end or as its own word."""
    own = sql.fetch(
        "SELECT path, state FROM press_sheet WHERE owner = %s", [ids.item_number(*item)]
    )
    led = redirects.leading(path for path, state in own if state == "live").values()
    mine = {path: redirects.end(path) for path, state in own if state == "redirect"}
    there = sql.fetch_in(
        "SELECT path FROM press_sheet WHERE fold IN ({}) AND state = 'live'",
        map(folded, mine.values()),
    )
    return [(path,) for path in (*led, *(path for path in mine if (mine[path],) in there))]
