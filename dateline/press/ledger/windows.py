"""Windows: reads of an index, kept up by the change side without asking more than it must."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from dateline.press import sql
from dateline.press.errors import PressError
from dateline.press.numbering import ids, indexes, stamps
from dateline.press.registry import registry

from . import item_places

NEWEST, OLDEST, NEIGHBOURS, BESIDE, TALLY = "newest", "oldest", "neighbours", "beside", "tally"


AT_ONCE = 100
NOBODY = 0
"""Stands for items of a counted index: nobody is to know which they are."""


class Ask(NamedTuple):
    """A read of an index: which, how, how many, around which point or item.

    Neighbours are asked of an item, beside of a sort. Items are named by their own ids, for an
    index holds one kind. A neighbour's at_sort is where the item stands now, and no part of the
    read's name.
    """

    key: str
    kind: str
    n: int = 0
    at_sort: int | None = None
    at_item: int | None = None

    @property
    def name(self) -> str:
        """Return the name whose hash is the read's number."""
        point = {NEIGHBOURS: f"@{self.at_item}", BESIDE: f"@{self.at_sort}"}.get(self.kind, "")
        return f"{self.kind}{self.n or ''}{point}|{self.key}"


class Move(NamedTuple):
    """One placement that came (+1) or went (-1)."""

    idx: int
    sort: int
    item: int
    by: int


class WindowContent(NamedTuple):
    """The content of a window, and between which sorts a change concerns it."""

    found: Any
    low: int | None
    high: int | None

    @property
    def stamp(self) -> int:
        """Return the stamp of what the window holds."""
        return stamps.stamp(json.dumps(self.found))


def seek(ask: Ask) -> tuple[Ask, WindowContent]:
    """Read an index for a sheet; return the ask with where its item stands now."""
    if ask.kind == NEIGHBOURS:
        ask = ask._replace(at_sort=_place_of(ask))
    return ask, look(indexes.number(ask.key), ask)


def _place_of(ask: Ask) -> int | None:
    number = ids.item_number(registry.index_of(ask.key).kind, ask.at_item or 0)
    body = item_places.held([number]).get(number, b"")
    return dict(item_places.unpacked(body)).get(indexes.number(ask.key))


def entries(key: str) -> list[tuple[int, int]]:
    """Return the whole of an index as (sort, item), of a counted one NOBODY for each item."""
    idx = indexes.number(key)
    if indexes.counted(idx):
        return [(int(sort), NOBODY) for sort, n in _counts(idx).items() for _one in range(n)]
    question = "SELECT sort, item FROM press_entry WHERE idx = %s"
    return [(row[0], row[1]) for row in sql.fetch(question, [idx])]


def look_among(entries: list[tuple[int, int]], ask: Ask) -> WindowContent:
    """Read a window from a list of (sort, item) in order: what look() says of the same rows."""
    if ask.kind in (NEWEST, OLDEST):
        some = entries[: ask.n] if ask.kind == OLDEST else entries[::-1][: ask.n]
        return WindowContent([item for _sort, item in some], None, None)
    if ask.kind == TALLY:
        counts: dict[str, int] = {}
        for sort, _item in entries:
            counts[str(sort)] = counts.get(str(sort), 0) + 1
        return WindowContent(counts, None, None)
    if ask.kind == BESIDE and ask.at_sort is not None:
        before = [sort for sort, _item in entries if sort < ask.at_sort]
        after = [sort for sort, _item in entries if sort > ask.at_sort]
        return WindowContent([max(before, default=None), min(after, default=None)], None, None)
    items = [item for _sort, item in entries]
    if ask.at_item not in items:
        return WindowContent([None, None], None, None)
    at = items.index(ask.at_item)
    beside = [items[at - 1] if at else None, items[at + 1] if at + 1 < len(items) else None]
    return WindowContent(beside, None, None)


def look(idx: int, ask: Ask) -> WindowContent:
    """Read an index: one range scan. Raises PressError for items of a counted index."""
    if indexes.counted(idx) and ask.kind not in (BESIDE, TALLY):
        raise PressError(f"“{ask.key}” is counted: it can be asked for tallies, not for items")
    if ask.kind in (NEWEST, OLDEST):
        return _ends(idx, ask)
    if ask.kind == TALLY:
        return WindowContent(_counts(idx), None, None)
    return _around(idx, ask)


