"""Numbers for what can be read: 7 bits of code, 7 of language, 33 of the thing's own id.

Six bytes, for a ledger holds some fifty of them an article. Kinds, facets and languages get
small numbers, kept in press_name. Windows and parts hash their name into 56 bits below a
family of their own; the name is kept and compared, for a collision would make two traces fight.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import local
from typing import NamedTuple
from weakref import ref

import xxhash
from django.conf import settings
from django.db import connection, transaction

from dateline.press import sql
from dateline.press.errors import NameClash, UnknownName

from . import indexes

ID_BITS = 33
CODE_SHIFT = 40
FAMILY_SHIFT = 56
ID_MASK = (1 << ID_BITS) - 1
LANGUAGE_MASK = (1 << (CODE_SHIFT - ID_BITS)) - 1
HASH_MASK = (1 << FAMILY_SHIFT) - 1
WINDOW, PART = 125, 126
MOST_CODES = 120
MOST_KEPT = 100_000
BASES = {"f": 0, "l": 256, "k": 1024}

_codes: dict[str, int] = {}
_names: dict[int, str] = {}
_hashed: dict[int, str] = {}


class _Learnt:
    """The small numbers seen inside a transaction, for as long as that may come through.

    Django alone keeps it, among what is to be called after COMMIT; a rollback lets go of it, and
    of numbers that were given in vain.
    """

    def __init__(self, found: dict[str, int]) -> None:
        self.found = found

    def __call__(self) -> None:
        """Keep the numbers: they have been committed."""
        _keep(self.found)


def _nothing() -> _Learnt | None:
    return None


class _Open(local):
    """Has what was learnt in this thread's transaction."""

    learnt: Callable[[], _Learnt | None] = staticmethod(_nothing)


_open = _Open()


class Known(NamedTuple):
    """A read's number taken apart."""

    facet: str
    language: str
    id: int


def forget() -> None:
    """Forget the numbers this process has learnt (another database, a rolled back test)."""
    _codes.clear()
    _names.clear()
    _hashed.clear()
    indexes.forget()
    _open.learnt = _nothing


def code(name: str) -> int:
    """Return the small number of a name, given now if it has none: "f:article/card", "l:en"."""
    learnt = _open.learnt()
    found = _codes.get(name) or (learnt.found.get(name) if learnt else None)
    if found is None:
        found = _learn().get(name) or _give(name)
    return found


def settle_anew(**_signal: object) -> None:
    """Give numbers in a database that has just been made, migrated or emptied."""
    forget()
    settle()


def settle() -> None:
    """Give numbers to all that is registered, before a transaction may fail."""
    from dateline.press.registry import registry

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
    """Read all small numbers; those of an open transaction are only as sure as it is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, id FROM press_name WHERE id < %s", [1 << 16])
        found = dict(cursor.fetchall())
    if not connection.in_atomic_block:
        _keep(found)
        return found
    learnt = _Learnt(found)
    transaction.on_commit(learnt)
    _open.learnt = ref(learnt)
    return found


def _keep(found: dict[str, int]) -> None:
    _codes.update(found)
    _names.update({number: name for name, number in found.items()})


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
    if number in _names:
        return _names[number]
    learnt = _open.learnt()
    if learnt and number in learnt.found.values():
        return {given: name for name, given in learnt.found.items()}[number]
    return {given: name for name, given in _learn().items()}.get(number)


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


def known(number: int) -> Known | None:
    """Take a facet's number apart; None for windows and parts."""
    if family(number):
        return None
    facet, tongue = number >> CODE_SHIFT, (number >> ID_BITS) & LANGUAGE_MASK
    language = _name(tongue + BASES["l"]) if tongue else None
    return Known((_name(facet) or f"f:?/{facet}")[2:], (language or "l:")[2:], number & ID_MASK)


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
        if len(_hashed) > MOST_KEPT:
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
