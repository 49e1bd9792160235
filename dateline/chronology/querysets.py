"""Questions about entries and statements."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

if TYPE_CHECKING:
    from .models import Entry, Relation, Statement  # noqa: F401


class EntryQuerySet(models.QuerySet["Entry"]):
    """Asks for entries."""

    def public(self) -> EntryQuerySet:
        """Return what readers may see: live entries under no hold in force."""
        from dateline.stories.models import Hold

        held = Hold.objects.in_force().filter(target_kind="entry").values("target_uid")
        return self.filter(live=True).exclude(uid__in=held)

    def of_story(self, story_id: int) -> EntryQuerySet:
        """Return the entries of one story."""
        return self.filter(story_links__story_id=story_id)

    def oldest_first(self) -> EntryQuerySet:
        """Order as a tale is read."""
        return self.order_by("sort_at", "position", "pk")

    def without_source(self) -> EntryQuerySet:
        """Return entries with a statement in our own voice or none at all: a job for editors."""
        return self.filter(
            models.Q(statements__act="asserts") | models.Q(statements=None)
        ).distinct()


class StatementQuerySet(models.QuerySet["Statement"]):
    """Asks for statements."""

    def public(self) -> StatementQuerySet:
        """Return statements of live entries only: drafts write into the same tables."""
        return self.filter(entry__live=True)


class RelationQuerySet(models.QuerySet["Relation"]):
    """Asks for relations."""

    def touching(self, uid: UUID) -> RelationQuerySet:
        """Return the relations from or to one statement."""
        return self.filter(models.Q(from_uid=uid) | models.Q(to_uid=uid))
