"""The kinds of records with drafts and the ways to publish one, for the table of publications.

A way takes a signed in editor and a record whose latest draft is to go live, and returns the
words of a refusal, "" where there was none.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.messages import constants, get_messages
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowContentType, WorkflowTask

from dateline.chronology import actions as chronology
from dateline.chronology.models import Entry
from dateline.press import clock
from dateline.press.ledger import timers as press_timers
from dateline.stories import actions
from dateline.stories.models import Article, StandingPage
from tests import cast
from tests.newsroom.forms import address, body_of, errors_of, fields_of, opened, refusals, sent

OLD, NEW = "Ferries stand still", "Ferries run again"


def an_entry() -> Entry:
    return cast.an_entry(cast.a_story(), OLD)


def an_article() -> Article:
    return cast.an_article(OLD)


def a_page() -> StandingPage:
    page = StandingPage(edition=cast.editions()[0], purpose="about", title=OLD)
    page.body = [("paragraph", "<p>We print what we know.</p>")]
    return page


KINDS: dict[str, Callable[[], Any]] = {
    "article": an_article,
    "entry": an_entry,
    "standing page": a_page,
}


def words(record: Any) -> str:
    """Return what a record says, as the database has it."""
    fresh = type(record).objects.get(pk=record.pk)
    return str(fresh.text["en"] if isinstance(fresh, Entry) else fresh)


def say(record: Any, text: str) -> None:
    """Have a record in hand say something else."""
    if isinstance(record, Entry):
        record.text = {"en": text}
    else:
        setattr(record, "headline" if isinstance(record, Article) else "title", text)


def break_a_rule(record: Any) -> None:
    """Have a record in hand break a rule of its own kind."""
    if isinstance(record, Article):
        record.labels = ["opinion", "exclusive"]
    elif isinstance(record, StandingPage):
        record.title = ""
    else:
        statements = list(record.statements.all())
        statements[0].standing = "disputed"
        statements[0].standing_note = {"en": "They differ."}
        record.statements = statements


def drafted(kind: str, user: Any, *, live: bool, change: Callable[[Any], None]) -> Any:
    """Make a record, live with its old words or never published, and a draft of it."""
    record = KINDS[kind]()
    if live:
        record = actions.publish(record, by=user, at=cast.NOON)
    else:
        record.save()
    say(record, NEW)
    change(record)
    record.save_revision(user=user, clean=False)
    return type(record).objects.get(pk=record.pk)


def fire(at: datetime) -> None:
    """Let the press's timers fire as of a time."""
    before = clock.use(lambda: at)
    try:
        while press_timers.fire():
            continue
    finally:
        clock.use(before)


def _raised(act: Callable[[], object]) -> str:
    try:
        act()
    except ValidationError as why:
        return " ".join(why.messages)
    return ""


def _answered(page: Any) -> str:
    """Return what a form that was refused says, of its fields too."""
    if page.status_code == 302:
        return ""
    return f"{errors_of(page)} {refusals(page)}"


def _form(desk: Any, record: Any, name: str, *args: Any, action: str, **more: str) -> Any:
    if name == "edit":
        fields = opened(desk, type(record), name, record.pk)
    else:
        fields = fields_of(desk.get(address(type(record), name, record.pk, *args)))
        fields |= body_of("It left.") if "body" in _columns(record) else {}
    return sent(desk, type(record), name, record.pk, *args, fields=fields | more, action=action)


def _columns(record: Any) -> set[str]:
    return {field.name for field in record._meta.fields}


def the_form(desk: Any, record: Any) -> str:
    return _answered(_form(desk, record, "edit", action="publish"))


def restoring_an_earlier_version(desk: Any, record: Any) -> str:
    wanted = record.latest_revision
    later = wanted.as_object()
    later.go_live_at = None
    later.save_revision(user=desk.user, clean=False)
    page = _form(desk, record, "revisions_revert", wanted.pk, action="publish")
    return _answered(page)


def many_at_once(desk: Any, record: Any) -> str:
    label = f"{record._meta.app_label}/{record._meta.model_name}"
    where = f"/newsroom/bulk/{label}/publish/?id={record.pk}&next=/newsroom/"
    said = get_messages(desk.post(where).wsgi_request)
    return " ".join(str(one) for one in said if one.level == constants.ERROR)


def _started(desk: Any, record: Any) -> Any:
    task = GroupApprovalTask.objects.create(name="Chief reads")
    task.groups.set(desk.user.groups.all())
    flow = Workflow.objects.create(name="Two pairs of eyes")
    WorkflowTask.objects.create(workflow=flow, task=task, sort_order=0)
    WorkflowContentType.objects.create(workflow=flow, content_type=record.get_content_type())
    return flow.start(record, desk.user).current_task_state


def an_approval(desk: Any, record: Any) -> str:
    state = _started(desk, record)
    return _raised(lambda: state.approve(user=desk.user))


def an_approval_in_the_form(desk: Any, record: Any) -> str:
    _started(desk, record)
    extra = {"workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    return _answered(_form(desk, record, "edit", action="workflow-action", **extra))


def an_approval_beside_the_form(desk: Any, record: Any) -> str:
    state = _started(desk, record)
    where = address(type(record), "workflow_action", record.pk, "approve", state.pk)
    page = desk.post(where, {"comment": ""}, follow=True)
    state.refresh_from_db()
    return errors_of(page) if state.status == "in_progress" else ""


def a_revision(desk: Any, record: Any) -> str:
    return _raised(lambda: record.latest_revision.publish(user=desk.user))


def the_record_itself(desk: Any, record: Any) -> str:
    return _raised(lambda: record.publish(record.latest_revision, user=desk.user))


def the_action(desk: Any, record: Any) -> str:
    latest = record.latest_revision.as_object()
    own = chronology.publish if isinstance(record, Entry) else actions.publish
    return _raised(lambda: own(latest, by=desk.user, at=timezone.now()))  # type: ignore[operator]


WAYS: list[Callable[[Any, Any], str]] = [
    the_form,
    restoring_an_earlier_version,
    many_at_once,
    an_approval,
    an_approval_in_the_form,
    an_approval_beside_the_form,
    a_revision,
    the_record_itself,
    the_action,
]
