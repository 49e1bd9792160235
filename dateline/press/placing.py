"""A Reader for previews: orders as they would be with the rows in hand in their places."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import Any

from . import changes, ids, sql, windows
from .reader import Reader, allowed
from .registry import registry
from .windows import Ask

Place = tuple[int, int]
"""A sort and an item's number."""


class PlacedReader(Reader):
    """Reads an order with the items of the overlay moved to where their rows place them."""

    @cached_property
    def _moved(self) -> dict[str, list[Place]]:
        """Return the overlay's placements by key."""
        loaded: dict[tuple[str, int], dict[str, dict[int, Any]]] = {}
        for (kind, name, ident), row in self._overlay.items():
            by_set = loaded.setdefault((kind, ident), {})
            by_set[name] = {} if row is None else {ident: row}
        found: dict[str, list[Place]] = {}
        for (kind, ident), by_set in loaded.items():
            number = ids.item_number(kind, ident)
            for key, sort in changes.placements(kind, ident, self._whole(kind, ident, by_set)):
                found.setdefault(key, []).append((sort, number))
        return found

    def _whole(
        self, kind: str, ident: int, by_set: dict[str, dict[int, Any]]
    ) -> dict[str, dict[int, Any]]:
        """Add the row sets that the overlay leaves to the database."""
        others = (one for (of, _name), one in registry.rowsets.items() if of == kind)
        return {
            one.name: by_set[one.name] if one.name in by_set else one.load([ident])
            for one in others
        }

    def _ask(self, ask: Ask) -> Any:
        kind = registry.index_of(ask.key).kind
        numbers = {ids.item_number(of, ident) for of, _name, ident in self._overlay if of == kind}
        if not numbers:
            return super()._ask(ask)
        with allowed():
            idx = ids.hashed_number(ids.INDEX, ask.key)
            rows = sql.fetch("SELECT sort, item FROM press_entry WHERE idx = %s", [idx])
            kept = [(sort, item) for sort, item in rows if item not in numbers]
            return _found(sorted(kept + self._moved.get(ask.key, [])), ask)


def _found(places: list[Place], ask: Ask) -> Any:
    """Return what a read of an order gives, the order being in hand."""
    if ask.kind == windows.OLDEST:
        return [item for _sort, item in places[: ask.n]]
    if ask.kind == windows.NEWEST:
        return [item for _sort, item in places[::-1][: ask.n]]
    if ask.kind == windows.TALLY:
        return {str(sort): count for sort, count in Counter(sort for sort, _ in places).items()}
    column = 1 if ask.kind == windows.NEIGHBOURS else 0
    low = (ask.at_sort, ask.at_item) if column else (ask.at_sort,)
    high = low if column else (ask.at_sort, float("inf"))
    before = [one[column] for one in places if one < low]
    after = [one[column] for one in places if one > high]
    return [before[-1] if before else None, after[0] if after else None]
