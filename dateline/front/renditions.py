"""Take public files away with what showed them: a withdrawn picture is in no public folder.

By timers of the press, so that a crash loses none: the worker asks the ledger whether any sheet
still shows the picture, and the records whether anything public still names it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import ReferenceIndex

from dateline.media import actions
from dateline.media.models import Picture, Variant
from dateline.press import Item, clock, on_timer
from dateline.press import at as set_timer
from dateline.press.caches import purges
from dateline.press.ledger import timers
from dateline.press.watch import lookups
from dateline.stories.models import Article

log = logging.getLogger("dateline.press")

CONCEAL, FORGET = "front.conceal", "front.forget"
AGAIN = timedelta(seconds=5)


def watch(items: Iterable[Item]) -> None:
    """Have the pictures among these items concealed as soon as nothing shows them any more."""
    for kind, ident in items:
        if kind == "picture":
            set_timer(clock.now(), CONCEAL, str(ident))


def at_once() -> None:
    """After the commit, and what it presses, take away what may go; timers do it after a crash."""
    transaction.on_commit(_take_away)


def _take_away() -> None:
    """Conceal pictures, then delete their files, as far as nothing shows them any more."""
    while timers.fire(CONCEAL, FORGET):
        continue
    failed = purges.at_once(purges.urgent(settings.MEDIA_URL))
    if failed:
        log.error("taken down, but caches may hold: %s", " ".join(sorted(failed)[:100]))


def dropped(article: Article) -> list[Item]:
    """Return the pictures that an article's sheets show and the article no longer names."""
    stay = {picture.pk for picture in article.pictures()}
    shown = lookups.own_reads(("article", article.pk), "picture")
    return [("picture", pk) for pk in sorted(shown - stay)]


@on_timer(CONCEAL)
def conceal(ref: str, at: datetime) -> None:
    """Take a picture's public files away, unless something public shows it."""
    picture = Picture.objects.select_for_update().filter(pk=int(ref)).first()
    if picture is None or named(picture):
        return
    item = ("picture", picture.pk)
    if lookups.waits(item):
        set_timer(at + AGAIN, CONCEAL, ref)
    elif not lookups.whereis(item):
        actions.conceal(picture)


@on_timer(FORGET)
def forget(ref: str, at: datetime) -> None:
    """Delete a file once the sheets that named it are pressed anew."""
    picture_id, _colon, name = ref.partition(":")
    if lookups.waits(("picture", int(picture_id))):
        set_timer(at + AGAIN, FORGET, ref)
    elif actions.forget(name):
        purges.owe({f"{settings.MEDIA_URL}{name}": 0})


def named(picture: Picture) -> bool:
    """Return whether a public article shows a picture that is not held itself."""
    if not Picture.objects.public().filter(pk=picture.pk).exists():
        return False
    inside = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Article),
        to_content_type=ContentType.objects.get_for_model(Picture),
        to_object_id=str(picture.pk),
    ).values_list("object_id", flat=True)
    articles = Article.objects.public()
    return (
        articles.filter(lead_picture_id=picture.pk).exists()
        or articles.filter(pk__in=[int(pk) for pk in inside]).exists()
    )


@receiver(post_delete, sender=Variant)
def file_goes(sender: Any, instance: Variant, **_kept: Any) -> None:
    """Have the file of a deleted record of it taken away when no sheet names it."""
    set_timer(clock.now(), FORGET, f"{instance.picture_id}:{instance.name}")
