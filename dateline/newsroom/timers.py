"""Schedules and embargoes: what the press's timers do when their time has come.

Wagtail's own publish_scheduled is never run: a timer of the press calls the same publish().
"""

from __future__ import annotations

import logging
import threading
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model

from dateline import press
from dateline.media import actions as media
from dateline.media.models import Picture
from dateline.press.ledger import timers as press_timers
from dateline.stories import actions
from dateline.stories.models import Article, Hold, Published, ScheduledVersion

from .address_errors import in_sentences

log = logging.getLogger("dateline.newsroom")

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


def ref_of(record: Model) -> str:
    """Return the reference by which timers name a record: its model's label and its key."""
    return f"{record._meta.label_lower}:{record.pk}"


def set_publication(record: Published, hour: datetime) -> None:
    """Set the timer that publishes a record's scheduled version; its newest hour counts."""
    press.at(hour, PUBLISH, ref_of(record))
    press.at(hour - AHEAD, PREPARE, ref_of(record))


def cancel_publication(record: Published) -> None:
    """Take the timer of a record's scheduled version back."""
    press_timers.cancel(PUBLISH, ref_of(record))
    press_timers.cancel(PREPARE, ref_of(record))


def set_lift(hold: Hold, when: datetime) -> None:
    """Set the timer that lifts an embargo."""
    press.at(when, LIFT, str(hold.pk))
    press.at(when - AHEAD, PREPARE, ref_of(hold))


def cancel_lift(hold: Hold) -> None:
    """Take the timer of an embargo back."""
    press_timers.cancel(LIFT, str(hold.pk))
    press_timers.cancel(PREPARE, ref_of(hold))


def set_expiry(record: Published) -> None:
    """Set the timer that takes a live record down, or take it back where it has none."""
    if record.live and record.expire_at:
        press.at(record.expire_at, EXPIRE, ref_of(record))
    else:
        press_timers.cancel(EXPIRE, ref_of(record))


def take_timers_back(record: Published) -> None:
    """Take every timer of a record back."""
    cancel_publication(record)
    press_timers.cancel(EXPIRE, ref_of(record))


def set_missing() -> int:
    """Set the timers of versions scheduled before this version set any; return how many wait."""
    waiting = ScheduledVersion.objects.waiting().select_related("revision")
    for one in waiting:
        set_publication(one.record, one.hour)
    return len(waiting)


@press.on_timer(EXPIRE)
def on_expire(ref: str, at: datetime) -> None:
    """Take down what an editor wanted taken down at this time."""
    label, _colon, pk = ref.rpartition(":")  # until December 2026 articles alone, by their key
    expire(apps.get_model(label or "stories.article"), int(pk), at=at)


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
        making = threading.Thread(target=media.prepare_variants, args=[files], daemon=True)
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
    """Publish the version whose hour has come; return whether there was one.

    A version that may not be published then (held, withdrawn, a broken rule) stays a draft,
    off the schedule; the log and the newsdesk say why.
    """
    label = model._meta.label_lower
    rows = ScheduledVersion.objects.waiting().select_related("revision", "by")
    waiting = rows.filter(target_kind=label, target_pk=pk, hour__lte=at).first()
    if waiting is None:
        return False
    lift_due(waiting.record, at=at)
    try:
        with in_sentences(), transaction.atomic():
            actions.publish_due(waiting, at=at)
    except ValidationError as why:
        said = " ".join(why.messages)
        log.error("%s did not go live at its hour: %s", ref_of(waiting.record), said)
        actions.refuse_due(waiting, why=said, at=at)
        return False
    return True


def lift_due(record: Published, *, at: datetime) -> None:
    """Lift the embargoes on a record that end now, whose own timers may come a moment later."""
    for hold in Hold.objects.due(at).on(str(record._meta.model_name), record.uid):
        lift_embargo(hold.pk, at=at)


def expire(model: type[Published], pk: int, *, at: datetime) -> bool:
    """Take a record down whose time has passed; return whether there was one.

    It is a draft then, without an end, and may be published again.
    """
    record = model._default_manager.filter(pk=pk, live=True, expire_at__lte=at).first()
    if record is None:
        return False
    actions.expire(record, at=at)
    return True


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
