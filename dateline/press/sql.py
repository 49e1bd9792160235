"""The few sentences of SQL that the press says often, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from django.db import connection

AT_ONCE = 400


def chunks(values: Iterable[Any], size: int = AT_ONCE) -> Iterable[list[Any]]:
    """Cut values into lists of at most size."""
    left = iter(values)
    while some := list(islice(left, size)):
        yield some


def fetch(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return the rows of a question."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def do(sql: str, values: Sequence[Any] = ()) -> int:
    """Say one sentence; return how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)


def do_many(sql: str, rows: Sequence[Sequence[Any]]) -> None:
    """Say one sentence for many rows."""
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows)


def fetch_in(sql: str, values: Iterable[Any], *more: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a question with one IN (…) list, written as {} in the sentence."""
    found: list[tuple[Any, ...]] = []
    for some in chunks(values):
        found += fetch(sql.format(",".join(["%s"] * len(some))), [*some, *more])
    return found


def do_in(sql: str, values: Iterable[Any], *before: Any) -> int:
    """Say one sentence with one IN (…) list, written as {} in it; return how many rows."""
    return sum(
        do(sql.format(",".join(["%s"] * len(some))), [*before, *some]) for some in chunks(values)
    )


def locked() -> str:
    """Return what holds rows against other writers: PostgreSQL's row locks, nothing on SQLite."""
    return " FOR UPDATE" if connection.vendor == "postgresql" else ""


def shared() -> str:
    """Return what holds rows as they are until the transaction ends."""
    return " FOR SHARE" if connection.vendor == "postgresql" else ""


def skip_locked() -> str:
    """Return what leaves rows that another worker holds."""
    return " FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""


def hold(numbers: Iterable[int]) -> None:
    """Keep other transactions from these names until this one ends.

    For what has no row yet that could be locked: PostgreSQL's advisory locks, taken in the
    order given (sorted); SQLite has one writer.
    """
    if connection.vendor == "postgresql":
        for number in numbers:
            fetch("SELECT pg_advisory_xact_lock(%s)", [number])


def hold_together(number: int) -> None:
    """Keep hold() from a name until this transaction ends; others may hold together with us."""
    if connection.vendor == "postgresql":
        fetch("SELECT pg_advisory_xact_lock_shared(%s)", [number])
