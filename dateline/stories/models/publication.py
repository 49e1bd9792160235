"""The one verb that publishes, now or at an hour, whatever the way.

Wagtail's `revision.publish()` calls the model's `publish()`, and so does all our own code:
`Published.publish` opens the transaction and calls `publish` here. Rules are asked of the
version that goes live, an Act is written and receivers are told, each exactly once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Revision

from dateline.staff.actions import log
from dateline.staff.models import User
from dateline.stories import signals

from . import references, wrong_words
from .corrections import CorrectionText
from .schedules import ScheduledVersion

if TYPE_CHECKING:
    from .base import Published

GO_LIVE, EXPIRE = "go_live_at", "expire_at"


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """Who publishes, when and why, and what readers are told with the version.

    by: None for the system's own doing. reason: of a material change, "" for a small one.
    correction: the answers for `correct`, None without one. skip_checks: whether somebody
    has asked already if this person may publish; is_asked: whether the rules were asked of
    this version before it was saved.
    """

    at: datetime
    by: User | None = None
    why: str = ""
    reason: str = ""
    correction: dict[str, Any] | None = None
    skip_checks: bool = False
    is_asked: bool = False


def publish(action: PublishRevisionAction, occasion: Occasion) -> None:
    """Publish a version, or schedule it where it has an hour; raise where a rule forbids it.

    action: Wagtail's, whose object is the version. Runs inside a transaction. Raises
    ValidationError or Held, and the caller's transaction saves nothing then.
    """
    version = action.object
    if not occasion.is_asked:
        action.check(skip_permission_checks=occasion.skip_checks)
        ask(version, at=occasion.at, cleaned=getattr(action.revision, "is_cleaned", False))
    if occasion.correction:
        wrong_words.refuse_wrong_words(version, CorrectionText(**occasion.correction))
    if version.go_live_at:
        _schedule(action, occasion)
    else:
        _go_live(action, occasion)


def ask(version: Published, *, at: datetime, cleaned: bool = False) -> None:
    """Raise ValidationError or Held where a rule forbids the publication of this version.

    cleaned: whether Django's own rules were asked when the version was saved a moment ago.
    """
    if version.pk:
        _take_what_is_the_records(version)
    _refuse_past_hours(version, at=at)
    if not cleaned:
        try:
            version.full_clean()
        except ValidationError as why:
            raise ValidationError(_in_sentences(version, why)) from why
    version.may_go_live()


def _take_what_is_the_records(version: Published) -> None:
    """Give the version what belongs to the record, as its row has it now; lock the row."""
    names = [version._meta.get_field(name).attname for name in version.KEPT]
    rows = type(version)._default_manager.select_for_update().filter(pk=version.pk)
    row = rows.values(*names, "live", "live_revision_id").get()
    row["published_at"] = row["published_at"] or version.published_at
    for name, value in row.items():
        setattr(version, name, value)


def _in_sentences(version: Published, why: ValidationError) -> list[str]:
    """Return what Django's rules found, each sentence with the name of its field."""
    found = []
    for name, said in why.message_dict.items():
        known = {field.name: str(field.verbose_name) for field in version._meta.fields}
        found += [f"{capfirst(known[name])}: {one}" if name in known else one for one in said]
    return found


def _refuse_past_hours(version: Published, *, at: datetime) -> None:
    """Raise ValidationError when the version is to go live, or to be taken down, in the past."""
    start, end = version.go_live_at, version.expire_at
    if start and start <= at:
        raise ValidationError(
            _("The hour at which it is to go live has passed: %s. Empty it, or set a later one.")
            % hour_words(start)
        )
    if end and end <= (start or at):
        raise ValidationError(_("The time at which it is to be taken down has passed."))


def hour_words(hour: datetime) -> str:
    """Return an hour as the newsroom reads it: in its own zone, to the minute."""
    return date_format(localtime(hour), "j M Y H:i")


