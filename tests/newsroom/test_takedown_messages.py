"""Whoever takes something off the site is told which addresses are gone."""

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import RequestFactory

from dateline import press
from dateline.newsroom.takedown_messages import report_takedowns
from dateline.press.numbering import ids
from dateline.press.worker.takedowns import Takedown
from dateline.stories import actions
from dateline.stories.models import Article
from tests.cast import NOON, an_article
from tests.newsroom.forms import address


@pytest.fixture
def live(desk, tmp_path, settings):
    """Publish and press one article."""
    settings.PRESS_STORE = {"folder": str(tmp_path / "sheets")}
    ids.forget()
    article = actions.publish(an_article(), by=desk.user, at=NOON)
    press.press_all()
    press.run()
    yield article
    ids.forget()


ACTS = [("withdraw", {"note": "It was not ours."}), ("unpublish", {}), ("delete", {})]
ACTS += [("hold", {"kind": "safety", "reason": "A source."})]


@pytest.mark.parametrize(("act", "answers"), ACTS)
def test_every_way_of_taking_an_article_back_leaves_it_nowhere(
    desk, live, tmp_path, django_capture_on_commit_callbacks, act, answers
):
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(address(Article, act, live.pk), answers)

    assert not list((tmp_path / "sheets/en/2026/03/04").glob("ferries-*.html.gz"))
    assert press.whereis(("article", live.pk)) == []


def a_request():
    """Return a request that can carry messages."""
    request = RequestFactory().post("/newsroom/")
    request.session = {}
    request._messages = FallbackStorage(request)
    return request


def test_the_message_counts_and_lists_the_addresses(live, django_capture_on_commit_callbacks):
    request = a_request()

    with report_takedowns(request), django_capture_on_commit_callbacks(execute=True):
        actions.withdraw(live, by=None, at=NOON, note="It was not ours.")

    (said,) = map(str, get_messages(request))
    assert "addresses are gone" in said
    assert "ferries-run-again" in said
    assert "<li>/en/</li>" in said


def test_nothing_is_said_where_nothing_was_on_the_site(desk, django_capture_on_commit_callbacks):
    draft = an_article()
    draft.save()
    request = a_request()

    with report_takedowns(request), django_capture_on_commit_callbacks(execute=True):
        actions.delete(draft, by=desk.user, at=NOON)

    assert list(get_messages(request)) == []


def test_what_caches_forgot_and_what_they_may_hold_is_said_apart():
    request = a_request()

    with report_takedowns(request):
        _hear(Takedown((), purged=["/en/", "/"], kept=["/en/feed.rss"]))

    forgot, hold = get_messages(request)
    assert "have forgotten 2 addresses" in str(forgot)
    assert "<li>/en/</li>" in str(forgot)
    assert (hold.level_tag, "<li>/en/feed.rss</li>" in str(hold)) == ("error", True)


def test_what_could_not_be_pressed_is_named_in_a_warning():
    request = a_request()

    with report_takedowns(request):
        _hear(Takedown((), waiting=["/en/<b>/"]))

    (said,) = map(str, get_messages(request))
    assert "1 address may still show it" in said
    assert "<li>/en/&lt;b&gt;/</li>" in said


def _hear(done):
    """Tell whoever listens now of a takedown."""
    from dateline.press.worker import takedowns

    for heard in takedowns._witnesses.get():
        heard.append(done)
