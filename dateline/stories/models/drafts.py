"""Drafts as they are stored, without what they point to and is there no longer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import connection
from django.db.models import Field, ForeignKey, Model
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations

Keys = dict[type[Model], set[Any]]


def without_deleted_rows(model: type[Model], stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return a stored draft with empty fields, and without the rows, that name a deleted record.

    One question for all, where restoring would read each record named, and the draft's own once
    for every row. Rows' keys to the record above them are no question.
    """
    named: Keys = {}
    _gather(model, stored, named)
    there = _there(named)
    if all(len(there[kind]) == len(keys) for kind, keys in named.items()):
        return dict(stored)
    return _without(model, stored, there)


def _keys(model: type[Model]) -> Iterator[tuple[Field[Any, Any], type[Model]]]:
    """Yield the fields of a model that name other records."""
    for field in model._meta.fields:
        if isinstance(field, ForeignKey) and not isinstance(field, ParentalKey):
            yield field, field.related_model


def _gather(model: type[Model], stored: Mapping[str, Any], named: Keys) -> None:
    for field, kind in _keys(model):
        if stored.get(field.name) is not None:
            named.setdefault(kind, set()).add(kind._meta.pk.to_python(stored[field.name]))
    for relation in get_all_child_relations(model):
        for row in stored.get(relation.get_accessor_name(), ()):
            _gather(relation.related_model, row, named)


def _there(named: Keys) -> Keys:
    """Return those of the named records that the database has."""
    there: Keys = {kind: set() for kind in named}
    parts, values = [], []
    for number, (kind, keys) in enumerate(named.items()):
        key = kind._meta.pk
        name = connection.ops.quote_name(str(key.column))
        table = connection.ops.quote_name(kind._meta.db_table)
        places = ",".join(["%s"] * len(keys))
        parts.append(f"SELECT {number}, {name} FROM {table} WHERE {name} IN ({places})")  # noqa: S608
        values += [key.get_db_prep_value(one, connection) for one in keys]
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), values)
            kinds = list(named)
            for number, one in cursor.fetchall():
                there[kinds[number]].add(kinds[number]._meta.pk.to_python(one))
    return there


def _without(model: type[Model], stored: Mapping[str, Any], there: Keys) -> dict[str, Any]:
    made = dict(stored)
    for field, kind in _keys(model):
        if field.name in made and not _stands(made[field.name], kind, there):
            made[field.name] = None
    for relation in get_all_child_relations(model):
        name, child = relation.get_accessor_name(), relation.related_model
        if name in made:
            rows = [_without(child, row, there) for row in made[name]]
            made[name] = [row for row in rows if _complete(child, row)]
    return made


def _stands(value: Any, kind: type[Model], there: Keys) -> bool:
    return value is None or kind._meta.pk.to_python(value) in there[kind]


def _complete(model: type[Model], row: Mapping[str, Any]) -> bool:
    """Return whether a row names all that it must."""
    return all(field.null or row.get(field.name) is not None for field, _kind in _keys(model))