def _ends(idx: int, ask: Ask) -> WindowContent:
    way = "DESC" if ask.kind == NEWEST else "ASC"
    rows = sql.fetch(
        f"SELECT item, sort FROM press_entry WHERE idx = %s"  # noqa: S608
        f" ORDER BY sort {way}, item {way} LIMIT %s",
        [idx, ask.n],
    )
    last = rows[-1][1] if len(rows) == ask.n else None
    low, high = (last, None) if ask.kind == NEWEST else (None, last)
    return WindowContent([row[0] for row in rows], low, high)


def _counts(idx: int) -> dict[str, int]:
    question = "SELECT sort, count(*) FROM press_entry WHERE idx = %s GROUP BY sort ORDER BY sort"
    if indexes.counted(idx):
        question = "SELECT sort, n FROM press_tally WHERE idx = %s ORDER BY sort"
    rows = sql.fetch(question, [idx])
    return {str(sort): count for sort, count in rows}


def _around(idx: int, ask: Ask) -> WindowContent:
    """Find what stands before and after a point: items (neighbours) or sorts (beside)."""
    if ask.at_sort is None:
        return WindowContent([None, None], None, None)
    earlier, later = _nearest(idx, ask.at_sort, ask.at_item if ask.kind == NEIGHBOURS else None)
    column = 0 if ask.kind == NEIGHBOURS else 1
    return WindowContent(
        [earlier[column] if earlier else None, later[column] if later else None], None, None
    )


def _nearest(idx: int, sort: int, item: int | None) -> list[tuple[int, int] | None]:
    """Return the (item, sort) before and after a point; of other sorts only, without an item."""
    before, after, values = "sort < %s", "sort > %s", [sort]
    if item is not None:
        before = f"({before} OR (sort = %s AND item < %s))"
        after = f"({after} OR (sort = %s AND item > %s))"
        values += [sort, item]
    question, at_once = "SELECT item, sort FROM press_entry WHERE idx = %s AND ", "sort, item"
    if indexes.counted(idx):
        question, at_once = "SELECT n, sort FROM press_tally WHERE idx = %s AND ", "sort"
    backwards = at_once.replace(",", " DESC,")
    earlier = sql.fetch(f"{question}{before} ORDER BY {backwards} DESC LIMIT 1", [idx, *values])
    later = sql.fetch(f"{question}{after} ORDER BY {at_once} LIMIT 1", [idx, *values])
    return [(rows[0][0], rows[0][1]) if rows else None for rows in (earlier, later)]


def keep_up(moves: Iterable[Move], *, tail_test: bool = True) -> dict[int, int]:
    """Bring every window that moves concern up to date; return read -> new stamp of the changed.

    Entries must have been written. A move outside a window's bounds costs one comparison and
    no query; of neighbours and points only those at a move are looked at, however many there
    are.
    """
    by_index: dict[int, list[Move]] = {}
    for move in moves:
        by_index.setdefault(move.idx, []).append(move)
    refreshed: list[_NewContent] = []
    for window in _kept(f"idx IN ({{}}) AND kind IN ('{NEWEST}', '{OLDEST}', '{TALLY}')", by_index):
        near = [one for one in by_index[window.idx] if concerns(one.sort, window.low, window.high)]
        if near or not tail_test:
            refreshed += _refresh(window, by_index[window.idx])
    for idx, kind in _around_points(by_index):
        some = by_index[idx]
        for window in _beside(idx, some) if kind == BESIDE else _neighbours(idx, some):
            refreshed += _refresh(window, some)
    sql.do_many(
        "UPDATE press_window SET found = %s, low = %s, high = %s, at_sort = %s WHERE read = %s",
        [(one.text, one.low, one.high, one.at_sort, one.read) for one in refreshed],
    )
    return {one.read: one.stamp for one in refreshed if one.stamp is not None}


class _WindowRow(NamedTuple):
    """One row of press_window."""

    read: int
    idx: int
    kind: str
    n: int
    at_sort: int | None
    at_item: int | None
    low: int | None
    high: int | None
    found: str


class _NewContent(NamedTuple):
    """The new content of a window. stamp: None where the content is the same."""

    read: int
    text: str
    low: int | None
    high: int | None
    at_sort: int | None
    stamp: int | None


_COLUMNS = "SELECT read, idx, kind, n, at_sort, at_item, low, high, found FROM press_window"


def _kept(where: str, values: Iterable[int]) -> list[_WindowRow]:
    question = f"{_COLUMNS} WHERE {where} ORDER BY read"
    return [_WindowRow(*row) for row in sql.fetch_in(question, values)]


