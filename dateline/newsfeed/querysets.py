"""Questions about the newsfeed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from .models import Bulletin  # noqa: F401


class BulletinQuerySet(models.QuerySet["Bulletin"]):
    """Asks for bulletins."""

    def public(self) -> BulletinQuerySet:
        """Return what readers may see; a line of an article is public while the article is."""
        from dateline.stories.models import Article

        return self.filter(live=True).filter(
            models.Q(article=None) | models.Q(article__in=Article.objects.public())
        )

    def latest_first(self) -> BulletinQuerySet:
        """Order by the feed's cursor, newest first: time, then key."""
        return self.order_by("-published_at", "-pk")
