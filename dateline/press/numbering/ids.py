"""Numbers for what can be read: 7 bits of code, 7 of language, 33 of the thing's own id.

Six bytes, for a ledger holds some fifty of them an article. Kinds, facets and languages get
small numbers, kept in press_name. Windows and parts hash their name into 56 bits below a
family of their own; the name is kept and compared, for a collision would make two traces fight.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import xxhash
from django.conf import settings
from django.db import connection

from dateline.press import sql
from dateline.press.errors import NameClash, UnknownName
from dateline.press.registry import registry

from . import indexes
from .learnt import LearntNumbers

ID_BITS = 33
CODE_SHIFT = 40
FAMILY_SHIFT = 56
ID_MASK = (1 << ID_BITS) - 1
LANGUAGE_MASK = (1 << (CODE_SHIFT - ID_BITS)) - 1
HASH_MASK = (1 << FAMILY_SHIFT) - 1
WINDOW, PART = 125, 126
MOST_CODES = 120
MOST_HASHED = 100_000
BASES = {"f": 0, "l": 256, "k": 1024}

_learnt = LearntNumbers()
_hashed: dict[int, str] = {}


class FacetRead(NamedTuple):
    """The number of a facet's read, taken apart."""

    facet: str
    language: str
    id: int


def forget() -> None:
    """Forget the numbers this process has learnt (another database, a rolled back test)."""
    _learnt.forget()
    _hashed.clear()
    indexes.forget()


def code(name: str) -> int:
    """Return the small number of a name, given now if it has none: "f:article/card", "l:en"."""
    return _learnt.get(name) or _learn().get(name) or _give(name)


def settle_anew(**_signal: object) -> None:
    """Give numbers in a database that has just been made, migrated or emptied."""
    forget()
    settle()


def settle() -> None:
    """Give numbers to all that is registered, before a transaction may fail."""
    for kind in registry.kinds():
        code(f"k:{kind}")
    for facet in registry.facets.values():
        code(f"f:{facet.full_name}")
    for language in languages():
        code(f"l:{language}")


def languages() -> tuple[str, ...]:
    """Return the languages that lingual facets are kept in."""
    return tuple(getattr(settings, "PRESS_LANGUAGES", ()))


def _learn() -> dict[str, int]:
    """Read all small numbers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, id FROM press_name WHERE id < %s", [1 << 16])
        found = dict(cursor.fetchall())
    _learnt.learn(found)
    return found


def _give(name: str) -> int:
    base = BASES[name[0]]
    taken = [number for given, number in _learn().items() if given[0] == name[0]]
    number = max(taken, default=base) + 1
    if number - base > MOST_CODES:
        raise NameClash(f"more than {MOST_CODES} names like “{name}”")
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO press_name (id, name) VALUES (%s, %s) ON CONFLICT (id) DO NOTHING",
            [number, name],
        )
    return _learn().get(name) or _give(name)


def _name(number: int) -> str | None:
    """Return the name that a small number stands for."""
    known_ = _learnt.name_of(number)
    return known_ or {given: name for name, given in _learn().items()}.get(number)


def facet_read(kind: str, facet: str, ident: int, language: str = "") -> int:
    """Return the number of a facet of one thing, in one language where it has languages."""
    tongue = code(f"l:{language}") - BASES["l"] if language else 0
    return (code(f"f:{kind}/{facet}") << CODE_SHIFT) | (tongue << ID_BITS) | ident


def item_number(kind: str, ident: int) -> int:
    """Return the number of an item."""
    return ((code(f"k:{kind}") - BASES["k"]) << ID_BITS) | ident


def item_of(number: int) -> tuple[str, int]:
    """Return the item that a number stands for."""
    name = _name((number >> ID_BITS) + BASES["k"])
    if name is None:
        raise UnknownName(f"no kind of item has the number {number >> ID_BITS}")
    return name[2:], number & ID_MASK


def family(number: int) -> int:
    """Return WINDOW or PART for their reads, 0 for a facet's."""
    return number >> FAMILY_SHIFT


def known(number: int) -> FacetRead | None:
    """Take a facet's number apart; None for windows and parts."""
    if family(number):
        return None
    facet, tongue = number >> CODE_SHIFT, (number >> ID_BITS) & LANGUAGE_MASK
    language = _name(tongue + BASES["l"]) if tongue else None
    return FacetRead((_name(facet) or f"f:?/{facet}")[2:], (language or "l:")[2:], number & ID_MASK)


def hashed(among: int, name: str) -> int:
    """Return the number of a hashed name, keeping the name; raises NameClash."""
    return hashed_all(among, [name])[name]


def hashed_all(among: int, names: Iterable[str]) -> dict[str, int]:
    """Return the numbers of hashed names, keeping the names; raises NameClash."""
    numbers = {name: hashed_number(among, name) for name in names}
    unsure = {number: name for name, number in numbers.items() if _hashed.get(number) != name}
    if len(unsure) < sum(_hashed.get(number) != name for name, number in numbers.items()):
        raise NameClash(f"two of {sorted(numbers)} have one hash: rename one of them")
    kept = dict(sql.fetch_in("SELECT id, name FROM press_name WHERE id IN ({})", unsure))
    for number, name in unsure.items():
        if kept.get(number, name) != name:
            raise NameClash(f"“{name}” and “{kept[number]}” have one hash: rename one of them")
    new = sorted((number, name) for number, name in unsure.items() if number not in kept)
    sql.do_many(
        "INSERT INTO press_name (id, name) VALUES (%s, %s) ON CONFLICT (id) DO NOTHING", new
    )
    if not connection.in_atomic_block:
        if len(_hashed) > MOST_HASHED:
            _hashed.clear()
        _hashed.update(unsure)
    return numbers


def names_of(numbers: Iterable[int]) -> dict[int, str]:
    """Return the names of windows and parts by their numbers, those that are not kept left out."""
    wanted = set(numbers)
    found = {number: _hashed[number] for number in wanted if number in _hashed}
    lacking = sorted(wanted - found.keys())
    return found | dict(sql.fetch_in("SELECT id, name FROM press_name WHERE id IN ({})", lacking))


def hashed_number(among: int, name: str) -> int:
    """Return the number of a hashed name without looking it up or keeping it."""
    return (among << FAMILY_SHIFT) | (xxhash.xxh3_64_intdigest(name.encode()) & HASH_MASK)


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
