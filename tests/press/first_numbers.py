"""Turn the ledger's numbers into those of versions before 0008: what its migration undoes."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from importlib import import_module
from typing import Any

from dateline.press import sql
from dateline.press.ledger import item_places
from dateline.press.numbering import ids, indexes, stamps, varints
from dateline.press.registry import registry

FIRST = import_module("dateline.press.migrations._first_numbers")


def number_as_before() -> None:
    """Renumber a whole ledger."""
    names = numbered()
    standing = [
        (_index(names[idx]), sort, _item(number))
        for number, body in sql.fetch("SELECT id, placements FROM press_item")
        for idx, sort in item_places.unpacked(bytes(body))
    ]
    reads = {read: _read(read) for (read,) in sql.fetch("SELECT id FROM press_read")}
    _change("press_read", "id", reads.__getitem__)
    _change("press_edge", "read", reads.__getitem__)
    _change("press_sheet", "owner", _item)
    sql.do("CREATE TABLE press_part_item (item bigint)")  # which later ledgers no longer have
    _change("press_item", "id", _item)
    for pk, subject in sql.fetch("SELECT id, subject FROM press_sweep WHERE what = 'read'"):
        old = str(_read(int(subject)))
        sql.do("UPDATE press_sweep SET subject = %s WHERE id = %s", [old, pk])
    _change("press_sheet", "deps", _deps)
    _change("press_item", "placements", lambda body: _places(body, names))
    sql.do("DELETE FROM press_entry")
    sql.do("DELETE FROM press_tally")
    sql.do_many("INSERT INTO press_entry (idx, sort, item) VALUES (%s, %s, %s)", standing)
    for idx, name in names.items():
        _windows(idx, name, reads)
        sql.do("INSERT INTO press_name (id, name) VALUES (%s, %s)", [_index(name), name])
    sql.do("DELETE FROM press_index")


def numbered() -> dict[int, str]:
    """Return the names of all indexes by their numbers."""
    names = [name for (name,) in sql.fetch("SELECT name FROM press_index")]
    return {number: name for name, number in indexes.numbers(names).items()}


def _change(table: str, column: str, way: Callable[[Any], Any]) -> None:
    question = f"UPDATE {table} SET {column} = %s WHERE {column} = %s"  # noqa: S608
    for (now,) in sql.fetch(f"SELECT DISTINCT {column} FROM {table}"):  # noqa: S608
        if now is not None:
            sql.do(question, [way(now), now])


def _index(name: str) -> int:
    return FIRST.hashed(FIRST.INDEX, name)


def _kind(key: str) -> int:
    return _item(ids.item_number(registry.index_of(key).kind, 0))


def _item(number: int) -> int:
    return ((number >> 33) << 56) | (number & ids.ID_MASK)


def _read(read: int) -> int:
    if not ids.family(read):
        return ((read >> 40) << 56) | (((read >> 33) & 127) << 48) | (read & ids.ID_MASK)
    return FIRST.hashed(read >> 56, _named(ids.name_of(read)))


def _named(name: str) -> str:
    """Return a window's name as it was: neighbours by the item's whole number."""
    point, _bar, key = name.partition("|")
    kind, _at, ident = point.partition("@")
    return f"{kind}@{_kind(key) | int(ident)}|{key}" if kind == "neighbours" else name


def _deps(deps: bytes) -> bytes:
    old = sorted(map(_read, varints.unpacked(bytes(deps))))
    return struct.pack(f"<{len(old)}q", *old)


def _places(body: bytes, names: dict[int, str]) -> bytes:
    return FIRST.packed((names[idx], sort) for idx, sort in item_places.unpacked(bytes(body)))


def _windows(idx: int, name: str, reads: dict[int, int]) -> None:
    question = "SELECT read, kind, at_item, found FROM press_window WHERE idx = %s"
    for read, kind, item, text in sql.fetch(question, [idx]):
        found = json.loads(text)
        if kind in ("newest", "oldest", "neighbours"):
            found = [None if one is None else _kind(name) | one for one in found]
        old, at_item = json.dumps(found), None if item is None else _kind(name) | item
        named = _named(ids.name_of(read))
        sql.do("UPDATE press_read SET stamp = %s WHERE id = %s", [stamps.stamp(old), reads[read]])
        sql.do("UPDATE press_name SET id = %s, name = %s WHERE id = %s", [reads[read], named, read])
        sql.do(
            "UPDATE press_window SET read = %s, idx = %s, at_item = %s, found = %s WHERE read = %s",
            [reads[read], _index(name), at_item, old, read],
        )
