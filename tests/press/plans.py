"""How a database would answer a question: whether by an index, or by looking through a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from dateline.press import sql


def scanned(question: str, values: Sequence[Any] = ()) -> list[str]:
    """Return the steps of a plan that look through a whole table.

    PostgreSQL likes to look through small tables; it is told not to where it can help it.
    """
    if connection.vendor == "postgresql":
        sql.do("ANALYZE")
        sql.do("SET LOCAL enable_seqscan = off")
        rows = sql.fetch(f"EXPLAIN {question}", values)
        return [row[0].strip() for row in rows if "Seq Scan" in row[0]]
    rows = sql.fetch(f"EXPLAIN QUERY PLAN {question}", values)
    return [row[-1] for row in rows if row[-1].startswith("SCAN") and "USING" not in row[-1]]


def gone_through(question: str, values: Sequence[Any] = ()) -> list[str]:
    """Return the steps of a plan of SQLite's that go through a whole table or a whole index."""
    rows = sql.fetch(f"EXPLAIN QUERY PLAN {question}", values)
    return [row[-1] for row in rows if row[-1].startswith("SCAN")]
