"""Numbers as ledgers before 0008 had them: 8 bits of code, 8 of language, 48 of the thing's id."""

import struct
from collections.abc import Iterable

import xxhash

INDEX, WINDOW = 124, 125
HASH_MASK = (1 << 56) - 1


def item_number(kind: str, ident: int) -> int:
    """Return the number of an item."""
    from dateline.press.numbering import ids

    return ((ids.code(f"k:{kind}") - ids.BASES["k"]) << 56) | ident


def hashed(family: int, name: str) -> int:
    """Return the number of a window's, a part's or an index's name."""
    return (family << 56) | (xxhash.xxh3_64_intdigest(name.encode()) & HASH_MASK)


def packed(keys: Iterable[tuple[str, int]]) -> bytes:
    """Return an item's places: sixteen bytes each."""
    places = sorted((hashed(INDEX, key), sort) for key, sort in keys)
    return b"".join(struct.pack("<qq", *place) for place in places)
