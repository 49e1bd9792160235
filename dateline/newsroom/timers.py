"""Schedules and embargoes: what the press's timers do when their time has come.

Wagtail's own publish_scheduled is never run: a timer of the press calls the same publish().
"""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Revision

from dateline import press
from dateline.media import actions as media
from dateline.media.models import Picture
from dateline.press.ledger import timers as press_timers
from dateline.staff.actions import log
from dateline.stories import actions
from dateline.stories.models import Article, Hold, Published

PUBLISH = "newsroom.publish"
LIFT = "newsroom.lift"
EXPIRE = "newsroom.expire"
PREPARE = "newsroom.prepare"
AHEAD = timedelta(seconds=60)
HELD = {
    "article": "stories.Article",
    "entry": "chronology.Entry",
    "statement": "chronology.Statement",
    "story": "stories.Story",
    "bulletin": "newsfeed.Bulletin",
    "picture": "media.Picture",
    "attachment": "media.Attachment",
}
"""The model of what a hold names, by Hold.target_kind."""


def set_for(record: Published, when: datetime) -> None:
    """Set the timer of a scheduled record; its newest schedule counts."""
    ref = f"{record._meta.label_lower}:{record.pk}"
    press.at(when, PUBLISH, ref)
    press.at(when - AHEAD, PREPARE, ref)


def set_lift(hold: Hold, when: datetime) -> None:
    """Set the timer that lifts an embargo."""
    press.at(when, LIFT, str(hold.pk))
    press.at(when - AHEAD, PREPARE, f"{hold._meta.label_lower}:{hold.pk}")


def set_expiry(article: Article) -> None:
    """Set the timer that takes a live article down, or take it back where it has none."""
    ref = str(article.pk)
    if article.live and article.expire_at:
        press.at(article.expire_at, EXPIRE, ref)
    else:
        press_timers.cancel(EXPIRE, ref)


@press.on_timer(EXPIRE)
def on_expire(ref: str, at: datetime) -> None:
    """Take down what an editor wanted taken down at this time."""
    expire(int(ref), at=at)


@press.on_timer(PUBLISH)
def on_publish(ref: str, at: datetime) -> None:
    """Publish what was scheduled."""
    label, _colon, pk = ref.partition(":")
    publish_scheduled(apps.get_model(label), int(pk), at=at)


@press.on_timer(LIFT)
def on_lift(ref: str, at: datetime) -> None:
    """Lift an embargo whose time has come."""
    lift_embargo(int(ref), at=at)


@press.on_timer(PREPARE)
def on_prepare(ref: str, at: datetime) -> None:
    """Have the pictures of what is published in a minute encoded beforehand, beside the press.

    Nothing is lost where that fails or is cut short: the publication does it itself then.
    """
    label, _colon, pk = ref.partition(":")
    files = [Path(one.file.path) for one in pictures_soon(apps.get_model(label), int(pk))]
    if files:
        making = threading.Thread(target=media.prepare, args=[files], daemon=True)
        transaction.on_commit(making.start)


def pictures_soon(model: type[Any], pk: int) -> list[Picture]:
    """Return the pictures without public files of what is scheduled, or held until a time."""
    record = model._default_manager.filter(pk=pk).first()
    if isinstance(record, Hold):
        shown = target_of(record) if record.lifted_at is None else None
    else:
        revision = record and record.scheduled_revision
        shown = revision.as_object() if revision else None
    if isinstance(shown, Picture):
        found = [shown]
    else:
        found = shown.pictures() if isinstance(shown, Article) else []
    return [one for one in found if not one.variants.exists()]


@transaction.atomic
def publish_scheduled(model: type[Published], pk: int, *, at: datetime) -> bool:
    """Publish the version whose time has come; return whether there was one.

    A record that may not be published then (held, withdrawn) stays as it is, off the
    schedule, and the log says why. Wagtail leaves its schedule fields set after they fire;
    here they are cleared.
    """
    record = model._default_manager.filter(pk=pk).first()
    revision = record and record.scheduled_revision
    if record is None or revision is None or revision.approved_go_live_at > at:
        return False
    lift_due(record, at=at)
    try:
        with transaction.atomic():
            clear_schedule(record, revision, wholly=False)
            revision.publish(user=revision.user, skip_permission_checks=True)
            log("publish", record, by=revision.user, at=at, why="schedule")
    except ValidationError as why:
        clear_schedule(record, revision)
        log("schedule-refused", record, by=None, at=at, why=" ".join(why.messages))
        return False
    return True


def lift_due(record: Published, *, at: datetime) -> None:
    """Lift the embargoes on a record that end now, whose own timers may come a moment later."""
    for hold in Hold.objects.due(at).on(str(record._meta.model_name), record.uid):
        lift_embargo(hold.pk, at=at)


@transaction.atomic
def expire(pk: int, *, at: datetime) -> bool:
    """Take an article down whose time has passed; return whether there was one.

    It is a draft then, without an end, and may be published again.
    """
    article = Article.objects.filter(pk=pk, live=True, expire_at__lte=at).first()
    if article is None:
        return False
    actions.unpublish(article, by=None, at=at, expired=True)
    if article.latest_revision:
        clear_schedule(article, article.latest_revision)
    return True


def clear_schedule(record: Published, revision: Revision, *, wholly: bool = True) -> None:
    """Forget the schedule in the version and in the record; its end as well, if wholly."""
    forgotten = dict.fromkeys(["go_live_at", "expire_at"] if wholly else ["go_live_at"])
    content: dict[str, Any] = {**revision.content, **forgotten}
    Revision.objects.filter(pk=revision.pk).update(content=content, approved_go_live_at=None)
    type(record)._default_manager.filter(pk=record.pk).update(**forgotten)
    revision.content, revision.approved_go_live_at = content, None


def lift_embargo(pk: int, *, at: datetime) -> bool:
    """Lift an embargo that is due; return whether there was one."""
    hold = Hold.objects.due(at).filter(pk=pk).first()
    if hold is None:
        return False
    target = target_of(hold)
    if target is None:
        return False
    actions.lift(hold, by=None, at=at, target=target)
    return True


def target_of(hold: Hold) -> Any:
    """Return what a hold is on; None when it is gone."""
    model = apps.get_model(HELD[hold.target_kind])
    return model._default_manager.filter(uid=hold.target_uid).first()
