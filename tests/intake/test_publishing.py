"""A draft becomes an article, a story with its chronology and newsfeed lines: all or nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.agents.models import Agent, AgentAlias
from dateline.chronology.models import Attribution, Entry
from dateline.intake import actions
from dateline.intake.choices import DraftStatus, SuggestionState
from dateline.intake.models import ImportDraft, Suggestion
from dateline.intake.reading import UnreadableSource
from dateline.newsfeed.models import Bulletin
from dateline.settings.testing import SITE
from dateline.stories.models import Article, Story
from dateline.wire.models import SourceDocument
from tests import cast
from tests.intake import seed

pytestmark = pytest.mark.django_db

SAMPLES = Path(__file__).parent / "samples"
CHRONICLE = (SAMPLES / "chronicle.txt").read_bytes()
LATER = datetime(2026, 4, 9, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _two_editions():
    cast.editions()


def bring(body=CHRONICLE, *, publish=True, edition="en", by=None):
    return actions.import_page(
        body, name="page.txt", edition=edition, publish=publish, at=LATER, by=by
    )


def kept_files():
    return sorted(path.name for path in SITE.private_dir.rglob("*.txt"))


def nothing_is_saved():
    tables = (SourceDocument, ImportDraft, Suggestion, Article, Entry, Story, Bulletin, Agent)
    return not any(table.objects.exists() for table in tables)


def test_a_page_is_published_with_its_head():
    done = bring()

    article = done.article
    assert article.live
    assert article.labels == ["exclusive"]
    assert article.standfirst.startswith("Nobody has yet said why")
    assert article.published_at == datetime(2026, 3, 20, 16, 5, tzinfo=UTC)
    assert article.source_when == "2026-03-20T18:05:00+02:00"
    assert (str(article.speaker), article.speaker_role) == ("Lena Quist", "former harbour pilot")
    assert (str(article.host), str(article.programme)) == ("Tom Abel", "Low Water")


def test_a_quote_in_the_body_names_its_speaker():
    quotes = [block.value for block in bring().article.body if block.block_type == "quote"]

    assert [str(quote["speaker"]) for quote in quotes] == ["Lena Quist", "Lena Quist"]
    assert quotes[0]["role"] == "former harbour pilot"
    assert "“" not in str(quotes[0]["text"])


def test_the_background_is_the_story_and_nothing_of_the_furniture_is_left():
    article = bring().article

    kinds = [block.block_type for block in article.body]
    words = " ".join(str(block.value) for block in article.body)
    assert kinds.count("background") == 1
    assert "Tags" not in words
    assert "page/title" not in words


def test_the_chronology_is_published_entry_by_entry():
    story = bring().story

    entries = [link.entry for link in story.entry_links.order_by("entry__position")]
    assert [entry.when for entry in entries] == [
        "2026-03-02", "2026-03-02~", "2026-03-04", "2026-03-05", "2026-03-05", "2026-03-09/..",
    ]  # fmt: skip
    assert all(entry.live for entry in entries)
    assert entries[0].text["en"].startswith("The port authority stated")
    assert story.title_in("en") == "The crane on the north quay"


def test_a_statement_says_who_and_through_whom_with_its_place():
    document = bring().document

    said = Attribution.objects.filter(agent__name="Coast Gazette", role="via").get()
    source = said.statement.attributions.get(role="speaker")
    assert source.unnamed_as["en"] == "its own source in the insurance company"
    assert source.unnamed_reason["en"]
    for one in Attribution.objects.all():
        assert document.text[one.start : one.end] == one.exact


def test_the_newsfeed_is_filed_by_its_own_days():
    bring()

    lines = Bulletin.objects.filter(article=None).order_by("published_at")
    assert [line.published_at.isoformat()[:16] for line in lines] == [
        "2026-03-27T19:40", "2026-03-28T08:15", "2026-03-28T09:30", "2026-03-28T10:02",
    ]  # fmt: skip
    assert lines[2].label == "updated"


def test_an_agent_on_record_is_found_by_an_alias():
    board = cast.an_agent("Port Authority of Varo")
    AgentAlias.objects.create(agent=board, name="port authority")

    bring()

    assert board.attributions.count() == 1
    assert not Agent.objects.filter(name="port authority").exists()


def test_the_same_page_twice_says_so_and_changes_nothing():
    first = bring()
    before = (Article.objects.count(), Entry.objects.count(), Bulletin.objects.count())

    again = bring()

    assert again.known
    assert again.article == first.article
    assert "imported before" in str(again)
    assert (Article.objects.count(), Entry.objects.count(), Bulletin.objects.count()) == before


def test_a_draft_that_waits_can_be_published_later():
    waiting = bring(publish=False)
    assert (waiting.article, Article.objects.count()) == (None, 0)

    done = bring()

    assert done.draft == waiting.draft
    assert ImportDraft.objects.get().status == DraftStatus.APPLIED


def test_what_an_editor_rejects_stays_out():
    draft = bring(publish=False).draft
    first = draft.suggestions.filter(kind="entry").first()
    Suggestion.objects.filter(pk=first.pk).update(state=SuggestionState.REJECTED)

    done = bring(by=cast.ed())

    assert done.entries == 5
    first.refresh_from_db()
    assert first.state == SuggestionState.REJECTED
    entry = draft.suggestions.filter(kind="entry", state=SuggestionState.ACCEPTED).first()
    assert Entry.objects.filter(uid=entry.made).exists()
    assert entry.decided_by.username == "ed"


def test_a_page_without_a_headline_is_refused_and_nothing_is_saved():
    before = kept_files()

    with pytest.raises(actions.UnfitForPublication, match="no headline"):
        bring(b"3 March 2026\n\n12:30\n")

    assert nothing_is_saved()
    assert kept_files() == before


def test_a_failure_in_the_middle_saves_nothing(monkeypatch):
    before = kept_files()
    monkeypatch.setattr(actions, "file_lines", lambda case: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        bring()

    assert nothing_is_saved()
    assert kept_files() == before


@pytest.mark.parametrize("body", [b"", b"\x00\x01\x02" * 50], ids=["empty", "binary"])
def test_an_unreadable_page_saves_nothing(body):
    with pytest.raises(UnreadableSource, match=r"page\.txt: the source is"):
        bring(body)

    assert nothing_is_saved()


def test_a_page_goes_only_into_an_edition_of_its_language():
    with pytest.raises(actions.UnfitForPublication, match="choose another edition"):
        bring(edition="uk")
    with pytest.raises(actions.UnfitForPublication, match="no edition “fr”"):
        bring(edition="fr")

    assert nothing_is_saved()


def test_a_ukrainian_interview_goes_into_the_ukrainian_edition():
    done = bring((SAMPLES / "interview-uk.txt").read_bytes(), edition="uk")

    assert done.article.edition.code == "uk"
    assert str(done.article.speaker) == "Марта Левченко"
    assert done.story is None


def test_the_seed_page_is_published_whole(leave_out):
    if seed.SEED is None:
        leave_out(seed.ABSENT)
        return

    done = bring(seed.page())

    assert (done.entries, done.bulletins) == (22, 40)
    assert done.story.entry_links.filter(entry__live=True).count() == 22
    assert [block.block_type for block in done.article.body].count("quote") == 3
