"""The question that `public()` asks in every room: which things are held back."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import QuerySet


def held_uids(kind: str = "") -> QuerySet[Any]:
    """Return a subquery of the uids of one kind, or of all, that are under a hold in force.

    kind: the model's name, as in Hold.target_kind. Few rows are in force, so that
    `exclude(uid__in=held(kind))` costs no scan of the excluded table. The holds are named by
    their label, for their room stands above those of pictures and documents.
    """
    holds: QuerySet[Any] = apps.get_model("stories", "Hold").objects.in_force()
    return (holds.filter(target_kind=kind) if kind else holds).values("target_uid")
