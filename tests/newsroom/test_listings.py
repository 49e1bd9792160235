"""Listings: they find, filter, and never ask the database once a row."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dateline.chronology.models import Entry
from dateline.newsfeed.models import Bulletin
from dateline.stories import actions
from dateline.stories.models import Article, ArticleStory, Story
from tests.cast import NOON, a_section, a_story, an_article, an_entry, ed, editions, later
from tests.newsroom.forms import address

CEILING = 30


def _fill(count):
    story = a_story()
    for number in range(count):
        article = an_article(f"Ferry {number}", slugline=f"FERRY-{number}")
        article.story_links = [ArticleStory(story=story)]
        actions.publish(article, by=ed(), at=later(number))
        actions.publish(an_entry(story, text=f"Line {number}"), by=ed(), at=later(number))


def _queries(client, where):
    client.get(where)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(where).status_code == 200
    return len(asked)


@pytest.mark.parametrize("model", [Article, Entry, Story, Bulletin])
def test_a_longer_listing_asks_no_more_questions(desk, model):
    _fill(2)
    few = _queries(desk, address(model, "list"))
    _fill(6)
    many = _queries(desk, address(model, "list"))

    assert many == few
    assert many <= CEILING


def test_the_newsdesk_asks_no_more_questions_when_it_is_full(desk):
    _fill(2)
    few = _queries(desk, "/newsroom/")
    _fill(5)

    assert _queries(desk, "/newsroom/") <= few


def _found(client, **query):
    page = client.get(address(Article, "list"), query)
    return {str(article) for article in page.context["object_list"]}


def test_search_finds_headlines_and_sluglines(desk):
    for headline, slugline in (("Ferries run", "PORT-1"), ("Lights go out", "GRID-2")):
        an_article(headline, slugline=slugline).save()

    assert _found(desk, q="ferri") == {"Ferries run"}
    assert _found(desk, q="grid") == {"Lights go out"}


def test_filters_by_edition_status_section_label_and_story(desk):
    story, (_english, ukrainian) = a_story(), editions()
    linked = an_article("Linked", label="opinion", section=a_section("Culture"))
    linked.story_links = [ArticleStory(story=story)]
    actions.publish(linked, by=ed(), at=NOON)
    an_article("Draft").save()
    an_article("Чернетка", edition=ukrainian).save()

    assert _found(desk, edition=ukrainian.pk) == {"Чернетка"}
    assert _found(desk, live="live") == {"Linked"}
    assert _found(desk, live="draft") == {"Draft", "Чернетка"}
    assert _found(desk, section=a_section("Culture").pk) == {"Linked"}
    assert _found(desk, labels="opinion") == {"Linked"}
    assert _found(desk, story=story.pk) == {"Linked"}


def test_entries_without_a_source_are_found(desk):
    good, bare = an_entry(a_story()), an_entry(a_story(), text="We saw it.")
    bare.statements.all()[0].act = "asserts"
    bare.statements.all()[0].attributions = []
    for entry in (good, bare):
        entry.save()

    page = desk.get(address(Entry, "list"), {"source": "none"})

    assert list(page.context["object_list"]) == [bare]


def test_a_chooser_finds_by_words(desk):
    for headline in ("Ferries run", "Lights go out"):
        an_article(headline).save()

    page = desk.get("/newsroom/snippets/choose/stories/article/results/", {"q": "light"})

    assert b"Lights go out" in page.content
    assert b"Ferries run" not in page.content
