"""Take public files away with what showed them: nothing withdrawn is in a public folder.

Pictures and attachments, by timers of the press, so that a crash loses none: the worker asks the
ledger whether any sheet still shows the thing, and the records whether anything public names it.
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
from dateline.media.models import Attachment, Picture, PublicCopy, Variant
from dateline.press import Item, clock, on_timer, touch
from dateline.press import at as set_timer
from dateline.press.caches import purges
from dateline.press.ledger import timers
from dateline.press.watch import lookups
from dateline.stories.models import Article

log = logging.getLogger("dateline.press")

CONCEAL, FORGET = "front.conceal", "front.forget"
AGAIN = timedelta(seconds=5)
MODELS: dict[str, type[Any]] = {"picture": Picture, "attachment": Attachment}
"""What has public files, by the press's kind."""


def conceal_when_unshown(items: Iterable[Item]) -> None:
    """Have the files of these items concealed as soon as nothing shows them any more."""
    for kind, ident in items:
        if kind in MODELS:
            set_timer(clock.now(), CONCEAL, f"{kind}:{ident}")


def at_once() -> None:
    """Take away what may go, after the commit and its pressing; timers do it after a crash."""
    transaction.on_commit(_take_away)


def _take_away() -> None:
    """Conceal things, then delete their files, as far as nothing shows them any more."""
    while timers.fire(CONCEAL, FORGET):
        continue
    failed = purges.at_once(purges.urgent(settings.MEDIA_URL))
    if failed:
        log.error("taken down, but caches may hold: %s", " ".join(sorted(failed)[:100]))


def things_no_longer_shown(article: Article) -> list[Item]:
    """Return the things with files that an article's sheets show and the article does not name."""
    stay = {(str(one._meta.model_name), one.pk) for one in article.shown_media()}
    item = ("article", article.pk)
    shown = {(kind, pk) for kind in MODELS for pk in lookups.own_reads(item, kind)}
    return sorted(shown - stay)


@on_timer(CONCEAL)
def conceal_files(ref: str, at: datetime) -> None:
    """Take a thing's public files away, unless something public shows it."""
    kind, pk, _rest = _read(ref)
    thing = MODELS[kind].objects.select_for_update().filter(pk=pk).first()
    if thing is None or is_shown_by_article(thing):
        return
    if lookups.waits((kind, pk)):
        set_timer(at + AGAIN, CONCEAL, ref)
    elif not lookups.whereis((kind, pk)):
        actions.conceal_files(thing)


@on_timer(FORGET)
def delete_unnamed_file(ref: str, at: datetime) -> None:
    """Delete a file once the sheets that named it are pressed anew."""
    kind, pk, name = _read(ref)
    if lookups.waits((kind, pk)):
        set_timer(at + AGAIN, FORGET, ref)
    elif actions.delete_public_file(name):
        purges.owe({f"{settings.MEDIA_URL}{name}": 0})


def _read(ref: str) -> tuple[str, int, str]:
    """Return kind, id and name of what a timer is for; timers set by 0.1 are for pictures."""
    kind, _colon, rest = ref.partition(":")
    if kind not in MODELS:
        kind, rest = "picture", ref
    pk, _colon, name = rest.partition(":")
    return kind, int(pk), name


def is_shown_by_article(thing: Picture | Attachment) -> bool:
    """Return whether a public article shows a thing that is not held itself."""
    if not type(thing).objects.public().filter(pk=thing.pk).exists():
        return False
    articles = Article.objects.public()
    if isinstance(thing, Picture) and articles.filter(lead_picture_id=thing.pk).exists():
        return True
    return articles.filter(pk__in=_naming(thing)).exists()


def _naming(thing: Picture | Attachment) -> list[int]:
    """Return the ids of the articles whose texts show a thing."""
    found = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Article),
        to_content_type=ContentType.objects.get_for_model(thing),
        to_object_id=str(thing.pk),
    )
    return [int(pk) for pk in found.values_list("object_id", flat=True)]


def expose_missing() -> int:
    """Make the copies of documents that public articles show and lack; return how many.

    For articles of a version that printed no documents.
    """
    lacking = Attachment.objects.public().filter(copy__isnull=True)
    shown = [one for one in lacking if is_shown_by_article(one)]
    with transaction.atomic():
        made = actions.expose_files(shown)
        touch(*(("attachment", one.pk) for one in shown))
    return made


@receiver(post_delete, sender=Variant)
def picture_file_goes(sender: Any, instance: Variant, **_kept: Any) -> None:
    """Have the file of a deleted variant taken away when no sheet names it."""
    set_timer(clock.now(), FORGET, f"picture:{instance.picture_id}:{instance.name}")


@receiver(post_delete, sender=PublicCopy)
def copy_goes(sender: Any, instance: PublicCopy, **_kept: Any) -> None:
    """Have the file of a deleted copy taken away when no sheet names it."""
    set_timer(clock.now(), FORGET, f"attachment:{instance.attachment_id}:{instance.name}")
