"""Numbers for what can be read: 7 bits of code, 8 of language, 48 of the thing's own id.

Kinds, facets and languages get small numbers, kept in press_name. Windows, parts and indexes
hash their name into the lower 56 bits; the name is kept and compared, for a collision would
make two traces fight.
"""

from __future__ import annotations

from typing import NamedTuple

import xxhash
from django.conf import settings
from django.db import connection

from .errors import NameClash, UnknownName

CODE_SHIFT = 56
LANGUAGE_SHIFT = 48
ID_MASK = (1 << LANGUAGE_SHIFT) - 1
HASH_MASK = (1 << CODE_SHIFT) - 1
WINDOW, PART, INDEX = 125, 126, 124
MOST_CODES = 120
BASES = {"f": 0, "l": 256, "k": 1024}

_codes: dict[str, int] = {}
_names: dict[int, str] = {}
_hashed: dict[int, str] = {}


class Known(NamedTuple):
    """Is a read's number taken apart."""

    facet: str
    language: str
    id: int


def forget() -> None:
    """Forget the numbers this process has learnt (another database, a rolled back test)."""
    _codes.clear()
    _names.clear()
    _hashed.clear()


def _learn() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name FROM press_name WHERE id < %s", [1 << 16])
        for number, name in cursor.fetchall():
            _names[number] = name
            if number not in _codes.values():
                _codes[name] = number


def code(name: str) -> int:
    """Return the small number of a name, given now if it has none: "f:article/card", "l:en"."""
    if name not in _codes:
        _learn()
    if name not in _codes:
        return _give(name)
    return _codes[name]


def settle() -> None:
    """Give numbers to all that is registered, outside of any transaction that may roll back."""
    from .registry import registry

    for kind in registry.kinds():
        code(f"k:{kind}")
    for facet in registry.facets.values():
        code(f"f:{facet.full_name}")
    for language in languages():
        code(f"l:{language}")


def languages() -> tuple[str, ...]:
    """Return the languages that lingual facets are kept in."""
    return tuple(getattr(settings, "PRESS_LANGUAGES", ()))


def _give(name: str) -> int:
    base = BASES[name[0]]
    family = [number for given, number in _codes.items() if given[0] == name[0]]
    number = max(family, default=base) + 1
    if number - base > MOST_CODES:
        raise NameClash(f"more than {MOST_CODES} names like “{name}”")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO press_name (id, name) VALUES (%s, %s) ON CONFLICT (id) DO NOTHING",
            [number, name],
        )
        cursor.execute("SELECT id FROM press_name WHERE name = %s", [name])
        row = cursor.fetchone()
    if row is None:
        _learn()
        return _give(name)
    if not connection.in_atomic_block:
        _learn()
    return int(row[0])


def facet_read(kind: str, facet: str, ident: int, language: str = "") -> int:
    """Return the number of a facet of one thing, in one language where it has languages."""
    tongue = code(f"l:{language}") - 256 if language else 0
    return (code(f"f:{kind}/{facet}") << CODE_SHIFT) | (tongue << LANGUAGE_SHIFT) | ident


def item_number(kind: str, ident: int) -> int:
    """Return the number of an item."""
    return ((code(f"k:{kind}") - 1024) << CODE_SHIFT) | ident


def item_of(number: int) -> tuple[str, int]:
    """Return the item that a number stands for."""
    kind = (number >> CODE_SHIFT) + 1024
    if kind not in _names:
        _learn()
    if kind not in _names:
        raise UnknownName(f"no kind of item has the number {kind}")
    return _names[kind][2:], number & HASH_MASK


def known(number: int) -> Known | None:
    """Take a facet's number apart; None for windows and parts."""
    facet = number >> CODE_SHIFT
    if facet in (WINDOW, PART, INDEX):
        return None
    if facet not in _names:
        _learn()
    tongue = (number >> LANGUAGE_SHIFT) & 0xFF
    language = _names.get(tongue + 256, "l:")[2:] if tongue else ""
    return Known(_names[facet][2:], language, number & ID_MASK)


def hashed(family: int, name: str) -> int:
    """Return the number of a hashed name, keeping the name; raises NameClash."""
    number = (family << CODE_SHIFT) | (xxhash.xxh3_64_intdigest(name.encode()) & HASH_MASK)
    if _hashed.get(number) == name:
        return number
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM press_name WHERE id = %s", [number])
        row = cursor.fetchone()
        if row is None:
            cursor.execute(
                "INSERT INTO press_name (id, name) VALUES (%s, %s) ON CONFLICT (id) DO NOTHING",
                [number, name],
            )
        elif row[0] != name:
            raise NameClash(f"“{name}” and “{row[0]}” have one hash: rename one of them")
    if not connection.in_atomic_block:
        _hashed[number] = name
    return number


def hashed_number(family: int, name: str) -> int:
    """Return the number of a hashed name without looking it up or keeping it."""
    return (family << CODE_SHIFT) | (xxhash.xxh3_64_intdigest(name.encode()) & HASH_MASK)


def name_of(number: int) -> str:
    """Return in words what a read's number stands for."""
    apart = known(number)
    if apart is None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM press_name WHERE id = %s", [number])
            row = cursor.fetchone()
        return row[0] if row else f"#{number}"
    tongue = f" in {apart.language}" if apart.language else ""
    kind, _slash, facet = apart.facet.partition("/")
    return f"{kind}:{apart.id}/{facet}{tongue}"
