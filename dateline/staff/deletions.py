"""Deletions on record: one Act for each, whether a form, an action or a query deletes."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from django.db.models.signals import pre_delete

from .actions import log
from .signatures import signature

LOGGED = (
    "stories.Article",
    "stories.Story",
    "stories.Section",
    "stories.Tag",
    "stories.StandingPage",
    "stories.Zone",
    "stories.Redirect",
    "chronology.Entry",
    "chronology.VersionSet",
    "newsfeed.Bulletin",
    "newsfeed.Strip",
    "agents.Agent",
    "agents.Programme",
    "media.Picture",
    "media.Attachment",
)
"""What readers see under a name or at a place of its own."""


def log_deletions() -> None:
    """Log every deletion of the models above from now on."""
    for label in LOGGED:
        pre_delete.connect(_record, sender=apps.get_model(label), dispatch_uid=f"logged {label}")


def _record(sender: Any, instance: Model, origin: Any = None, **_kept: Any) -> None:
    """Log a deletion inside its transaction; what goes with something else is that one's."""
    if not _is_asked_for(instance, origin):
        return
    said = signature()
    log("delete", instance, by=said.by, at=said.at, detail={"was": str(instance)})


def _is_asked_for(instance: Model, origin: Any) -> bool:
    """Return whether this very record is deleted, and not what it belongs to."""
    if isinstance(origin, QuerySet):
        return origin.model is type(instance)
    return origin is None or origin is instance
