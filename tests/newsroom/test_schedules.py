"""Schedules and embargoes: the press's timers fire, and nothing stays set."""

from datetime import UTC, datetime, timedelta

import pytest
from wagtail.models import Revision

from dateline.newsroom import timers
from dateline.press.models import Timer
from dateline.staff.models import Act
from dateline.stories import actions
from dateline.stories.models import Article, Hold
from tests.cast import NOON, an_article
from tests.newsroom.forms import address, opened, sent

SOON = datetime.now(tz=UTC).replace(second=0, microsecond=0) + timedelta(days=2)


@pytest.fixture
def scheduled(desk):
    """Schedule an article through the form."""
    article = an_article()
    article.save()
    fields = opened(desk, Article, "edit", article.pk)
    fields["go_live_at"] = SOON.strftime("%Y-%m-%d %H:%M")
    sent(desk, Article, "edit", article.pk, fields=fields, action="publish")
    return Article.objects.get(pk=article.pk)


def test_a_scheduled_article_waits_and_sets_one_timer(scheduled):
    assert not scheduled.live
    assert scheduled.approved_schedule
    due = Timer.objects.get(action=timers.PUBLISH)
    assert due.ref == f"stories.article:{scheduled.pk}"


def test_the_timer_publishes_and_the_schedule_is_cleared(scheduled):
    due = scheduled.go_live_at

    early = timers.publish_scheduled(Article, scheduled.pk, at=due - timedelta(minutes=1))
    fired = timers.publish_scheduled(Article, scheduled.pk, at=due)
    again = timers.publish_scheduled(Article, scheduled.pk, at=due)

    article = Article.objects.get(pk=scheduled.pk)
    assert (early, fired, again) == (False, True, False)
    assert article.live
    assert article.bulletin.live
    assert (article.go_live_at, article.latest_revision.content["go_live_at"]) == (None, None)
    assert not Revision.objects.filter(approved_go_live_at__isnull=False)


def test_a_held_article_does_not_go_out_and_the_log_says_why(desk, scheduled):
    due = scheduled.go_live_at
    actions.hold(scheduled, kind="safety", reason="A source.", by=desk.user, at=NOON)

    fired = timers.publish_scheduled(Article, scheduled.pk, at=due)

    article = Article.objects.get(pk=scheduled.pk)
    assert not fired
    assert not article.live
    assert "A source." in Act.objects.get(verb="schedule-refused").why


def test_an_embargo_is_lifted_by_its_timer(desk):
    live = actions.publish(an_article(), by=desk.user, at=NOON)
    answers = {"kind": "embargo", "reason": "Until noon", "until": SOON.strftime("%Y-%m-%d %H:%M")}
    desk.post(address(Article, "hold", live.pk), answers)
    hold = Hold.objects.get()
    set_for = Timer.objects.get(action=timers.LIFT)

    early = timers.lift_embargo(hold.pk, at=hold.until - timedelta(minutes=1))
    lifted = timers.lift_embargo(hold.pk, at=hold.until)

    assert set_for.ref == str(hold.pk)
    assert (early, lifted) == (False, True)
    assert not Timer.objects.exists()
    assert not Hold.objects.in_force()
