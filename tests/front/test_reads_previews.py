"""Previews: the true page of what is in hand, and nothing written."""

from uuid import UUID

import pytest

from dateline.agents.models import Agent, AgentName
from dateline.chronology.models import Attribution, Entry, Statement, StoryEntry
from dateline.front import previews
from dateline.press.models import Job, PressedSheet
from dateline.stories.models import StandingPage, Story
from tests import cast
from tests.front.pressroom import Pressroom, built, room  # noqa: F401

pytestmark = pytest.mark.django_db


def shown(instance: object, mode: str = "") -> str:
    """Return a preview as text."""
    return previews.render_preview(instance, mode).decode()


def test_the_unsaved_words_of_an_article_are_shown(room: Pressroom) -> None:  # noqa: F811
    article = room.town.article("ferries")
    article.headline = "Ferries stop again"
    article.body = [("paragraph", "<p>The last ferry left at nine.</p>")]

    page = shown(article)

    assert "Ferries stop again" in page
    assert "The last ferry left at nine." in page
    assert "The first ferry left at six." not in page


def test_an_article_that_was_never_saved_has_a_preview(room: Pressroom) -> None:  # noqa: F811
    article = cast.an_article("Not yet saved", section_id=room.town.city, section=None)

    assert "Not yet saved" in shown(article)


def test_a_preview_leaves_no_trace(room: Pressroom) -> None:  # noqa: F811
    sheets = set(PressedSheet.objects.values_list("path", "hash"))
    article = room.town.article("ferries")
    article.headline = "Ferries stop again"

    shown(article)

    assert set(PressedSheet.objects.values_list("path", "hash")) == sheets
    assert not Job.objects.exists()
    assert room.town.article("ferries").headline == "Ferries run again"


def test_an_unsaved_entry_stands_in_its_place_in_the_story(
    room: Pressroom,  # noqa: F811
) -> None:
    entry = Entry(when="2026-03-01T20:00Z", text={"en": "The wind rose, a sailor said."})
    entry.story_links = [StoryEntry(story=Story.objects.get(pk=room.town.fire))]
    statement = Statement(uid=UUID(int=999), text={"en": "The wind rose"})
    statement.attributions = [Attribution(unnamed_as={"en": "a sailor"})]
    entry.statements = [statement]

    page = shown(entry)

    chronology = page[page.index('id="chronology"') :]
    places = [chronology.index(one) for one in ("The fire began", "The wind rose", "two fires")]
    assert places == sorted(places)


def test_a_moved_date_moves_the_entry_in_its_preview(room: Pressroom) -> None:  # noqa: F811
    entry = room.town.entry(0)
    entry.when = "2026-03-09"

    page = shown(entry)

    chronology = page[page.index('id="chronology"') :]
    assert chronology.index("two fires") < chronology.index("The fire began")


def test_a_preview_may_be_asked_for_in_another_edition(room: Pressroom) -> None:  # noqa: F811
    story = Story.objects.get(pk=room.town.fire)

    assert '<html lang="uk-UA"' in shown(story, "uk")


def test_pages_without_an_article_have_previews(room: Pressroom) -> None:  # noqa: F811
    page = StandingPage.objects.get(pk=room.town.about)
    page.title = "Who we are"
    agent = Agent.objects.get(pk=room.town.courier)
    agent.description = {"en": "A daily paper."}

    assert "Who we are" in shown(page)
    assert "A daily paper." in shown(agent)


def test_what_no_edition_can_show_says_what_is_missing(room: Pressroom) -> None:  # noqa: F811
    agent = Agent(name="Nadie", kind="person")
    agent.names = [AgentName(language="es", name="Nadie", slug="nadie")]

    with pytest.raises(previews.NoPage, match="give it one in an edition"):
        previews.render_preview(agent)
