"""Heal: touch what somebody wrote without touching it, so that the sheets which show it settle."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db import transaction

from dateline.press import sql
from dateline.press.ledger import reads, windows
from dateline.press.numbering import ids
from dateline.press.numbering.paths import folded

from . import changes


def heal(moved: Iterable[int]) -> list[tuple[str, int]]:
    """Touch the items behind reads that do not settle: somebody wrote without touching."""
    items = set()
    for read in moved:
        apart = ids.known(read)
        if apart is not None:
            items.add((apart.facet.partition("/")[0], apart.id))
    with transaction.atomic():
        if items:
            changes.touch(*items, what="heal")
        _look_again(moved)
        reads.write_stamps(_of_parts(moved), 0)
    return sorted(items)


def _of_parts(moved: Iterable[int]) -> dict[int, int]:
    """Return the stamps of those reads that are parts."""
    names = ids.names_of(read for read in moved if ids.family(read) == ids.PART)
    parts = {folded(path): read for read, path in names.items()}
    rows = sql.fetch_in("SELECT fold, hash FROM press_sheet WHERE fold IN ({})", parts)
    return {parts[fold]: hash_ for fold, hash_ in rows}


def _look_again(moved: Iterable[int]) -> None:
    """Read windows anew that do not settle."""
    rows = sql.fetch_in(
        "SELECT read, idx, kind, n, at_sort, at_item FROM press_window WHERE read IN ({})", moved
    )
    for read, idx, kind, n, at_sort, at_item in rows:
        found = windows.look(idx, windows.Ask("", kind, n, at_sort, at_item))
        sql.do(
            "UPDATE press_window SET found = %s, low = %s, high = %s WHERE read = %s",
            [json.dumps(found.found), found.low, found.high, read],
        )
        reads.write_stamps({read: found.stamp}, 0)
