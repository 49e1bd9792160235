"""The change side: what a change of records changes in the ledger, in the same transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from . import ids, jobs, sheets, sql, stamps, wake, windows
from .clock import ticks
from .errors import PressError
from .registry import Facet, Item, RowSet, registry
from .windows import Move

PLACED = "~placed"
AT_ONCE = 200


@dataclass
class Touched:
    """Is what one touch found: reads with new stamps, sheets to press."""

    reads: dict[int, int] = field(default_factory=dict)
    seq: int = 0
    marked: int = 0


def touch(*items: Item, what: str = "touch", urgent: bool = False) -> Touched:
    """Find what changed of these items and mark exactly the sheets that show it.

    Must run inside the transaction that changes the records; raises PressError outside.
    urgent: every mark goes to the front (takedown).
    """
    if not connection.in_atomic_block:
        raise PressError("touch() belongs inside the transaction that changes the records")
    by_kind: dict[str, set[int]] = {}
    for kind, ident in items:
        by_kind.setdefault(kind, set()).add(int(ident))
    touched = Touched(seq=note(what, [f"{kind}:{ident}" for kind, ident in items]))
    for kind, idents in by_kind.items():
        for some in sql.chunks(sorted(idents), AT_ONCE):
            _touch_kind(kind, some, touched, urgent=urgent)
    touched.marked += jobs.mark_readers(touched.reads, urgent=urgent)
    transaction.on_commit(wake.ring)
    return touched


def touch_all() -> int:
    """Touch every public item and every item the ledger still holds; return how many.

    For content that came in without touching: first start, imports, a restored backup.
    """
    ids.settle()
    count = 0
    with transaction.atomic():
        sheets.follow_site()
    for kind in registry.kinds():
        for some in sql.chunks(_all_ids(kind), AT_ONCE):
            with transaction.atomic():
                touch(*((kind, ident) for ident in some), what="audit")
            count += len(some)
    return count


def _all_ids(kind: str) -> list[int]:
    found: set[int] = set()
    for rowset in registry.rowsets.values():
        if rowset.kind == kind and rowset.ids:
            found.update(rowset.ids())
    number = ids.item_number(kind, 0)
    rows = sql.fetch(
        "SELECT id FROM press_item WHERE id >= %s AND id <= %s", [number, number | ids.HASH_MASK]
    )
    found.update(row[0] & ids.HASH_MASK for row in rows)
    return sorted(found)


def note(what: str, subjects: Sequence[str], detail: dict[str, Any] | None = None) -> int:
    """Write one row of the change log; return its number."""
    rows = sql.fetch(
        "INSERT INTO press_change (what, subject, detail, at) VALUES (%s, %s, %s, %s)"
        " RETURNING seq",
        [what, " ".join(subjects[:50]), json.dumps(detail or {}), ticks()],
    )
    return int(rows[0][0])


def _touch_kind(kind: str, idents: list[int], touched: Touched, *, urgent: bool) -> None:
    loaded = load_rows(kind, idents)
    fresh: dict[int, int] = {}
    for facet in registry.facets_of(kind):
        _stamp_facet(facet, idents, loaded[facet.rows], fresh)
    moves = _place(kind, idents, loaded, fresh)
    held = dict(sql.fetch_in("SELECT id, stamp FROM press_read WHERE id IN ({})", fresh))
    changed = {
        read: stamp
        for read, stamp in fresh.items()
        if held.get(read, stamps.ABSENT if stamp == stamps.ABSENT else None) != stamp
    }
    changed |= windows.keep_up(moves)
    write_stamps(changed, touched.seq)
    touched.reads |= changed
    touched.marked += sheets.follow(kind, idents, loaded, urgent=urgent)


def load_rows(kind: str, idents: list[int]) -> dict[str, dict[int, Any]]:
    """Load the rows of these items in every row set that their kind has."""
    sets: list[RowSet] = [one for one in registry.rowsets.values() if one.kind == kind]
    return {one.name: one.load(idents) for one in sets}


def _stamp_facet(
    facet: Facet, idents: list[int], rows: dict[int, Any], fresh: dict[int, int]
) -> None:
    for ident in idents:
        row = rows.get(ident)
        for language in ids.languages() if facet.lingual else ("",):
            read = ids.facet_read(facet.kind, facet.name, ident, language)
            fresh[read] = stamp_of(facet, row, language)


def stamp_of(facet: Facet, row: Any, language: str) -> int:
    """Return the stamp of a facet of a row; ABSENT without one."""
    if row is None:
        return stamps.ABSENT
    value = facet.make(row, language) if facet.lingual else facet.make(row)
    return stamps.stamp(value, facet.version)


def _place(
    kind: str, idents: list[int], loaded: dict[str, dict[int, Any]], fresh: dict[int, int]
) -> list[Move]:
    """Bring the items' placements up to date; return what came and went."""
    numbers = {ident: ids.item_number(kind, ident) for ident in idents}
    held = {
        row[0]: row[1]
        for row in sql.fetch_in(
            "SELECT id, placements FROM press_item WHERE id IN ({})", numbers.values()
        )
    }
    moves: list[Move] = []
    kept: list[tuple[int, bool, str]] = []
    for ident, number in numbers.items():
        new = placements(kind, ident, loaded)
        text = json.dumps(sorted(new))
        live = any(ident in rows for rows in loaded.values())
        fresh[ids.facet_read(kind, PLACED, ident)] = stamps.stamp(text) if live else stamps.ABSENT
        if held.get(number) == text and live:
            continue
        old = {tuple(pair) for pair in json.loads(held.get(number, "[]"))}
        moves += [Move(_index(key), sort, number, -1) for key, sort in old - new]
        moves += [Move(_index(key), sort, number, +1) for key, sort in new - old]
        kept.append((number, live, text))
    _write_entries(moves)
    sql.do_many(
        "INSERT INTO press_item (id, live, placements) VALUES (%s, %s, %s)"
        " ON CONFLICT (id) DO UPDATE SET live = excluded.live, placements = excluded.placements",
        kept,
    )
    return moves


def placements(kind: str, ident: int, loaded: dict[str, dict[int, Any]]) -> set[tuple[str, int]]:
    """Return where an item stands: {(key, sort)}; empty when it is not public."""
    found: set[tuple[str, int]] = set()
    for index in registry.indexes_of(kind):
        row = loaded[index.rows].get(ident)
        if row is not None:
            found.update((key, int(sort)) for key, sort in index.place(row))
    return found


def _index(key: str) -> int:
    return ids.hashed(ids.INDEX, key)


def _write_entries(moves: Iterable[Move]) -> None:
    gone = [(one.idx, one.sort, one.item) for one in moves if one.by < 0]
    come = [(one.idx, one.sort, one.item) for one in moves if one.by > 0]
    sql.do_many("DELETE FROM press_entry WHERE idx = %s AND sort = %s AND item = %s", gone)
    sql.do_many(
        "INSERT INTO press_entry (idx, sort, item) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
        come,
    )


def write_stamps(changed: dict[int, int], seq: int) -> None:
    """Write new stamps, always in the order of their ids: row locks never cross."""
    sql.do_many(
        "INSERT INTO press_read (id, stamp, seq) VALUES (%s, %s, %s)"
        " ON CONFLICT (id) DO UPDATE SET stamp = excluded.stamp, seq = excluded.seq",
        [(read, changed[read], seq) for read in sorted(changed)],
    )
