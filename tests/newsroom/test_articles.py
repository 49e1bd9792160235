"""Articles through the real form: drafts, small changes, updates, corrections, refusals."""

import datetime as dt

import pytest

from dateline.agents.models import AgentRole
from dateline.staff.models import Act
from dateline.stories import actions
from dateline.stories.models import Article, Correction
from tests.cast import NOON, a_section, a_story, an_agent, an_article
from tests.newsroom.forms import add_row, address, body_of, errors_of, opened, refusals, sent


@pytest.fixture
def live(desk):
    """Publish one article."""
    return actions.publish(an_article(), by=desk.user, at=NOON)


def _new(client, **more):
    fields = opened(client, Article, "add", query="?locale=en-gb")
    fields |= {"headline": "Ferries run again", "section": str(a_section().pk)}
    fields |= body_of("The first ferry left at six.")
    return fields | more


def test_a_draft_is_saved_and_is_not_on_the_site(desk):
    page = sent(desk, Article, "add", fields=_new(desk), query="?locale=en-gb")

    assert page.status_code == 302, refusals(page)
    article = Article.objects.get()
    assert (article.live, article.edition.code, len(article.short_id)) == (False, "en", 7)


def test_a_new_article_is_published_at_once_with_its_line_and_its_log(desk):
    fields = _new(desk)
    add_row(fields, "story_links", story=a_story().pk, is_primary="on")

    page = sent(desk, Article, "add", fields=fields, action="publish", query="?locale=en-gb")

    assert page.status_code == 302, refusals(page)
    article = Article.objects.get()
    assert article.live
    assert article.bulletin.story == article.story_links.get().story
    assert Act.objects.about(article.uid).first().verb == "publish"


def test_publish_is_a_small_change_that_keeps_every_date(desk, live):
    fields = opened(desk, Article, "edit", live.pk)
    fields["headline"] = "Ferries run again, all of them"

    sent(desk, Article, "edit", live.pk, fields=fields, action="publish")

    changed = Article.objects.get(pk=live.pk)
    assert changed.headline == "Ferries run again, all of them"
    assert (changed.published_at, changed.changed_at) == (NOON, None)
    assert changed.bulletin.headline == changed.headline


def test_an_update_asks_for_its_reason_and_then_moves_the_date(desk, live):
    fields = opened(desk, Article, "edit", live.pk)
    fields["standfirst"] = "Two lines of five."
    asking = sent(desk, Article, "edit", live.pk, fields=fields, action="publish-update")
    assert asking.url == address(Article, "publish_update", live.pk)

    refused = desk.post(asking.url, {"reason": " "})
    done = desk.post(asking.url, {"reason": "The board answered"})

    changed = Article.objects.get(pk=live.pk)
    assert (refused.status_code, done.status_code) == (200, 302)
    assert changed.standfirst == "Two lines of five."
    assert changed.changed_at
    assert changed.changes.get().reason == "The board answered"


def test_a_correction_asks_what_was_wrong_and_keeps_the_version_it_corrects(desk, live):
    fields = opened(desk, Article, "edit", live.pk)
    fields["headline"] = "Ferries run again on two lines"
    asking = sent(desk, Article, "edit", live.pk, fields=fields, action="publish-correction")

    refused = desk.post(asking.url, {"kind": "error", "was_en": "", "now_en": "Two lines"})
    desk.post(asking.url, {"kind": "error", "was_en": "All lines", "now_en": "Two lines"})

    assert "what was wrong" in errors_of(refused)
    correction = Correction.objects.get()
    assert (correction.was["en"], correction.now["en"]) == ("All lines", "Two lines")
    assert correction.revision == live.live_revision
    assert Article.objects.get(pk=live.pk).headline == "Ferries run again on two lines"


def test_a_held_article_is_refused_in_the_form_and_nothing_is_saved(desk, live):
    actions.hold(live, kind="legal", reason="The court sits.", by=desk.user, at=NOON)
    fields = opened(desk, Article, "edit", live.pk)
    fields["headline"] = "Ferries stand still"

    page = sent(desk, Article, "edit", live.pk, fields=fields, action="publish")

    assert page.status_code == 200
    assert "The court sits." in errors_of(page)
    article = Article.objects.get(pk=live.pk)
    assert article.headline == "Ferries run again"
    assert article.latest_revision == live.latest_revision


def test_a_new_article_that_is_refused_leaves_nothing_behind(desk):
    fields = _new(desk, labels=["opinion", "exclusive"])

    page = sent(desk, Article, "add", fields=fields, action="publish", query="?locale=en-gb")

    assert page.status_code == 200
    assert not Article.objects.exists()


def test_the_speakers_role_is_the_one_held_on_the_day_it_was_aired(desk):
    speaker = an_agent("Ines Corvo", kind="person")
    speaker.roles = [
        AgentRole(title={"en": "harbour master"}, end=dt.date(2025, 12, 31)),
        AgentRole(title={"en": "minister of ports"}, start=dt.date(2026, 1, 1)),
    ]
    speaker.save()
    fields = _new(desk, speaker=str(speaker.pk), aired_on="2025-11-02")

    sent(desk, Article, "add", fields=fields, query="?locale=en-gb")

    assert Article.objects.get().speaker_role == "harbour master"


def test_two_primary_stories_are_refused_in_words(desk):
    fields = _new(desk)
    for _time in range(2):
        add_row(fields, "story_links", story=a_story().pk, is_primary="on")

    page = sent(desk, Article, "add", fields=fields, query="?locale=en-gb")

    assert page.status_code == 200
    assert "one primary story" in errors_of(page)


def test_dates_in_words_are_kept_as_edtf(desk):
    fields = _new(desk, event_when="from 14 Aug 2024", source_when="about 6 August 2024")

    sent(desk, Article, "add", fields=fields, query="?locale=en-gb")

    article = Article.objects.get()
    assert (article.event_when, article.source_when) == ("2024-08-14/..", "2024-08-06~")
