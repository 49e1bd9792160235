"""Questions about the newsfeed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from dateline.staff.querysets import held_uids

if TYPE_CHECKING:
    from .models import Bulletin, Strip  # noqa: F401


class BulletinQuerySet(models.QuerySet["Bulletin"]):
    """Questions about bulletins."""

    def public(self) -> BulletinQuerySet:
        """Return what readers may see: live, and neither the line nor its article is held.

        A line of an article is public while the article is.
        Said of the joined article: a subquery of all public articles would be gone through.
        """
        shown = models.Q(
            article__live=True,
            article__withdrawn_at=None,
            article__published_at__isnull=False,
        )
        return (
            self.filter(live=True)
            .filter(models.Q(article=None) | shown)
            .exclude(article__uid__in=held_uids("article"))
            .exclude(uid__in=held_uids("bulletin"))
        )

    def latest_first(self) -> BulletinQuerySet:
        """Order by the feed's cursor, newest first: time, then key."""
        return self.order_by("-published_at", "-pk")


class StripQuerySet(models.QuerySet["Strip"]):
    """Questions about breaking strips."""

    def public(self) -> StripQuerySet:
        """Return the strips whose article, where they have one, is not held."""
        return self.exclude(article__uid__in=held_uids("article"))
