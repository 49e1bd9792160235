"""An article that an editor gave an end is taken down at that time, by a timer of the press."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localtime

from dateline.newsroom import timers
from dateline.press import clock, sql
from dateline.press.ledger import timers as press_timers
from dateline.staff.models import Act
from dateline.stories import actions
from dateline.stories.models import Article
from tests.cast import NOON, an_article
from tests.newsroom.forms import address, opened, sent

SOON = datetime.now(tz=UTC).replace(second=0, microsecond=0) + timedelta(days=2)
LATER = SOON + timedelta(days=1)
SET = "SELECT ref, due_at FROM press_timer WHERE action = 'newsroom.expire'"


def by_form(desk, article, **times):
    """Publish an article through the form with these times."""
    fields = opened(desk, Article, "edit", article.pk)
    fields |= {name: at and f"{localtime(at):%Y-%m-%d %H:%M}" for name, at in times.items()}
    return sent(desk, Article, "edit", article.pk, fields=fields, action="publish")


@pytest.fixture
def passing(desk):
    """Publish an article until a time, through the form."""
    article = an_article()
    article.save()
    by_form(desk, article, expire_at=SOON)
    return Article.objects.get(pk=article.pk)


def fired(at):
    """Let the press's timers fire as of a time."""
    before = clock.use(lambda: at)
    try:
        return press_timers.fire()
    finally:
        clock.use(before)


def test_an_end_set_in_the_form_sets_one_timer(passing):
    assert passing.live
    assert passing.expire_at == SOON
    assert sql.fetch(SET) == [(f"stories.article:{passing.pk}", clock.ticks(SOON))]


def test_the_timer_takes_it_down_and_the_log_says_why(passing):
    early = fired(SOON - timedelta(minutes=1))
    late = fired(SOON + timedelta(seconds=1))

    article = Article.objects.get(pk=passing.pk)
    assert (early, late) == (0, 1)
    assert not article.live
    assert article.expired
    assert not article.bulletin.live
    assert (article.expire_at, article.latest_revision.content["expire_at"]) == (None, None)
    act = Act.objects.get(verb="unpublish")
    assert (act.by, act.why) == (None, "expiry")


def test_what_was_taken_down_may_be_published_again_without_an_end(desk, passing):
    fired(SOON + timedelta(seconds=1))

    by_form(desk, passing)

    article = Article.objects.get(pk=passing.pk)
    assert (article.live, article.expired, article.expire_at) == (True, False, None)
    assert sql.fetch(SET) == []


@pytest.mark.parametrize(("end", "due"), [(LATER, [clock.ticks(LATER)]), ("", [])])
def test_another_end_moves_the_timer_and_none_takes_it_back(desk, passing, end, due):
    by_form(desk, passing, expire_at=end)

    assert [at for _ref, at in sql.fetch(SET)] == due


def test_an_end_that_is_a_draft_yet_takes_nothing_down(desk, passing):
    fields = opened(desk, Article, "edit", passing.pk)
    sent(desk, Article, "edit", passing.pk, fields=fields | {"expire_at": ""})

    fired(SOON + timedelta(seconds=1))

    assert not Article.objects.get(pk=passing.pk).live


@pytest.mark.parametrize("act", ["unpublish", "withdraw", "delete"])
def test_whoever_takes_it_down_before_takes_the_timer_back(desk, passing, act):
    desk.post(address(Article, act, passing.pk), {"note": "It was not ours."})

    assert sql.fetch(SET) == []


def test_what_is_scheduled_keeps_its_end(desk):
    article = an_article()
    article.save()
    by_form(desk, article, go_live_at=SOON, expire_at=LATER)
    assert sql.fetch(SET) == []

    timers.publish_scheduled(Article, article.pk, at=SOON)

    article = Article.objects.get(pk=article.pk)
    assert (article.live, article.go_live_at, article.expire_at) == (True, None, LATER)
    assert sql.fetch(SET) == [(f"stories.article:{article.pk}", clock.ticks(LATER))]


def test_what_should_be_down_already_is_not_published(desk):
    article = an_article()
    article.expire_at = NOON

    with pytest.raises(ValidationError, match="taken down has passed"):
        actions.publish(article, by=desk.user, at=NOON)

    assert not Article.objects.filter(live=True).exists()


def test_a_past_end_is_refused_in_the_form(desk):
    article = an_article()
    article.save()

    page = by_form(desk, article, expire_at=NOON)

    assert "must be in the future" in page.content.decode()
    assert not Article.objects.get(pk=article.pk).live


def test_the_listing_and_the_newsdesk_say_until_when(desk, passing):
    listing = desk.get(address(Article, "list") + "?live=passing").content.decode()
    newsdesk = desk.get("/newsroom/").content.decode()

    assert "live until" in listing
    assert passing.headline in listing
    assert "is taken down" in newsdesk
