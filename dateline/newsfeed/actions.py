"""What happens in the newsfeed: each verb one transaction."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from dateline.lib.text import typography
from dateline.staff.actions import log
from dateline.staff.models import User
from dateline.stories.choices import Label
from dateline.stories.models import Article, Hold

from .models import Bulletin, Strip
from .signals import bulletin_changed, bulletin_filed, bulletin_withdrawn

FOLLOWED = ("edition_id", "published_at", "headline", "label", "story_id", "live")
"""What a line takes from its article."""


@transaction.atomic
def file(bulletin: Bulletin, *, by: User | None, at: datetime) -> Bulletin:
    """File one line of the newsfeed; its time is published_at, or at where it has none.

    Raises Held while the line or its article is held, and ValidationError for a time to come:
    a line has no hour at which it would appear. One that was read from a page keeps its time.
    """
    bulletin.published_at = bulletin.published_at or at
    if bulletin.published_at > at and not bulletin.document_id:
        raise ValidationError(_("A line of the newsfeed is filed when it is so: its time is past."))
    Hold.objects.refuse("bulletin", bulletin.uid)
    if bulletin.article:
        Hold.objects.refuse("article", bulletin.article.uid)
    bulletin.full_clean(validate_unique=False)
    bulletin.headline = typography(bulletin.headline, bulletin.edition.language)
    is_new = bulletin.pk is None
    bulletin.save()
    signal = bulletin_filed if is_new else bulletin_changed
    signal.send(sender=Bulletin, instance=bulletin)
    log("file", bulletin, by=by, at=at)
    return bulletin


@transaction.atomic
def withdraw(bulletin: Bulletin, *, by: User | None, at: datetime, why: str = "") -> None:
    """Take one line back; the row stays."""
    bulletin.live = False
    bulletin.withdrawn_at = at
    bulletin.save(update_fields=["live", "withdrawn_at"])
    bulletin_withdrawn.send(sender=Bulletin, instance=bulletin)
    log("withdraw", bulletin, by=by, at=at, why=why)


@transaction.atomic
def follow(article: Article) -> Bulletin:
    """Bring the line of a published article in step with it: headline, label, first time.

    "Live" is the line's own label, for no article bears it: the line keeps it.
    """
    bulletin = Bulletin.objects.filter(article=article).first() or Bulletin(article=article)
    is_new = bulletin.pk is None
    told = {name: getattr(bulletin, name) for name in FOLLOWED}
    primary = article.story_links.filter(is_primary=True).first()
    assert article.published_at is not None  # noqa: S101 - a live article has it
    bulletin.edition_id = article.edition_id
    bulletin.published_at = article.published_at
    bulletin.headline = article.line
    if bulletin.label != Label.LIVE:
        bulletin.label = article.feed_label()
    bulletin.story_id = primary.story_id if primary else None
    bulletin.live = article.live and article.withdrawn_at is None
    if told != {name: getattr(bulletin, name) for name in FOLLOWED}:
        bulletin.save()
        signal = bulletin_filed if is_new else bulletin_changed
        signal.send(sender=Bulletin, instance=bulletin, with_article=True)
    return bulletin


@transaction.atomic
def raise_strip(strip: Strip, *, by: User | None, at: datetime) -> Strip:
    """Put a breaking strip up; it ends by itself at until_at."""
    if strip.until_at <= strip.from_at:
        raise ValidationError(_("A strip ends after it begins."))
    if strip.article:
        Hold.objects.refuse("article", strip.article.uid)
    strip.by = by
    strip.save()
    log("strip", strip, by=by, at=at, why=strip.text)
    return strip