def _go_live(action: PublishRevisionAction, occasion: Occasion) -> None:
    """Make the version what readers see, with all that follows."""
    version = action.object
    cancel(version, by=occasion.by, at=occasion.at, why="published at once")
    version.published_at = version.published_at or occasion.at
    if occasion.reason:
        version.change(reason=occasion.reason, by=occasion.by, at=occasion.at)
        version.changed_at = occasion.at
    corrected = None
    if occasion.correction:
        corrected = version.correct(**occasion.correction, by=occasion.by, at=occasion.at)
    with references.put_off():
        action.execute(skip_permission_checks=True)
    fresh = type(version)._default_manager.get(pk=version.pk)
    references.write_references(fresh)
    fresh.went_live(by=occasion.by, at=occasion.at)
    if occasion.reason or occasion.correction:
        fresh.changed_materially(at=occasion.at)
    signals.record_published.send(sender=type(fresh), instance=fresh)
    verb = "correct" if corrected else "publish"
    why = occasion.why or occasion.reason or (str(corrected) if corrected else "")
    log(verb, fresh, by=occasion.by, at=occasion.at, why=why, detail=_told_with(occasion))


def _schedule(action: PublishRevisionAction, occasion: Occasion) -> None:
    """Approve the version for its hour; what is live stays as it is until then."""
    version, revision = action.object, action.revision
    hour = version.go_live_at
    cancel(version, by=occasion.by, at=occasion.at, why="scheduled anew")
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=hour)
    revision.approved_go_live_at = hour
    version.has_unpublished_changes = True
    if version.live:
        rows = type(version)._default_manager.filter(pk=version.pk)
        rows.update(has_unpublished_changes=True)
    else:
        version.live_revision, version.expired = None, False
        with references.put_off():
            version.save()
    if state := version.current_workflow_state:
        state.cancel(user=occasion.by)
    action.log_scheduling_action()
    ScheduledVersion.objects.create(
        revision=revision,
        target_kind=version._meta.label_lower,
        target_pk=version.pk,
        hour=hour,
        reason=occasion.reason,
        correction=occasion.correction,
        by=occasion.by,
        at=occasion.at,
    )
    signals.version_scheduled.send(sender=type(version), instance=version, hour=hour)
    detail = {"hour": hour.isoformat(), **_told_with(occasion)}
    log("schedule", version, by=occasion.by, at=occasion.at, why=occasion.why, detail=detail)


def _told_with(occasion: Occasion) -> dict[str, Any]:
    """Return what the log keeps of an update or a correction."""
    kept = {"reason": occasion.reason, "correction": occasion.correction}
    return {name: said for name, said in kept.items() if said}


def cancel(record: Published, *, by: User | None, at: datetime, why: str) -> bool:
    """Take a record's version off the schedule; return whether one waited.

    The version stays as a draft without an hour. A version that was refused at its hour is
    forgotten as well: whoever publishes anew has seen it.
    """
    known = ScheduledVersion.objects.of(record)
    waiting = list(known.waiting().select_related("revision"))
    known.delete()
    for one in waiting:
        clear(record, one.revision, GO_LIVE)
        signals.schedule_cancelled.send(sender=type(record), instance=record)
        detail = {"hour": one.hour.isoformat()}
        detail |= {"reason": one.reason} if one.reason else {}
        detail |= {"correction": one.correction} if one.correction else {}
        log("unschedule", record, by=by, at=at, why=why, detail=detail)
    return bool(waiting)


def clear(record: Published, revision: Revision, *names: str) -> None:
    """Empty the fields of a schedule in a version and in the record's row.

    Wagtail leaves them set after they fire (wagtail#13896), and its lock with them.
    """
    emptied = dict.fromkeys(names)
    content: dict[str, Any] = {**revision.content, **emptied}
    Revision.objects.filter(pk=revision.pk).update(content=content, approved_go_live_at=None)
    type(record)._default_manager.filter(pk=record.pk).update(**emptied)
    revision.content, revision.approved_go_live_at = content, None
