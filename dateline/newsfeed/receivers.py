"""Follows the articles below: each published one has a line in the newsfeed.

The one place where a room listens to a room beneath it; faces hear of the line itself.
"""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from dateline.stories.models import Article
from dateline.stories.signals import article_published, article_unpublished, article_withdrawn

from . import actions


@receiver([article_published, article_unpublished, article_withdrawn], sender=Article)
def keep_step(sender: type[Article], instance: Article, **_kept: Any) -> None:
    """Bring the article's line in step with it, inside the same transaction."""
    actions.follow(instance)
