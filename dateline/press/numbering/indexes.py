"""Small numbers for indexes: an item's places name some twenty of them, each in a row.

A number is odd where only how many stand at a sort is kept.
"""

from __future__ import annotations

from collections.abc import Iterable

import xxhash

from dateline.press import sql
from dateline.press.errors import NameClash
from dateline.press.registry import registry

from . import stamps
from .learnt import LearntNumbers

NONE = 0
"""The number of an index that nothing has stood in yet."""
_learnt = LearntNumbers()


def forget() -> None:
    """Forget the numbers this process has learnt (another database, a rolled back test)."""
    _learnt.forget()


def counted(index: int) -> bool:
    """Return whether only how many stand at each sort is kept of an index."""
    return bool(index & 1)


def fold(key: str) -> int:
    """Return the hash under which the ledger finds an index by its name."""
    return stamps.signed(xxhash.xxh3_64_intdigest(key.encode()))


def number(key: str) -> int:
    """Return the number of an index, NONE for one that nothing has stood in."""
    return numbers([key]).get(key, NONE)


def numbers(keys: Iterable[str], *, give: bool = False) -> dict[str, int]:
    """Return the numbers of indexes; give: also to those that have none. Raises NameClash."""
    wanted = set(keys)
    found = {key: known for key in wanted if (known := _learnt.get(key))}
    if len(found) < len(wanted):
        learnt = _learn(wanted - found.keys())
        if give and len(found) + len(learnt) < len(wanted):
            _give(wanted - found.keys() - learnt.keys())
            learnt = _learn(wanted - found.keys())
        _learnt.learn(learnt)
        found |= learnt
    return found


def key_of(index: int) -> str:
    """Return the name of an index, "" for one that is not known."""
    return "".join(keys_of([index]))


def keys_of(some: Iterable[int]) -> list[str]:
    """Return the names of indexes, in the order of their numbers."""
    question = "SELECT name FROM press_index WHERE id IN ({}) ORDER BY id"
    return [name for (name,) in sql.fetch_in(question, sorted(index >> 1 for index in some))]


def _learn(keys: set[str]) -> dict[str, int]:
    folds = {fold(key): key for key in sorted(keys)}
    rows = sql.fetch_in("SELECT fold, name, id FROM press_index WHERE fold IN ({})", folds)
    for fold_, name, _row in rows:
        if folds[fold_] != name:
            raise NameClash(f"“{name}” and “{folds[fold_]}” have one hash: rename one of them")
    return {name: row << 1 | registry.index_of(name).counted for _fold, name, row in rows}


def _give(keys: set[str]) -> None:
    sql.do_many(
        "INSERT INTO press_index (fold, name) VALUES (%s, %s) ON CONFLICT (fold) DO NOTHING",
        sorted((fold(key), key) for key in keys),
    )
