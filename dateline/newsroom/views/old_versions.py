"""Older versions in the form: rows that were deleted since come back as new rows.

A version keeps its rows with their keys. Where such a row was deleted since, Wagtail's form
refuses the key without a word that an editor could see; without the key the row is made anew,
and whatever points to it by uid finds it again.
"""

from __future__ import annotations

from typing import Any

from modelcluster.models import ClusterableModel, get_all_child_relations

from .schedules import scheduled_for


def revive(record: ClusterableModel) -> None:
    """Take the key from every row, at any depth, that is no longer in the database."""
    for relation in get_all_child_relations(type(record)):
        name = relation.get_accessor_name()
        rows = list(getattr(record, name).all())
        keys = [row.pk for row in rows if row.pk is not None]
        known = set(
            relation.related_model._default_manager.filter(pk__in=keys).values_list("pk", flat=True)
            if keys
            else ()
        )
        for row in rows:
            if isinstance(row, ClusterableModel):
                revive(row)
            if row.pk not in known:
                row.pk = None
        setattr(record, name, rows)


class Revived:
    """A form that gets a version whose deleted rows can be saved again."""

    def get_object(self, queryset: Any = None) -> Any:
        record = super().get_object(queryset)  # type: ignore[misc]
        if isinstance(record, ClusterableModel) and record is not getattr(
            self, "live_object", None
        ):
            revive(record)
        return record


class RevivedVersion:
    """The form of an older version that is looked at to be brought back."""

    action = ""
    object: Any = None

    def get_object(self, queryset: Any = None) -> Any:
        record = super().get_object(queryset)  # type: ignore[misc]
        if isinstance(record, ClusterableModel):
            revive(record)
        return record

    def get_success_message(self) -> str:
        waits = scheduled_for(self.object) if self.action == "publish" else ""
        return waits or str(super().get_success_message())  # type: ignore[misc]
