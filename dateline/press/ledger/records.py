"""Records as they are now: their rows, the stamps of their facets, their places in indexes."""

from __future__ import annotations

from typing import Any

from dateline.press import sql
from dateline.press.numbering import ids, stamps
from dateline.press.registry import Facet, RowSet, registry

Loaded = dict[str, dict[int, Any]]
"""The rows of some items of one kind: row set -> id -> row."""


def all_ids(kind: str) -> list[int]:
    """Return the ids of a kind's public items and of those the ledger still holds."""
    found: set[int] = set()
    for rowset in registry.rowsets.values():
        if rowset.kind == kind and rowset.ids:
            found.update(rowset.ids())
    number = ids.item_number(kind, 0)
    rows = sql.fetch(
        "SELECT id FROM press_item WHERE id >= %s AND id <= %s", [number, number | ids.ID_MASK]
    )
    found.update(row[0] & ids.ID_MASK for row in rows)
    return sorted(found)


def load_rows(kind: str, idents: list[int]) -> Loaded:
    """Load the rows of these items in every row set that their kind has."""
    sets: list[RowSet] = [one for one in registry.rowsets.values() if one.kind == kind]
    return {one.name: one.load(idents) for one in sets}


def stamp_facet(
    facet: Facet, idents: list[int], rows: dict[int, Any], fresh: dict[int, int]
) -> None:
    """Put the stamps of one facet of some items, in all its languages, among the fresh ones."""
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


def placements(kind: str, ident: int, loaded: Loaded) -> set[tuple[str, int]]:
    """Return where an item stands: {(key, sort)}; empty when it is not public."""
    found: set[tuple[str, int]] = set()
    for index in registry.indexes_of(kind):
        row = loaded[index.rows].get(ident)
        if row is not None:
            found.update((key, int(sort)) for key, sort in index.place(row))
    return found
