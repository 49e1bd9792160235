"""What waits with a version for its hour, what is refused then, and what is taken off."""

from datetime import timedelta

import pytest

from dateline.newsroom import timers
from dateline.press.models import Timer
from dateline.staff.models import Act
from dateline.stories import actions
from dateline.stories.models import Article, Correction, ScheduledVersion
from tests.cast import NOON, an_article
from tests.newsroom.forms import address, errors_of, opened, sent
from tests.newsroom.publications import KINDS, NEW, OLD, a_revision, drafted, fire, words
from tests.newsroom.test_publication import A_MOMENT, HOUR, acts, at, is_free, last_act

CORRECTION = {"kind": "error", "was_en": "All lines", "now_en": "Two lines"}


@pytest.fixture
def waiting(request, desk):
    """Schedule a version of a live record of some kind."""
    record = drafted(request.param, desk.user, live=True, change=at(HOUR))
    a_revision(desk, record)
    return type(record).objects.get(pk=record.pk)


every_kind = pytest.mark.parametrize("waiting", KINDS, indirect=True)


def with_hour(desk):
    """Return a live article with a draft that has an hour."""
    return drafted("article", desk.user, live=True, change=at(HOUR))


def test_a_correction_with_an_hour_appears_with_its_version(desk):
    record = with_hour(desk)
    first, since = record.live_revision, last_act()

    page = desk.post(address(Article, "publish_correction", record.pk), CORRECTION, follow=True)

    assert "is scheduled for" in errors_of(page)
    assert (words(record), Correction.objects.count()) == (OLD, 0)
    fire(HOUR + A_MOMENT)
    correction = Correction.objects.get()
    assert (words(record), str(correction), correction.revision) == (NEW, "Two lines", first)
    assert [verb for verb, _by, _why in acts(record, since)] == ["schedule", "correct"]
    assert is_free(record)


def test_an_update_with_an_hour_moves_the_date_at_its_hour(desk):
    record = with_hour(desk)

    desk.post(address(Article, "publish_update", record.pk), {"reason": "The board answered"})

    article = Article.objects.get(pk=record.pk)
    assert (article.changed_at, article.changes.count()) == (None, 0)
    fire(HOUR + A_MOMENT)
    article.refresh_from_db()
    assert article.changed_at == HOUR + A_MOMENT
    assert article.changes.get().reason == "The board answered"


@pytest.mark.parametrize("way", ["publish_update", "publish_correction"])
def test_an_update_or_correction_without_an_hour_is_one_act(desk, way):
    record = drafted("article", desk.user, live=True, change=lambda _record: None)
    since = last_act()

    desk.post(address(Article, way, record.pk), {"reason": "The board answered", **CORRECTION})

    assert words(record) == NEW
    done = {"publish_update": ("publish", "The board answered")}
    verb, why = done.get(way, ("correct", "Two lines"))
    assert acts(record, since) == [(verb, desk.user, why)]


@every_kind
def test_what_may_not_go_live_at_its_hour_is_told_and_nothing_is_lost(desk, waiting):
    content = waiting.scheduled_revision.content
    content["expire_at"] = (HOUR - timedelta(hours=1)).isoformat()
    waiting.revisions.filter(approved_go_live_at__isnull=False).update(content=content)
    since = last_act()

    fire(HOUR + A_MOMENT)

    refused = ScheduledVersion.objects.refused().get()
    desk_page = desk.get("/newsroom/").content.decode()
    assert "taken down has passed" in refused.failure
    assert [(verb, by) for verb, by, _why in acts(waiting, since)] == [("schedule-refused", None)]
    assert "did not go live at its hour" in desk_page
    assert words(waiting) == OLD
    assert is_free(waiting)
    assert a_revision(desk, type(waiting).objects.get(pk=waiting.pk)) == ""
    assert words(waiting) == NEW
    assert not ScheduledVersion.objects.exists()


def test_a_refused_correction_is_offered_again(desk):
    record = with_hour(desk)
    where = address(Article, "publish_correction", record.pk)
    desk.post(where, CORRECTION)
    hold = actions.hold(record, kind="legal", reason="A letter.", by=desk.user, at=NOON)

    fire(HOUR + A_MOMENT)

    assert "A letter." in Act.objects.get(verb="schedule-refused").why
    assert desk.get(where).context["form"].initial["now"]["en"] == "Two lines"
    actions.lift(hold, by=desk.user, at=NOON, target=record)
    desk.post(where, CORRECTION)
    assert (words(record), str(Correction.objects.get())) == (NEW, "Two lines")


@every_kind
def test_a_version_is_taken_off_the_schedule_and_stays_a_draft(desk, waiting):
    revision, since = waiting.scheduled_revision, last_act()

    desk.post(address(type(waiting), "revisions_unschedule", waiting.pk, revision.pk))

    assert is_free(waiting)
    assert acts(waiting, since) == [("unschedule", desk.user, "")]
    assert words(waiting) == OLD
    assert not Timer.objects.filter(ref=timers.ref_of(waiting))
    latest = type(waiting).objects.get(pk=waiting.pk).get_latest_revision_as_object()
    assert (latest.go_live_at, latest.has_unpublished_changes) == (None, True)


@every_kind
def test_another_hour_takes_the_place_of_the_first(desk, waiting):
    later = HOUR + timedelta(days=1)
    again = waiting.scheduled_revision.as_object()
    again.go_live_at = later

    actions.publish(again, by=desk.user, at=NOON)

    assert ScheduledVersion.objects.get().hour == later
    fire(HOUR + A_MOMENT)
    assert words(waiting) == OLD
    fire(later + A_MOMENT)
    assert words(waiting) == NEW
    assert is_free(waiting)


def test_what_is_live_cannot_be_published_over_a_version_that_waits(desk):
    record = with_hour(desk)
    a_revision(desk, record)

    page = desk.post(address(Article, "publish_update", record.pk), {"reason": "More"})

    assert "scheduled to go live" in errors_of(page)
    assert words(record) == OLD


def test_a_withdrawn_article_has_no_version_that_waits(desk):
    record = with_hour(desk)
    a_revision(desk, record)

    actions.withdraw(Article.objects.get(pk=record.pk), by=desk.user, at=NOON, note="Not so.")

    assert not ScheduledVersion.objects.exists()
    assert not Timer.objects.exists()


def test_only_what_was_published_is_withdrawn(desk):
    article = an_article()
    article.save()

    with pytest.raises(Exception, match="can be withdrawn"):
        actions.withdraw(article, by=desk.user, at=NOON, note="Not so.")


def test_the_form_says_the_hour(desk):
    record = with_hour(desk)
    fields = opened(desk, Article, "edit", record.pk)
    sent(desk, Article, "edit", record.pk, fields=fields, action="publish")

    page = desk.get("/newsroom/")
    assert "what is live stays until then" in errors_of(page)
    assert "an earlier version is live" in page.content.decode()


@every_kind
def test_an_upgrade_sets_the_timer_of_what_was_scheduled_without_one(waiting):
    Timer.objects.all().delete()

    timers.set_missing()

    assert Timer.objects.get(action=timers.PUBLISH).ref == timers.ref_of(waiting)
