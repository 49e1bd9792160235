"""What is baked into linked slots: which items each version of a part showed, and where it is.

A page does not depend on what its slot holds, so no edge leads from a headline in the rail to
the pages that had it baked in. These rows do, for takedown, `whereis` and the oracle.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.press import clock, sql
from dateline.press.numbering import ids
from dateline.press.numbering.paths import folded
from dateline.press.registry import Item
from dateline.press.rendering.reader import Linked

KEEP = 30 * 24 * 3600 * clock.SECOND
MOST_PRUNED = 2000
FOR_EVER = (1 << 63) - 1


def version(last: int) -> int:
    """Return the number of a part's next version: later ones are higher, in any ledger.

    Milliseconds, so that a site whose ledger was made anew does not count from 1 again while
    readers still hold pages with a high number.
    """
    return max(last + 1, clock.ticks() * 1000 // clock.SECOND)


def keep(part: int, items: Iterable[Item], *, seq: int, last: int) -> None:
    """Note which items a part's version shows; those that it shows no longer end with the last."""
    now = {ids.item_number(kind, ident) for kind, ident in items}
    rows = sql.fetch(
        "SELECT item FROM press_part_item WHERE part = %s AND to_seq IS NULL ORDER BY item", [part]
    )
    held = {row[0] for row in rows}
    if seq != last:
        sql.do_in(
            "UPDATE press_part_item SET to_seq = %s, ended_at = %s"
            " WHERE part = %s AND to_seq IS NULL AND item IN ({})",
            sorted(held - now),
            *(last, clock.ticks(), part),
        )
    sql.do_many(
        "INSERT INTO press_part_item (item, part, from_seq) VALUES (%s, %s, %s)"
        " ON CONFLICT DO NOTHING",
        [(item, part, seq) for item in sorted(now - held)],
    )


def versions(slots: Iterable[Linked]) -> set[tuple[int, int]]:
    """Return which versions of which parts these slots have baked in."""
    return {(one.read, one.seq) for one in slots if one.soft and one.seq}


def bake(slots: Mapping[int, Iterable[Linked]]) -> None:
    """Note which versions sheets hold now."""
    sql.do_in("DELETE FROM press_soft WHERE sheet IN ({})", slots)
    sql.do_many(
        "INSERT INTO press_soft (sheet, part, seq) VALUES (%s, %s, %s)",
        [(sheet, *one) for sheet, some in slots.items() for one in sorted(versions(some))],
    )


def showing(items: Iterable[Item]) -> list[int]:
    """Return the sheets that hold a version of a part which showed one of these items."""
    return holding(ids.item_number(kind, ident) for kind, ident in items)


def holding(items: Iterable[int]) -> list[int]:
    """Return the same for numbers of items."""
    rows = sql.fetch_in(
        "SELECT DISTINCT s.sheet FROM press_part_item i JOIN press_soft s ON s.part = i.part"
        f" AND s.seq >= i.from_seq AND s.seq <= COALESCE(i.to_seq, {FOR_EVER})"
        " WHERE i.item IN ({})",
        sorted(set(items)),
    )
    return sorted({row[0] for row in rows})


def shown_on(sheets: Iterable[int]) -> list[tuple[int, Item]]:
    """Return what is baked into these sheets: pairs of sheet and item."""
    rows = sql.fetch_in(
        "SELECT DISTINCT s.sheet, i.item FROM press_soft s JOIN press_part_item i"
        f" ON i.part = s.part AND s.seq >= i.from_seq AND s.seq <= COALESCE(i.to_seq, {FOR_EVER})"
        " WHERE s.sheet IN ({})",
        sheets,
    )
    return [(sheet, ids.item_of(item)) for sheet, item in sorted(rows)]


def dead(parts: Iterable[int]) -> set[int]:
    """Return those parts whose present text shows something that is public no longer."""
    rows = sql.fetch_in(
        "SELECT DISTINCT i.part FROM press_part_item i JOIN press_item p ON p.id = i.item"
        " WHERE i.part IN ({}) AND i.to_seq IS NULL AND NOT p.live",
        sorted(parts),
    )
    return {row[0] for row in rows}


def current(slots: Iterable[Linked]) -> set[tuple[int, int]]:
    """Return those parts and versions that are still the newest, and show nothing that is gone.

    A touch that takes something away finds the sheets that hold it: it comes before a filing,
    and this finds it, or after it, and finds what was baked.
    """
    names = ids.names_of(read for read, _seq in versions(slots))
    folds = {folded(path): read for read, path in names.items()}
    rows = sql.fetch_in(
        "SELECT fold, pressed_seq FROM press_sheet WHERE fold IN ({})", sorted(folds)
    )
    gone = dead(names)
    return {(folds[fold], seq) for fold, seq in rows if folds[fold] not in gone}


def prune() -> int:
    """Forget what parts showed more than 30 days ago and no sheet holds any more."""
    return sql.do(
        "DELETE FROM press_part_item WHERE (item, part, from_seq) IN (SELECT item, part, from_seq"
        " FROM press_part_item i WHERE ended_at < %s AND NOT EXISTS (SELECT 1 FROM press_soft s"
        " WHERE s.part = i.part AND s.seq >= i.from_seq AND s.seq <= i.to_seq) LIMIT %s)",
        [clock.ticks() - KEEP, MOST_PRUNED],
    )
