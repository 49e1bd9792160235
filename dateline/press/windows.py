"""Windows: reads of an index, kept up by the change side without asking more than it must."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from . import ids, sql, stamps

NEWEST, OLDEST, NEIGHBOURS, BESIDE, TALLY = "newest", "oldest", "neighbours", "beside", "tally"


class Ask(NamedTuple):
    """Is a read of an index: which, how, how many, around which point."""

    key: str
    kind: str
    n: int = 0
    at_sort: int | None = None
    at_item: int | None = None

    @property
    def name(self) -> str:
        """Return the name whose hash is the read's number."""
        point = f"@{self.at_sort},{self.at_item}" if self.kind in (NEIGHBOURS, BESIDE) else ""
        return f"{self.kind}{self.n or ''}{point}|{self.key}"


class Move(NamedTuple):
    """Is one placement that came (+1) or went (-1)."""

    idx: int
    sort: int
    item: int
    by: int


class Found(NamedTuple):
    """Is what a window holds, and between which sorts a change concerns it."""

    found: Any
    low: int | None
    high: int | None

    @property
    def stamp(self) -> int:
        """Return the stamp of what the window holds."""
        return stamps.stamp(json.dumps(self.found))


def look(idx: int, ask: Ask) -> Found:
    """Read an index: one range scan."""
    if ask.kind in (NEWEST, OLDEST):
        return _ends(idx, ask)
    if ask.kind == TALLY:
        return Found(_counts(idx), None, None)
    return _around(idx, ask)


def _ends(idx: int, ask: Ask) -> Found:
    way = "DESC" if ask.kind == NEWEST else "ASC"
    rows = sql.fetch(
        f"SELECT item, sort FROM press_entry WHERE idx = %s"  # noqa: S608
        f" ORDER BY sort {way}, item {way} LIMIT %s",
        [idx, ask.n],
    )
    last = rows[-1][1] if len(rows) == ask.n else None
    low, high = (last, None) if ask.kind == NEWEST else (None, last)
    return Found([row[0] for row in rows], low, high)


def _counts(idx: int) -> dict[str, int]:
    rows = sql.fetch(
        "SELECT sort, count(*) FROM press_entry WHERE idx = %s GROUP BY sort ORDER BY sort", [idx]
    )
    return {str(sort): count for sort, count in rows}


def _around(idx: int, ask: Ask) -> Found:
    """Find what stands before and after a point: items (neighbours) or sorts (beside)."""
    point, item = ask.at_sort, ask.at_item
    if ask.kind == NEIGHBOURS:
        before = "(sort < %s OR (sort = %s AND item < %s))"
        after = "(sort > %s OR (sort = %s AND item > %s))"
        values: list[Any] = [point, point, item]
    else:
        before, after, values = "sort < %s", "sort > %s", [point]
    question = "SELECT item, sort FROM press_entry WHERE idx = %s AND "
    earlier = sql.fetch(f"{question}{before} ORDER BY sort DESC, item DESC LIMIT 1", [idx, *values])
    later = sql.fetch(f"{question}{after} ORDER BY sort, item LIMIT 1", [idx, *values])
    column = 0 if ask.kind == NEIGHBOURS else 1
    return Found(
        [earlier[0][column] if earlier else None, later[0][column] if later else None],
        earlier[0][1] if earlier else None,
        later[0][1] if later else None,
    )


def keep_up(moves: Iterable[Move], *, tail_test: bool = True) -> dict[int, int]:
    """Bring every window that moves concern up to date; return read -> new stamp of the changed.

    A move outside a window's bounds costs one comparison and no query.
    """
    by_index: dict[int, list[Move]] = {}
    for move in moves:
        by_index.setdefault(move.idx, []).append(move)
    changed: dict[int, int] = {}
    rows = sql.fetch_in(
        "SELECT read, idx, kind, n, at_sort, at_item, low, high, found FROM press_window"
        " WHERE idx IN ({}) ORDER BY read",
        by_index,
    )
    for read, idx, kind, n, at_sort, at_item, low, high, held in rows:
        near = [one for one in by_index[idx] if concerns(one.sort, low, high)]
        if tail_test and not near:
            continue
        if kind == TALLY:
            fresh = Found(_add(json.loads(held), by_index[idx]), None, None)
        else:
            fresh = look(idx, Ask("", kind, n, at_sort, at_item))
        text = json.dumps(fresh.found)
        if (text, fresh.low, fresh.high) != (held, low, high):
            sql.do(
                "UPDATE press_window SET found = %s, low = %s, high = %s WHERE read = %s",
                [text, fresh.low, fresh.high, read],
            )
        if text != held:
            changed[read] = fresh.stamp
    return changed


def concerns(sort: int, low: int | None, high: int | None) -> bool:
    """Return whether a change at this sort may change a window with these bounds."""
    return (low is None or sort >= low) and (high is None or sort <= high)


def _add(counts: dict[str, int], moves: list[Move]) -> dict[str, int]:
    for move in moves:
        key = str(move.sort)
        counts[key] = counts.get(key, 0) + move.by
    kept = {key: count for key, count in counts.items() if count}
    return dict(sorted(kept.items(), key=lambda pair: int(pair[0])))


def keep(read: int, idx: int, ask: Ask, found: Found) -> None:
    """Keep a window that a sheet has read, so that the change side keeps it up."""
    sql.do(
        "INSERT INTO press_window (read, idx, kind, n, at_sort, at_item, low, high, found)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (read) DO NOTHING",
        [
            read,
            idx,
            ask.kind,
            ask.n,
            ask.at_sort,
            ask.at_item,
            found.low,
            found.high,
            json.dumps(found.found),
        ],
    )


def number(ask: Ask) -> int:
    """Return the number of a window's read."""
    return ids.hashed_number(ids.WINDOW, ask.name)
