"""Taking things off the site: always through our actions, always in one transaction."""

import pytest

from dateline.chronology import actions as chronology
from dateline.chronology.models import Entry
from dateline.newsfeed.models import Bulletin
from dateline.staff.models import Act
from dateline.stories import actions, signals
from dateline.stories.models import Article, CorrectionText, Hold, Story
from tests.cast import NOON, a_story, an_article, an_entry
from tests.newsroom.forms import address, errors_of


@pytest.fixture
def live(desk):
    """Publish one article."""
    return actions.publish(an_article(), by=desk.user, at=NOON)


@pytest.fixture
def heard():
    """Note which signals about articles are sent, and whether inside a transaction."""
    noted = []

    def note(signal, **_kept):
        from django.db import connection

        noted.append((names[signal], connection.in_atomic_block))

    watched = ("article_unpublished", "article_withdrawn", "article_published")
    names = {getattr(signals, name): name for name in watched}
    for signal in names:
        signal.connect(note)
    yield noted
    for signal in names:
        signal.disconnect(note)


def _bulk(client, model, action, *records):
    label = f"{model._meta.app_label}/{model._meta.model_name}"
    query = "&".join(f"id={record.pk}" for record in records)
    return client.post(f"/newsroom/bulk/{label}/{action}/?{query}&next=/newsroom/")


def test_unpublishing_goes_through_our_action(desk, live, heard):
    desk.post(address(Article, "unpublish", live.pk))

    assert heard == [("article_unpublished", True)]
    assert Act.objects.about(live.uid).first().verb == "unpublish"
    assert not Bulletin.objects.get(article=live).live


def test_deleting_is_logged_with_the_editors_name(desk, live):
    desk.post(address(Article, "delete", live.pk))

    act = Act.objects.about(live.uid).first()
    assert (act.verb, act.by, act.detail) == ("delete", desk.user, {"was": "Ferries run again"})
    assert not Article.objects.exists()


def test_deleting_many_is_logged_for_each(desk, live):
    other = actions.publish(an_article("Lights go out"), by=desk.user, at=NOON)

    _bulk(desk, Article, "delete", live, other)

    assert Act.objects.filter(verb="delete", by=desk.user).count() == 2
    assert not Article.objects.exists()


def test_many_are_published_and_taken_off_at_once(desk, live, heard):
    draft = an_article("Lights go out")
    draft.save()
    draft.save_revision(user=desk.user)

    _bulk(desk, Article, "publish", draft)
    _bulk(desk, Article, "unpublish", live, draft)

    assert [name for name, _inside in heard] == [
        "article_published",
        "article_unpublished",
        "article_unpublished",
    ]


def test_publishing_many_leaves_out_what_breaks_a_rule_and_names_it(desk):
    good, bad = an_entry(a_story()), an_entry(a_story(), text="Nobody says so.")
    bad.statements.all()[0].attributions = []
    for entry in (good, bad):
        entry.save()
        entry.save_revision(user=desk.user)

    _bulk(desk, Entry, "publish", good, bad)

    assert [entry.live for entry in Entry.objects.order_by("pk")] == [True, False]
    assert "needs a speaker" in errors_of(desk.get("/newsroom/"))


def test_a_corrected_article_cannot_be_deleted_and_the_page_says_why(desk, live):
    actions.publish_correction(
        live, CorrectionText.in_language("en", "All", "Two"), by=desk.user, at=NOON
    )

    page = desk.post(address(Article, "delete", live.pk), follow=True)

    assert "cannot be deleted" in errors_of(page)
    assert Article.objects.filter(pk=live.pk).exists()


def test_a_story_in_use_cannot_be_deleted(desk):
    story = a_story()
    chronology.publish(an_entry(story), by=desk.user, at=NOON)

    desk.post(address(Story, "delete", story.pk))

    assert Story.objects.filter(pk=story.pk).exists()


def test_withdrawing_asks_for_a_note_and_is_for_good(desk, live, heard):
    where = address(Article, "withdraw", live.pk)

    refused = desk.post(where, {"note": ""})
    desk.post(where, {"note": "It was not so."})

    article = Article.objects.get(pk=live.pk)
    assert refused.status_code == 200
    assert article.withdrawal_note == "It was not so."
    assert heard == [("article_withdrawn", True)]


def test_a_hold_is_placed_and_lifted_by_named_persons(desk, live):
    where = address(Article, "hold", live.pk)
    refused = desk.post(where, {"kind": "embargo", "reason": "Until noon", "until": ""})
    desk.post(where, {"kind": "legal", "reason": "The court sits", "until": ""})
    hold = Hold.objects.get()

    desk.post(f"/newsroom/holds/lift/{hold.pk}/")

    hold.refresh_from_db()
    assert "says until when" in errors_of(refused)
    assert (hold.by, hold.lifted_by) == (desk.user, desk.user)
