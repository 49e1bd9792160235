"""Finds writes of public records that nobody touched: triggers log every write of a public row.

At the end of each transaction that wrote public rows the ledger is compared with the records.
What differs was written and not touched in that transaction: told with table, row, statement.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connection

from dateline.front.reads.places import BESIDE, PUBLIC, At
from dateline.press.watch.audits import audit

EVENTS = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}


class Write(NamedTuple):
    """One logged write of one public row."""

    table: str
    row: int
    item: int | None
    event: str
    statement: str

    def __str__(self) -> str:
        return f"{self.event} of row {self.row} of {self.table} by {self.statement[:300]}"


class Watch:
    """Logs writes, and looks at the ledger whenever a transaction of theirs ends."""

    def __init__(self) -> None:
        self.statement = ""
        self.untouched: list[str] = []
        self.transactions = 0
        self.seen: set[str] = set()
        self._depth = len(connection.savepoint_ids)
        self._looking = False
        self._due = False

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if self._looking:
            return execute(sql, params, many, context)
        if self._due:
            self.look()
        if not sql.startswith(("SELECT", "RELEASE", "SAVEPOINT")):
            self.statement = " ".join(sql.split())
        done = execute(sql, params, many, context)
        outside = len(connection.savepoint_ids) == self._depth
        if outside and sql.startswith("RELEASE"):
            self.look()
        elif outside and not sql.startswith(("SELECT", "SAVEPOINT")):
            self._due = True  # a write of its own: its answer has to be read first
        return done

    def look(self) -> None:
        """Compare the ledger with the records, if public rows were written."""
        self._looking, self._due = True, False
        try:
            writes = taken()
            if writes:
                self.transactions += 1
                self.seen |= {one.table for one in writes}
                self.untouched += [told(one, writes) for one in audit()]
        finally:
            self._looking = False


def told(bypass: Any, writes: list[Write]) -> str:
    """Return a sentence: what is stale, and which writes made it so."""
    kinds = {table: at.kind for table, at in tables().items() if at}
    own = [w for w in writes if (kinds.get(w.table), w.item) == (bypass.kind, bypass.id)]
    return f"{bypass} is not what the records say: " + "; ".join(map(str, own or writes[-5:]))


def tables() -> dict[str, At | None]:
    """Return the tables of public models, with the item that shows a row, if one alone does."""
    found: dict[str, At | None] = {
        apps.get_model(label)._meta.db_table: at for label, at in PUBLIC.items()
    }
    return found | {apps.get_model(label)._meta.db_table: None for label in BESIDE}


def taken() -> list[Write]:
    """Return what was logged, and empty the log."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tbl, row_id, item, event, statement FROM write_log ORDER BY n")
        rows = [Write(*row) for row in cursor.fetchall()]
        if rows:
            cursor.execute("DELETE FROM write_log")
    return rows


@contextmanager
def watching() -> Any:
    """Watch every write of a public row through the connection in hand."""
    watch = Watch()
    lay(watch)
    with connection.execute_wrapper(watch):
        yield watch
        watch.look()
    take_away()


def lay(watch: Watch) -> None:
    """Make the log and a trigger for each kind of write of each public table."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "CREATE TEMP TABLE write_log (n INTEGER PRIMARY KEY, tbl TEXT,"
                " row_id INTEGER, item INTEGER, event TEXT, statement TEXT)"
            )
            connection.connection.create_function("statement", 0, lambda: watch.statement)
        else:
            cursor.execute(
                "CREATE TEMP TABLE write_log (n SERIAL PRIMARY KEY, tbl TEXT,"
                " row_id BIGINT, item BIGINT, event TEXT, statement TEXT)"
            )
        for table, at in tables().items():
            for event, row in EVENTS.items():
                for statement in trigger(table, at.column if at else "id", event, row):
                    cursor.execute(statement)


def trigger(table: str, column: str, event: str, row: str) -> list[str]:
    """Return what makes one trigger."""
    name = f"log_{event.lower()}_{table}"
    values = f"'{table}', {row}.id, {row}.{column}, '{event}'"
    into = "INSERT INTO write_log (tbl, row_id, item, event, statement) VALUES"
    if connection.vendor == "sqlite":
        return [
            f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.{table}"
            f" BEGIN {into} ({values}, statement()); END"
        ]
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" {into} ({values}, current_query()); RETURN NULL; END $$",
        f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]


def take_away() -> None:
    """Take the triggers and the log away."""
    with connection.cursor() as cursor:
        for table in tables():
            for event in EVENTS:
                name = f"log_{event.lower()}_{table}"
                on = f" ON {table}" if connection.vendor != "sqlite" else ""
                cursor.execute(f"DROP TRIGGER {name}{on}")
                if on:
                    cursor.execute(f"DROP FUNCTION {name}()")
        cursor.execute("DROP TABLE write_log")