def _refresh(window: _WindowRow, moves: list[Move]) -> list[_NewContent]:
    """Read one window again; return what of it changed, if anything."""
    sort = window.at_sort
    if window.kind == TALLY:
        fresh = WindowContent(_add(json.loads(window.found), moves), None, None)
    else:
        if window.kind == NEIGHBOURS:
            sort = _stands_at(moves, window.at_item, sort)
        fresh = look(window.idx, Ask("", window.kind, window.n, sort, window.at_item))
    text = json.dumps(fresh.found)
    held = (window.found, window.low, window.high, window.at_sort)
    if (text, fresh.low, fresh.high, sort) == held:
        return []
    stamp = fresh.stamp if text != window.found else None
    return [_NewContent(window.read, text, fresh.low, fresh.high, sort, stamp)]


def _stands_at(moves: list[Move], item: int | None, before: int | None) -> int | None:
    """Return where an item stands after these moves."""
    sort = before
    for move in moves:
        if move.item == item and move.by < 0 and move.sort == sort:
            sort = None
    for move in moves:
        if move.item == item and move.by > 0:
            sort = move.sort
    return sort


def _beside(idx: int, moves: list[Move]) -> list[_WindowRow]:
    """Return the points of an index between whose nearest sorts something moved."""
    found: dict[int, _WindowRow] = {}
    for sort in {move.sort for move in moves}:
        earlier, later = _nearest(idx, sort, None)
        where = f"idx = %s AND kind = '{BESIDE}'"
        values = [idx]
        for side, way in ((earlier, ">="), (later, "<=")):
            if side is not None:
                where += f" AND at_sort {way} %s"
                values.append(side[1])
        rows = sql.fetch(f"{_COLUMNS} WHERE {where}", values)
        found.update((row[0], _WindowRow(*row)) for row in rows)
    return [found[read] for read in sorted(found)]


def _neighbours(idx: int, moves: list[Move]) -> list[_WindowRow]:
    """Return the neighbour windows of moved items and of those that they came or went beside."""
    items = {move.item for move in moves}
    for move in moves:
        items |= {side[0] for side in _nearest(idx, move.sort, move.item) if side}
    key = indexes.key_of(idx)
    reads = [number(Ask(key, NEIGHBOURS, at_item=item)) for item in items]
    return _kept("read IN ({})", reads)


def _around_points(indexes: Iterable[int]) -> list[tuple[int, str]]:
    """Return in which of these indexes sheets have asked for neighbours, or what is beside."""
    found: list[tuple[int, str]] = []
    asked = [(idx, kind) for idx in indexes for kind in (BESIDE, NEIGHBOURS)]
    one = (
        "SELECT * FROM (SELECT idx, kind FROM press_window WHERE idx = %s AND kind = %s LIMIT 1)"
        " AS first_row"
    )
    for some in sql.chunks(asked, AT_ONCE):
        question = " UNION ALL ".join([one] * len(some))
        rows = sql.fetch(question, [value for pair in some for value in pair])
        found += [(idx, kind) for idx, kind in rows]
    return found


def concerns(sort: int, low: int | None, high: int | None) -> bool:
    """Return whether a change at this sort may change a window with these bounds."""
    return (low is None or sort >= low) and (high is None or sort <= high)


def _add(counts: dict[str, int], moves: list[Move]) -> dict[str, int]:
    for move in moves:
        key = str(move.sort)
        counts[key] = counts.get(key, 0) + move.by
    kept = {key: count for key, count in counts.items() if count}
    return dict(sorted(kept.items(), key=lambda pair: int(pair[0])))


def keep(asks: dict[int, Ask]) -> dict[int, int]:
    """Keep windows that sheets have read, so that the change side keeps them up.

    Read as they are now; returns their stamps by the number of the read.
    """
    idxs = indexes.numbers({ask.key for ask in asks.values()}, give=True)
    found = {read: seek(ask) for read, ask in sorted(asks.items())}
    ids.hashed_all(ids.WINDOW, {ask.name for ask in asks.values()})
    sql.do_many(
        "INSERT INTO press_window (read, idx, kind, n, at_sort, at_item, low, high, found)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (read) DO NOTHING",
        [
            (read, idxs[ask.key], ask.kind, ask.n, ask.at_sort, ask.at_item, one.low, one.high)
            + (json.dumps(one.found),)
            for read, (ask, one) in found.items()
        ],
    )
    return {read: one.stamp for read, (_ask, one) in found.items()}


def number(ask: Ask) -> int:
    """Return the number of a window's read."""
    return ids.hashed_number(ids.WINDOW, ask.name)
