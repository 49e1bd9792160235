"""What happens to articles and stories: each verb one transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from dateline.lib.text import typography
from dateline.staff.actions import log
from dateline.staff.models import User
from dateline.staff.signatures import sign_acts

from . import signals
from .models import (
    Article,
    CorrectionText,
    Hold,
    Published,
    ScheduledVersion,
    publication,
    references,
)
from .models.publication import Occasion

Record = TypeVar("Record", bound=Published)


@transaction.atomic
def publish(
    record: Record,
    *,
    by: User | None,
    at: datetime,
    reason: str = "",
    correction: dict[str, Any] | None = None,
) -> Record:
    """Publish the record as it stands in hand, or schedule it where it has an hour.

    at: first publication where there was none; aware. reason: of a material change; without
    one every date stays. correction: the answers for `correct`; both appear with the version.
    Returns the record as the database has it then. Raises Held or ValidationError, and saves
    nothing then.
    """
    publication.ask(record, at=at)
    if record.pk is None:
        with references.put_off():
            record.save()
    revision = record.save_revision(user=by, clean=False)
    occasion = Occasion(by=by, at=at, reason=reason, correction=correction, is_asked=True)
    record.publish(revision, user=by, occasion=occasion)
    return type(record)._default_manager.get(pk=record.pk)


def publish_update(article: Article, *, by: User | None, at: datetime, reason: str) -> Article:
    """Publish a material change: needs a reason, moves "Updated", marks sisters behind."""
    if not reason.strip():
        raise ValidationError({"reason": _("A material change needs a reason.")})
    return publish(article, by=by, at=at, reason=reason)


def publish_correction(
    article: Article, text: CorrectionText, *, by: User | None, at: datetime
) -> Article:
    """Publish the article with a correction of the version that was live until then.

    Raises ValidationError where the article still says what was wrong.
    """
    return publish(article, by=by, at=at, correction=text.kept())


@transaction.atomic
def unschedule(record: Published, *, by: User | None, at: datetime) -> bool:
    """Take a version off the schedule; it stays as a draft without an hour.

    Return whether one waited.
    """
    return publication.cancel(record, by=by, at=at, why="")


@transaction.atomic
def publish_due(waiting: ScheduledVersion, *, at: datetime) -> None:
    """Publish a version whose hour has come, with the update or correction that waited for it.

    Raises Held or ValidationError where a rule forbids it, and saves nothing then.
    """
    record, revision = waiting.record, waiting.revision
    occasion = Occasion(
        by=waiting.by,
        at=at,
        why="schedule",
        reason=waiting.reason,
        correction=waiting.correction,
        skip_checks=True,
    )
    publication.clear(record, revision, publication.GO_LIVE)
    ScheduledVersion.objects.filter(pk=waiting.pk).delete()
    record.publish(revision, user=waiting.by, occasion=occasion)


@transaction.atomic
def refuse_due(waiting: ScheduledVersion, *, why: str, at: datetime) -> None:
    """Take a version off the schedule that may not go live at its hour, and say why.

    The version stays a draft; the row keeps the update or correction that was to appear.
    """
    record = waiting.record
    publication.clear(record, waiting.revision, publication.GO_LIVE, publication.EXPIRE)
    waiting.fail(why=why, at=at)
    log("schedule-refused", record, by=None, at=at, why=why)


@transaction.atomic
def unpublish(record: Published, *, by: User | None, at: datetime, expired: bool = False) -> None:
    """Take a record off the site; it stays as a draft. expired: because its time has passed."""
    record.unpublish(set_expired=expired, user=by, at=at)


@transaction.atomic
def expire(record: Published, *, at: datetime) -> None:
    """Take a record off the site whose time has passed; the draft has no end any more."""
    unpublish(record, by=None, at=at, expired=True)
    if record.latest_revision:
        publication.clear(record, record.latest_revision, publication.GO_LIVE, publication.EXPIRE)


@transaction.atomic
def withdraw(article: Article, *, by: User | None, at: datetime, note: str) -> None:
    """Withdraw an article for good: its address answers 410 with the note."""
    if not note.strip():
        raise ValidationError(_("A withdrawal says why, in a note for readers."))
    if article.published_at is None:
        raise ValidationError(_("Only what has been published can be withdrawn."))
    publication.cancel(article, by=by, at=at, why="withdrawn")
    article.withdrawn_at = at
    article.withdrawal_note = typography(note, article.edition.language)
    article.save(update_fields=["withdrawn_at", "withdrawal_note"])
    signals.article_withdrawn.send(sender=Article, instance=article, by=by, at=at)
    log("withdraw", article, by=by, at=at, why=note)


@transaction.atomic
def delete(record: Model, *, by: User | None, at: datetime) -> None:
    """Delete a record; the log keeps who, when and what it was called."""
    with sign_acts(by=by, at=at):
        record.delete()


@transaction.atomic
def hold(
    target: Any,
    *,
    kind: str,
    reason: str,
    by: User | None,
    at: datetime,
    until: datetime | None = None,
) -> Hold:
    """Hold a thing back from every output until a named person lifts the hold."""
    placed = Hold(
        target_kind=target._meta.model_name,
        target_uid=target.uid,
        kind=kind,
        reason=reason,
        by=by,
        at=at,
        until=until,
    )
    placed.full_clean(exclude=["by"])
    placed.save()
    log("hold", target, by=by, at=at, why=reason)
    signals.hold_placed.send(sender=Hold, instance=placed, target=target)
    return placed


@transaction.atomic
def lift(placed: Hold, *, by: User | None, at: datetime, target: Any) -> None:
    """Lift a hold; by may be empty only for an embargo whose time has come."""
    if by is None and not (placed.kind == "embargo" and placed.until and placed.until <= at):
        raise ValidationError(_("A hold is lifted by a named person."))
    placed.lifted_at, placed.lifted_by = at, by
    placed.save(update_fields=["lifted_at", "lifted_by"])
    log("lift", target, by=by, at=at, why=placed.reason)
    signals.hold_lifted.send(sender=Hold, instance=placed, target=target)
