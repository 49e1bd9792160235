"""Previews: the true page of records that are not saved. Writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from dateline.press import clock
from dateline.press.errors import PressError
from dateline.press.isolation import strict
from dateline.press.ledger import item_places, records, windows
from dateline.press.ledger.sheets import SheetRow
from dateline.press.ledger.windows import Ask, WindowContent
from dateline.press.numbering import ids, indexes
from dateline.press.registry import registry

from .filling import fill
from .pressing import fresh_parts, renderer
from .reader import Reader, Seek
from .shared_reads import SharedReads

Overlay = Mapping[tuple[str, str, int], Any]
"""Rows that stand in for the database's: (kind, row set, id) -> row, None for not public."""


def preview(plate: str, arg: str, overlay: Overlay, *, placements: bool = True) -> bytes:
    """Return the page that a plate would press with these rows in place of the database's.

    overlay: (kind, row set, id) -> row; an item that is in no row set is not public.
    placements: whether the rows also stand in lists as they would. Raises PressError when the
    plate gives no page.
    """
    as_of = clock.now()
    shared = SharedReads()
    shared.rows.update(overlay)
    seek = _seek_with(overlay) if placements else None
    reader = Reader(as_of=as_of, parts=fresh_parts(as_of, shared, seek), shared=shared, seek=seek)
    sheet = SheetRow(0, f"preview:{plate}:{arg}", plate, arg)
    with strict(sheet.plate):
        page = registry.plates[plate].page(reader, arg)
        if page is None:
            raise PressError(f"“{plate}” gives no page for {arg}")
        body = renderer()(page)
    return fill(body, reader)


def _seek_with(overlay: Overlay) -> Seek:
    """Return what reads indexes as if the overlaid items were saved."""
    ids.settle()
    items = {(kind, ident) for kind, _rows, ident in overlay}
    placed = {item: _places(*item, overlay) for item in items}

    def seek(ask: Ask) -> tuple[Ask, WindowContent]:
        kind = registry.index_of(ask.key).kind
        standing = {ident: some for (of, ident), some in placed.items() if of == kind}
        if not standing:
            return windows.seek(ask)
        return ask, windows.look_among(_entries(ask.key, kind, standing), ask)

    return seek


def _entries(
    key: str, kind: str, standing: Mapping[int, set[tuple[str, int]]]
) -> list[tuple[int, int]]:
    """Return the entries of an index as if these items stood where they are said to."""
    if not registry.index_of(key).counted:
        entries = {one for one in windows.entries(key) if one[1] not in standing}
        for ident, placed in standing.items():
            entries |= {(sort, ident) for of, sort in placed if of == key}
        return sorted(entries)
    counts = Counter(windows.entries(key))
    idx = indexes.number(key)
    for body in item_places.held(ids.item_number(kind, ident) for ident in standing).values():
        standing_now = item_places.unpacked(body)
        counts.subtract((sort, windows.NOBODY) for of, sort in standing_now if of == idx)
    for placed in standing.values():
        counts.update((sort, windows.NOBODY) for of, sort in placed if of == key)
    return sorted(counts.elements())


def _places(kind: str, ident: int, overlay: Overlay) -> set[tuple[str, int]]:
    """Return where an item stands by its overlaid rows, and by the saved ones for the rest."""
    loaded = records.load_rows(kind, [ident]) if ident > 0 else {}
    for name in {name for of, name in registry.rowsets if of == kind}:
        rows = loaded.setdefault(name, {})
        if (kind, name, ident) in overlay:
            rows.pop(ident, None)
            row = overlay[kind, name, ident]
            if row is not None:
                rows[ident] = row
    return records.placements(kind, ident, loaded)
