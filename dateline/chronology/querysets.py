"""Questions about entries and statements."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

from dateline.staff.querysets import held_uids

if TYPE_CHECKING:
    from .models import Attribution, Entry, Relation, Statement, StoryEntry  # noqa: F401


class EntryQuerySet(models.QuerySet["Entry"]):
    """Questions about entries."""

    def public(self) -> EntryQuerySet:
        """Return what readers may see: live entries under no hold in force."""
        return self.filter(live=True).exclude(uid__in=held_uids("entry"))

    def of_story(self, story_id: int) -> EntryQuerySet:
        """Return the entries of one story."""
        return self.filter(story_links__story_id=story_id)

    def review_due(self, day: date) -> EntryQuerySet:
        """Return the entries that nobody has reviewed since they were to be, by that day.

        An entry is to be reviewed on its own day, and when a statement of it holds no longer.
        """
        unread = models.Q(reviewed_at=None)
        own = unread | models.Q(reviewed_at__date__lt=models.F("review_by"))
        held = unread | models.Q(reviewed_at__date__lte=models.F("statements__holds_until"))
        due = models.Q(review_by__lte=day) & own
        over = models.Q(statements__holds_until__lt=day) & held
        return self.filter(due | over).distinct()

    def oldest_first(self) -> EntryQuerySet:
        """Order as a tale is read."""
        return self.order_by("sort_at", "position", "pk")

    def without_source(self) -> EntryQuerySet:
        """Return entries with a statement in our own voice or none at all: a job for editors."""
        return self.filter(
            models.Q(statements__act="asserts") | models.Q(statements=None)
        ).distinct()


class StatementQuerySet(models.QuerySet["Statement"]):
    """Questions about statements."""

    def public(self) -> StatementQuerySet:
        """Return the statements of public entries that are under no hold themselves.

        Drafts write into the same tables.
        """
        shown = self.filter(entry__live=True).exclude(entry__uid__in=held_uids("entry"))
        return shown.exclude(uid__in=held_uids("statement"))


class AttributionQuerySet(models.QuerySet["Attribution"]):
    """Questions about attributions."""

    def public(self) -> AttributionQuerySet:
        """Return the attributions of public statements."""
        shown = self.filter(statement__entry__live=True)
        shown = shown.exclude(statement__entry__uid__in=held_uids("entry"))
        return shown.exclude(statement__uid__in=held_uids("statement"))


class StoryEntryQuerySet(models.QuerySet["StoryEntry"]):
    """Questions about the places of entries in stories."""

    def public(self) -> StoryEntryQuerySet:
        """Return the places of public entries."""
        return self.filter(entry__live=True).exclude(entry__uid__in=held_uids("entry"))


class RelationQuerySet(models.QuerySet["Relation"]):
    """Questions about relations."""

    def touching(self, uid: UUID) -> RelationQuerySet:
        """Return the relations from or to one statement."""
        return self.filter(models.Q(from_uid=uid) | models.Q(to_uid=uid))
