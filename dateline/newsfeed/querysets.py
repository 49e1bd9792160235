"""Questions about the newsfeed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from .models import Bulletin  # noqa: F401


class BulletinQuerySet(models.QuerySet["Bulletin"]):
    """Asks for bulletins."""

    def public(self) -> BulletinQuerySet:
        """Return what readers may see; a line of an article is public while the article is.

        Said of the joined article: a subquery of all public articles would be gone through.
        """
        from dateline.stories.models import Hold

        held = Hold.objects.in_force().filter(target_kind="article").values("target_uid")
        shown = models.Q(
            article__live=True,
            article__withdrawn_at=None,
            article__published_at__isnull=False,
        )
        return (
            self.filter(live=True)
            .filter(models.Q(article=None) | shown)
            .exclude(article__uid__in=held)
        )

    def latest_first(self) -> BulletinQuerySet:
        """Order by the feed's cursor, newest first: time, then key."""
        return self.order_by("-published_at", "-pk")
