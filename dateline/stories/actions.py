"""What happens to articles and stories: each verb one transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from dateline.staff.actions import log
from dateline.staff.models import User

from . import signals
from .choices import CorrectionKind
from .models import Article, Correction, Hold, Published, references


@transaction.atomic
def publish(record: Published, *, by: User | None, at: datetime) -> Published:
    """Publish the record as it stands in hand; a minor change keeps every date.

    at: first publication where there was none; aware. Returns the fresh live record.
    Raises Held or ValidationError, and saves nothing then.
    """
    record.may_go_live()
    first = record.published_at is None
    if first:
        record.published_at = at
    if record.pk is None or first:
        record.full_clean()
        with references.put_off():
            record.save()
    revision = record.save_revision(user=by, clean=not first)
    record.publish(revision, user=by, skip_permission_checks=True)
    fresh = type(record)._default_manager.get(pk=record.pk)
    log("publish", fresh, by=by, at=at)
    return fresh


@transaction.atomic
def publish_update(article: Article, *, by: User | None, at: datetime, reason: str) -> Article:
    """Publish a material change: needs a reason, moves "Updated", marks sisters behind."""
    article.change(reason=reason, by=by, at=at)
    Article.objects.filter(pk=article.pk).update(changed_at=at)
    article.changed_at = at
    fresh = publish(article, by=by, at=at)
    mark_behind(article, at=at)
    return fresh


@transaction.atomic
def publish_correction(
    article: Article,
    *,
    by: User | None,
    at: datetime,
    was: str,
    now: str,
    kind: str = CorrectionKind.ERROR,
) -> Correction:
    """Publish the article with a correction of the version that was live until now."""
    if not now.strip() or (kind == CorrectionKind.ERROR and not was.strip()):
        raise ValidationError(_("A correction says what was wrong and what is right."))
    correction = article.correct(was=was, now=now, by=by, at=at, kind=kind)
    fresh = publish(article, by=by, at=at)
    log("correct", fresh, by=by, at=at, why=now)
    mark_behind(article, at=at)
    signals.article_corrected.send(sender=Article, instance=fresh, correction=correction)
    return correction


def mark_behind(article: Article, *, at: datetime) -> int:
    """Mark the other language versions behind; return how many."""
    sisters = Article.objects.versions_of(article).filter(live=True)
    count = 0
    for sister in sisters:
        Article.objects.filter(pk=sister.pk).update(behind_since=at)
        sister.refresh_from_db()
        signals.article_changed.send(sender=Article, instance=sister)
        count += 1
    return count


@transaction.atomic
def unpublish(record: Published, *, by: User | None, at: datetime, expired: bool = False) -> None:
    """Take a record off the site; it stays as a draft. expired: because its time has passed."""
    record.unpublish(set_expired=expired, user=by)
    log("unpublish", record, by=by, at=at, why="expiry" if expired else "")


@transaction.atomic
def withdraw(article: Article, *, by: User | None, at: datetime, note: str) -> None:
    """Withdraw an article for good: its address answers 410 with the note."""
    if not note.strip():
        raise ValidationError(_("A withdrawal says why, in a note for readers."))
    article.withdrawn_at = at
    article.withdrawal_note = note
    article.save(update_fields=["withdrawn_at", "withdrawal_note"])
    signals.article_withdrawn.send(sender=Article, instance=article, by=by, at=at)
    log("withdraw", article, by=by, at=at, why=note)


@transaction.atomic
def delete(record: Published, *, by: User | None, at: datetime) -> None:
    """Delete a record; the log keeps who, when and what it was called."""
    log("delete", record, by=by, at=at, detail={"was": str(record)})
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
