"""React to what happens to articles: set and take back the timer that takes one down."""

from typing import Any

from django.dispatch import receiver

from dateline.press.ledger import timers as press_timers
from dateline.stories import signals
from dateline.stories.models import Article

from . import timers


@receiver([signals.article_published, signals.article_changed])
def stands(sender: Any, instance: Article, **_kept: Any) -> None:
    """Have a live article taken down when its time has passed."""
    timers.set_expiry(instance)


@receiver([signals.article_unpublished, signals.article_withdrawn, signals.article_deleted])
def goes(sender: Any, instance: Article, **_kept: Any) -> None:
    """Take the timer of an article back that is live no more."""
    press_timers.cancel(timers.EXPIRE, str(instance.pk))
