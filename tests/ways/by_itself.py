"""Ways in which content changes without a form: timers, workflows, imports, settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from dateline.intake import actions as intake
from dateline.intake.models import ImportDraft
from dateline.press import clock
from dateline.press.ledger import timers as press_timers
from dateline.settings.testing import SITE
from dateline.staff.actions import sync_editions
from dateline.stories import actions
from dateline.stories.models import Article, ArticleStory
from tests import cast

PAGE = Path(__file__).parent.parent / "intake" / "samples" / "chronicle.txt"
SOON = timezone.now() + timedelta(days=1)


def _fire(at):
    before = clock.use(lambda: at)
    press_timers.fire()
    clock.use(before)


def schedule(town, desk):
    """Publish at a time that was set."""
    column = town.article("column")
    column.headline, column.go_live_at = "Our own harbour", SOON
    column.save_revision(user=desk.user).publish(user=desk.user)
    yield
    _fire(SOON + timedelta(seconds=1))


def expiry(town, desk):
    """Take an article down at the time that was set when it was published."""
    column = town.article("column")
    column.expire_at = SOON
    actions.publish(column, by=desk.user, at=cast.NOON)
    yield
    _fire(SOON + timedelta(seconds=1))


def embargo_ends(town, desk):
    """Lift an embargo by its timer."""
    actions.hold(
        town.article("column"),
        kind="embargo",
        reason="Until noon",
        by=desk.user,
        at=cast.NOON,
        until=SOON,
    )
    yield
    _fire(SOON + timedelta(seconds=1))


def workflow(town, desk):
    """Publish by the approval that ends a workflow."""
    task = GroupApprovalTask.objects.create(name="Chief reads")
    flow = Workflow.objects.create(name="Two pairs of eyes")
    WorkflowTask.objects.create(workflow=flow, task=task, sort_order=0)
    column = town.article("column")
    column.headline = "Our own harbour"
    column.save_revision(user=desk.user)
    state = flow.start(column, desk.user)
    yield
    state.current_task_state.approve(user=desk.user)


def import_and_publish(town, desk):
    """Import a page and publish what it holds."""
    yield
    intake.import_page(
        PAGE.read_bytes(), name="page.txt", edition="en", publish=True, at=cast.NOON, by=desk.user
    )


def apply_a_draft(town, desk):
    """Publish a draft that waited at the import desk."""
    intake.import_page(
        PAGE.read_bytes(), name="page.txt", edition="en", publish=False, at=cast.NOON, by=desk.user
    )
    yield
    intake.publish_import(
        ImportDraft.objects.get(), edition=cast.editions()[0], by=desk.user, at=cast.NOON
    )


def another_brand(town, desk):
    """Give an edition another brand in the settings."""
    first, *others = SITE.editions
    yield
    sync_editions([replace(first, brand="The Harbour"), *others], default="en")


def another_zone(town, desk):
    """Give an edition another time zone in the settings: days begin at another hour."""
    first, *others = SITE.editions
    yield
    sync_editions([replace(first, zone="Pacific/Auckland"), *others], default="en")


def one_edition_less(town, desk):
    """Take an edition out of the settings."""
    yield
    sync_editions(SITE.editions[:1], default="en")


def translate(town, desk):
    """Publish a translation."""
    _english, ukrainian = cast.editions()
    crane = town.article("crane")
    sister = cast.an_article(
        "Кран упав",
        edition=ukrainian,
        translation_key=crane.translation_key,
        section_id=town.city,
        section=None,
    )
    yield
    actions.publish(sister, by=desk.user, at=cast.NOON)


def mark_sisters_behind(town, desk):
    """Mark the other language version behind by a material change."""
    yield
    actions.publish_update(
        town.article("ferries"), by=desk.user, at=cast.NOON, reason="New figures"
    )


def another_story(town, desk):
    """Move an article from one story to another."""
    ferries = town.article("ferries")
    ferries.story_links = [ArticleStory(story_id=town.flood, is_primary=True)]
    yield
    actions.publish(ferries, by=desk.user, at=cast.NOON)


def hold_a_statement(town, desk):
    """Hold one statement of an entry back."""
    statement = town.entry(0).statements.first()
    yield
    actions.hold(statement, kind="legal", reason="A letter", by=desk.user, at=cast.NOON)


def hold_a_line(town, desk):
    """Hold the line of an article back."""
    line = Article.objects.get(pk=town.ferries).bulletin
    yield
    actions.hold(line, kind="legal", reason="A letter", by=desk.user, at=cast.NOON)
