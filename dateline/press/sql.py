"""SQL as the press runs it, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from django.db import connection

AT_ONCE = 400
LEDGER = 0x7072657373  # "press"


def chunks(values: Iterable[Any], size: int = AT_ONCE) -> Iterable[list[Any]]:
    """Cut values into lists of at most size."""
    left = iter(values)
    while some := list(islice(left, size)):
        yield some


def fetch(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Return the rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def do(sql: str, values: Sequence[Any] = ()) -> int:
    """Run one statement; return how many rows it changed."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)


def do_many(sql: str, rows: Sequence[Sequence[Any]]) -> None:
    """Run one statement for many rows."""
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows)


def fetch_in(sql: str, values: Iterable[Any], *more: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a query with one IN (…) list, written as {} in it."""
    found: list[tuple[Any, ...]] = []
    for some in chunks(values):
        found += fetch(sql.format(",".join(["%s"] * len(some))), [*some, *more])
    return found


def do_in(sql: str, values: Iterable[Any], *before: Any) -> int:
    """Run one statement with one IN (…) list, written as {} in it; return how many rows."""
    return sum(
        do(sql.format(",".join(["%s"] * len(some))), [*before, *some]) for some in chunks(values)
    )


def locked() -> str:
    """Return the clause that locks rows against other writers: nothing on SQLite."""
    return " FOR UPDATE" if connection.vendor == "postgresql" else ""


def shared() -> str:
    """Return the clause that keeps rows as they are until the transaction ends."""
    return " FOR SHARE" if connection.vendor == "postgresql" else ""


def skip_locked() -> str:
    """Return the clause that passes over rows that another worker holds."""
    return " FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""


def hold_ledger(*, alone: bool) -> None:
    """Keep the ledger until this transaction ends: alone who touches, together who file.

    On SQLite every writing transaction has it alone already. PostgreSQL gets an advisory lock,
    taken before any row's: then no touch and no filing see each other half done, no two editors
    wait for each other crosswise, and numbers of the change log rise as touches are committed.
    """
    if connection.vendor == "postgresql":
        fetch(f"SELECT pg_advisory_xact_lock{'' if alone else '_shared'}(%s)", [LEDGER])
