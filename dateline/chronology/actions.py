"""What happens to a chronology: each verb one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from dateline.lib.multilingual import TextsByLanguage
from dateline.staff.actions import log
from dateline.staff.models import User
from dateline.stories.actions import publish as publish_record
from dateline.stories.models import CorrectionText, Story

from .choices import RelationKind
from .models import Entry, Relation, Version, VersionSet


@transaction.atomic
def publish(entry: Entry, *, by: User | None, at: datetime) -> Entry:
    """Publish an entry as it stands in hand, or schedule it where it has an hour."""
    return publish_record(entry, by=by, at=at)


@transaction.atomic
def relate(
    from_uid: UUID, to_uid: UUID, kind: str, *, by: User | None, at: datetime, note: str = ""
) -> Relation:
    """Relate two statements, once; the row that exists is returned as it is."""
    if kind in (RelationKind.CONTRADICTS, RelationKind.SAME_AS) and str(to_uid) < str(from_uid):
        from_uid, to_uid = to_uid, from_uid
    known = Relation.objects.filter(from_uid=from_uid, to_uid=to_uid, kind=kind).first()
    if known:
        return known
    relation = Relation(from_uid=from_uid, to_uid=to_uid, kind=kind, note=note, by=by, at=at)
    relation.full_clean(exclude=["by"])
    relation.save()
    return relation


@transaction.atomic
def compare(
    story: Story,
    statement_uids: Sequence[UUID],
    *,
    question: TextsByLanguage,
    note: TextsByLanguage | None = None,
    by: User | None,
    at: datetime,
) -> VersionSet:
    """Set statements side by side under one question; two at least."""
    if len(set(statement_uids)) < 2:
        raise ValidationError("Versions side by side need two statements or more.")
    made = VersionSet(
        story=story, question=question, note=note or {}, position=story.version_sets.count()
    )
    made.versions = [
        Version(statement_uid=uid, position=place) for place, uid in enumerate(statement_uids)
    ]
    made.save()
    log("compare", made, by=by, at=at)
    return made


def correct(entry: Entry, text: CorrectionText, *, by: User | None, at: datetime) -> Entry:
    """Publish the entry as it stands in hand with a correction of the version live until then.

    Raises ValidationError where the entry still says what was wrong.
    """
    return publish_record(entry, by=by, at=at, correction=text.kept())


@transaction.atomic
def review(entry: Entry, *, by: User, at: datetime) -> None:
    """Note that a person has read the entry and found it still right."""
    entry.reviewed_at, entry.reviewed_by = at, by
    entry.save(update_fields=["reviewed_at", "reviewed_by"])
    log("review", entry, by=by, at=at)
    if entry.live:
        entry.went_live(by=by, at=at)
