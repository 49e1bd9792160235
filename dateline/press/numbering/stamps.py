"""Stamps: the hash of a value, the same in every process and on every machine."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any
from uuid import UUID

import xxhash

ABSENT = 0
"""The stamp of what is not there."""


def signed(number: int) -> int:
    """Return 64 bits as the databases keep them: signed."""
    return number - (1 << 64) if number >= 1 << 63 else number


def of_bytes(body: bytes) -> int:
    """Return the stamp of bytes; never the stamp of absence."""
    return signed(xxhash.xxh3_64_intdigest(body)) or 1


def stamp(value: Any, version: int = 1) -> int:
    """Return the stamp of a frozen value, ABSENT for None."""
    if value is None:
        return ABSENT
    out: list[bytes] = [b"v%d" % version]
    encode(value, out.append)
    return of_bytes(b"".join(out))


def _text(value: str, put: Callable[[bytes], None]) -> None:
    body = str(value).encode("utf-8", "surrogatepass")
    put(b"s%d:" % len(body))
    put(body)


def _number(value: float, put: Callable[[bytes], None]) -> None:
    put(b"f" + struct.pack("<d", value))


def _whole(value: int, put: Callable[[bytes], None]) -> None:
    put(b"i%d;" % value)


def _moment(value: datetime, put: Callable[[bytes], None]) -> None:
    if value.tzinfo is None:
        raise TypeError(f"a time in a record must be aware: {value!r}")
    put(b"t" + value.astimezone(UTC).isoformat().encode())


def _many(value: Iterable[Any], put: Callable[[bytes], None]) -> None:
    listed = list(value)
    put(b"l%d:" % len(listed))
    for one in listed:
        encode(one, put)


def _mapping(value: Mapping[Any, Any], put: Callable[[bytes], None]) -> None:
    put(b"m%d:" % len(value))
    for key in sorted(value, key=repr):
        encode(key, put)
        encode(value[key], put)


def _set(value: frozenset[Any], put: Callable[[bytes], None]) -> None:
    _many(sorted(value, key=repr), put)


_WAYS: dict[type, Callable[[Any, Callable[[bytes], None]], None]] = {
    str: _text,
    int: _whole,
    float: _number,
    datetime: _moment,
    tuple: _many,
    list: _many,
    dict: _mapping,
    frozenset: _set,
    bytes: lambda value, put: put(b"b%d:" % len(value) + value),
    bool: lambda value, put: put(b"T" if value else b"F"),
    date: lambda value, put: put(b"d" + value.isoformat().encode()),
    timedelta: lambda value, put: put(b"D%r" % value.total_seconds()),
    UUID: lambda value, put: put(b"u" + value.bytes),
    type(None): lambda _value, put: put(b"N"),
}


def encode(value: Any, put: Callable[[bytes], None]) -> None:
    """Put the canonical bytes of a value; raises TypeError for what is no frozen record."""
    way = _WAYS.get(type(value)) or _way_of(value)
    way(value, put)


def _way_of(value: Any) -> Callable[[Any, Callable[[bytes], None]], None]:
    """Find the way for a subclass or a dataclass, and remember it for its type."""
    kind = type(value)
    if is_dataclass(value):
        names = tuple(one.name for one in fields(value))

        def put_fields(record: Any, put: Callable[[bytes], None]) -> None:
            put(b"r%d:" % len(names))
            for name in names:
                encode(getattr(record, name), put)

        _WAYS[kind] = put_fields
        return put_fields
    if isinstance(value, Enum):
        return lambda one, put: encode(one.value, put)
    for base, way in list(_WAYS.items()):
        if isinstance(value, base):
            _WAYS[kind] = way
            return way
    raise TypeError(f"a record cannot hold {kind.__name__}: {value!r}")
