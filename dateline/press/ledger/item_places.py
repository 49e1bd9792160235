"""Places: where an item stands in indexes, as the ledger keeps it: two or three bytes a place."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from dateline.press import sql
from dateline.press.numbering import ids, indexes, varints

Place = tuple[int, int]
"""The number of an index, and the sort at which an item stands in it."""


def packed(places: Iterable[Place]) -> bytes:
    """Return places as a row of the ledger holds them: for each sort how many, and in what.

    An article stands at its own time in most of its indexes.
    """
    out = bytearray()
    for sort, some in groupby(sorted((sort, idx) for idx, sort in places), itemgetter(0)):
        standing = [idx for _sort, idx in some]
        varints.put_signed(sort, out)
        varints.put(len(standing), out)
        last = 0
        for idx in standing:
            varints.put(idx - last, out)
            last = idx
    return bytes(out)


def unpacked(body: bytes) -> set[Place]:
    """Return the places that a row of the ledger holds."""
    found, left = set(), varints.numbers(body)
    for sort in left:
        idx = 0
        for _place in range(next(left)):
            idx += next(left)
            found.add((idx, varints.signed(sort)))
    return found


def held(numbers: Iterable[int]) -> dict[int, bytes]:
    """Return the packed places of items, as they were last touched."""
    rows = sql.fetch_in("SELECT id, placements FROM press_item WHERE id IN ({})", numbers)
    return {number: bytes(body) for number, body in rows}


def keys_of(kind: str, ident: int) -> set[str]:
    """Return the names of the indexes in which an item stood when it was last touched."""
    number = ids.item_number(kind, ident)
    standing = {idx for idx, _sort in unpacked(held([number]).get(number, b""))}
    return set(indexes.keys_of(standing))
