"""Ask for plain columns instead of records: what rows are made of.

Django builds a question anew each time, which costs many times what a small answer costs. What
is asked at every publication and every pressing is built once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, models

SOME = 7
LIST = f"({', '.join(['%s'] * SOME)})"
"""Is a list as no question has one of its own."""
questions: list[PreparedQuery] = []
"""Every question that is built once, for the test that compares them with Django's own."""


def columns(query: Any, *names: str) -> Iterable[Any]:
    """Return the values of these columns, one tuple a row."""
    found: Iterable[Any] = query.values_list(*names)
    return found


class BuiltQuery(NamedTuple):
    """A question's SQL around its list, what stands before and after it, how it is read."""

    begins: str
    ends: str
    before: tuple[Any, ...]
    after: tuple[Any, ...]
    compiler: Any
    field: Any


class PreparedQuery:
    """A question put often: the columns of those records that have one of some values.

    of: what is asked, without a time or anything else in it that changes. by: the column that
    has one of the values, "" where all records are meant.
    """

    def __init__(self, of: Callable[[], Any], by: str, *names: str) -> None:
        self.of, self.by, self.names = of, by, names
        self._built: dict[str, BuiltQuery] = {}
        questions.append(self)

    def __call__(self, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """Return one tuple a row, as `values_list` does."""
        listed = list(values)
        if self.by and not listed:
            return []
        built = self._built.get(connection.vendor) or self._build()
        sql, wanted = built.begins, list(built.before)
        if self.by:
            wanted += [built.field.get_db_prep_value(value, connection) for value in listed]
            wanted += built.after
            sql += f"({', '.join(['%s'] * len(listed))}){built.ends}"
        with connection.cursor() as cursor:
            cursor.execute(sql, wanted)
            rows = cursor.fetchall()
        return list(built.compiler.results_iter(results=[rows], tuple_expected=True))

    def slowly(self, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the same by Django's own way, built anew."""
        return list(self._query(list(values)))

    def _query(self, values: Sequence[Any]) -> Any:
        found = self.of()
        if self.by:
            found = found.filter(**{f"{self.by}__in": values})
        return found.values_list(*self.names)

    def _build(self) -> BuiltQuery:
        """Build the SQL, with a list of some where there is a list, and cut it there."""
        field = _column(self.of().model, self.by) if self.by else None
        some: list[Any] = list(range(1, SOME + 1))
        if isinstance(field, models.UUIDField):
            some = [UUID(int=one) for one in some]
        compiler = self._query(some).query.get_compiler("default")
        sql, values = compiler.as_sql()
        begins, ends = sql.split(LIST) if self.by else (sql, "")
        at = begins.count("%s")
        after = tuple(values[at + SOME :])
        built = BuiltQuery(begins, ends, tuple(values[:at]), after, compiler, field)
        return self._built.setdefault(connection.vendor, built)


def _column(model: Any, path: str) -> Any:
    """Return the field at the end of a path: "statement__entry_id"."""
    *through, name = path.split("__")
    for step in through:
        model = model._meta.get_field(step).related_model
    return model._meta.pk if name == "pk" else model._meta.get_field(name)
