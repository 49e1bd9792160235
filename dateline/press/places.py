"""Places: where an item stands in indexes, as the ledger keeps it: sixteen bytes a place."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from . import ids, sql

Place = tuple[int, int]
"""The number of an index, and the sort at which an item stands in it."""

_PAIR = struct.Struct("<qq")


def packed(places: Iterable[Place]) -> bytes:
    """Return places as a row of the ledger holds them."""
    return b"".join(_PAIR.pack(*place) for place in sorted(places))


def unpacked(body: bytes) -> set[Place]:
    """Return the places that a row of the ledger holds."""
    return set(_PAIR.iter_unpack(body))


def numbered(keys: Iterable[tuple[str, int]]) -> dict[Place, str]:
    """Return the places of keys and sorts, each with its index's name."""
    return {(ids.hashed_number(ids.INDEX, key), sort): key for key, sort in keys}


def held(numbers: Iterable[int]) -> dict[int, bytes]:
    """Return the packed places of items, as they were last touched."""
    rows = sql.fetch_in("SELECT id, placements FROM press_item WHERE id IN ({})", numbers)
    return {number: bytes(body) for number, body in rows}


def keys_of(kind: str, ident: int) -> set[str]:
    """Return the names of the indexes in which an item stood when it was last touched."""
    number = ids.item_number(kind, ident)
    indexes = {idx for idx, _sort in unpacked(held([number]).get(number, b""))}
    return {
        name for (name,) in sql.fetch_in("SELECT name FROM press_name WHERE id IN ({})", indexes)
    }
