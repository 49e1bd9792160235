"""The change side: what a change of records changes in the ledger, in the same transaction."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import connection, transaction

from dateline.press import hooks, sql
from dateline.press.errors import PressError, Refused
from dateline.press.ledger import (
    change_log,
    item_places,
    jobs,
    notify_workers,
    reads,
    records,
    windows,
)
from dateline.press.ledger.item_places import Place
from dateline.press.ledger.windows import Move
from dateline.press.numbering import ids, indexes
from dateline.press.registry import Item, registry

from . import wanted_sheets

log = logging.getLogger("dateline.press")

AT_ONCE = 200
FEW = 50


@dataclass
class Touched:
    """The result of one touch: reads with new stamps, how many sheets were marked."""

    reads: dict[int, int] = field(default_factory=dict)
    seq: int = 0
    marked: int = 0


@dataclass
class _Edit:
    """The touched items as they are now, before any of it is written."""

    stamps: dict[int, int] = field(default_factory=dict)
    standing: dict[int, set[tuple[str, int]]] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    placed: list[tuple[int, bool, bytes]] = field(default_factory=list)
    wanted: list[wanted_sheets.WantedSheet] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    dead: list[int] = field(default_factory=list)


def touch(*items: Item, what: str = "touch", urgent: bool = False) -> Touched:
    """Find what changed of these items and mark exactly the sheets that show it.

    Must run inside the transaction that changes the records; raises PressError outside.
    urgent: every mark goes to the front (takedown). Touches and filings wait for each other, so
    an uncommitted touch is never filed past.
    """
    if not connection.in_atomic_block:
        raise PressError("touch() belongs inside the transaction that changes the records")
    by_kind: dict[str, set[int]] = {}
    for kind, ident in items:
        by_kind.setdefault(kind, set()).add(int(ident))
    sql.hold_ledger(alone=True)
    names = [f"{kind}:{ident}" for kind, ident in items]
    touched = Touched(seq=change_log.note(what, names))
    edit = _gather(by_kind)
    moves = _place(edit)
    touched.reads = reads.changed(edit.stamps) | windows.keep_up(moves)
    reads.write_stamps(touched.reads, touched.seq)
    touched.marked = wanted_sheets.follow(edit.owners, edit.wanted, urgent=urgent)
    reason = f"{what} {' '.join(names[:8])}"
    touched.marked += jobs.mark_readers(touched.reads, urgent=urgent, reason=reason)
    if len(edit.owners) <= FEW:
        jobs.put_first(edit.owners)
    transaction.on_commit(notify_workers.ring)
    hooks.reached("touched")
    return touched


def _gather(by_kind: dict[str, set[int]]) -> _Edit:
    """Look at every item: its facets' stamps, its places, the sheets that follow from it."""
    edit = _Edit()
    for kind in sorted(by_kind):
        for some in sql.chunks(sorted(by_kind[kind]), AT_ONCE):
            loaded = records.load_rows(kind, some)
            for facet in registry.facets_of(kind):
                records.stamp_facet(facet, some, loaded[facet.rows], edit.stamps)
            for ident in some:
                number = ids.item_number(kind, ident)
                edit.owners.append(number)
                edit.standing[number] = records.placements(kind, ident, loaded)
                if not any(ident in rows for rows in loaded.values()):
                    edit.dead.append(number)
                edit.wanted += wanted_sheets.wanted(kind, ident, number, loaded)
    return edit


def touch_all() -> int:
    """Touch every public item and every item the ledger still holds; return how many.

    For content that came in without touching: first start, imports, a restored backup.
    """
    ids.settle()
    count = 0
    with transaction.atomic():
        wanted_sheets.follow_site()
    for kind in registry.kinds():
        for some in sql.chunks(records.all_ids(kind), AT_ONCE):
            touch_what_can(kind, some, what="audit")
            count += len(some)
    return count


def touch_what_can(kind: str, idents: Sequence[int], *, what: str) -> None:
    """Touch items together; where an address cannot be had, one by one, and tell which."""
    try:
        with transaction.atomic():
            touch(*((kind, ident) for ident in idents), what=what)
    except Refused as why:
        if len(idents) == 1:
            log.error("%s:%s is not pressed: %s", kind, idents[0], why)
            return
        for ident in idents:
            touch_what_can(kind, [ident], what=what)


def _compare_places(
    edit: _Edit, number: int, held: bytes | None, live: bool, new: set[Place]
) -> None:
    """Note which places of an item came and went."""
    body = item_places.packed(new)
    if held == body and live or held is None and not live:
        return
    old, ident = item_places.unpacked(held or b""), number & ids.ID_MASK
    edit.moves += [Move(*place, ident, -1) for place in sorted(old - new)]
    edit.moves += [Move(*place, ident, +1) for place in sorted(new - old)]
    edit.placed.append((number, live, body))


def _place(edit: _Edit) -> list[Move]:
    """Bring the items' placements up to date; return what came and went."""
    held, dead = item_places.held(sorted(edit.standing)), set(edit.dead)
    keys = {key for standing in edit.standing.values() for key, _sort in standing}
    known = indexes.numbers(keys, give=True)
    for number, standing in edit.standing.items():
        new = {(known[key], sort) for key, sort in standing}
        _compare_places(edit, number, held.get(number), number not in dead, new)
    _write_entries(edit.moves)
    sql.do_many(
        "INSERT INTO press_item (id, live, placements) VALUES (%s, %s, %s)"
        " ON CONFLICT (id) DO UPDATE SET live = excluded.live, placements = excluded.placements",
        edit.placed,
    )
    return edit.moves


def _write_entries(moves: list[Move]) -> None:
    counts: Counter[tuple[int, int]] = Counter()
    for one in moves:
        if indexes.counted(one.idx):
            counts[one.idx, one.sort] += one.by
    _write_tallies(counts)
    listed = [one for one in moves if not indexes.counted(one.idx)]
    gone = [(one.idx, one.sort, one.item) for one in listed if one.by < 0]
    come = [(one.idx, one.sort, one.item) for one in listed if one.by > 0]
    sql.do_many("DELETE FROM press_entry WHERE idx = %s AND sort = %s AND item = %s", gone)
    sql.do_many(
        "INSERT INTO press_entry (idx, sort, item) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
        come,
    )


def _write_tallies(counts: Counter[tuple[int, int]]) -> None:
    """Count how many more or less stand at some sorts of counted indexes."""
    sql.do_many(
        "INSERT INTO press_tally (idx, sort, n) VALUES (%s, %s, %s)"
        " ON CONFLICT (idx, sort) DO UPDATE SET n = press_tally.n + excluded.n",
        [(*place, by) for place, by in sorted(counts.items()) if by],
    )
    sql.do_many(
        "DELETE FROM press_tally WHERE idx = %s AND sort = %s AND n = 0",
        [place for place, by in sorted(counts.items()) if by < 0],
    )
