"""What the small town's pages say, as they stand after the first pressing."""

import re
from datetime import timedelta

import pytest

from dateline import press
from dateline.chronology import actions as chronology
from dateline.press import clock
from dateline.stories import actions
from tests import cast
from tests.front import edits
from tests.front.pressroom import PRESSED_AT, Pressroom, built, room  # noqa: F401
from tests.front.town import Town, address

pytestmark = pytest.mark.django_db

FERRIES = address(1, "ferries-run-again")
STANDING = ("", "feeds/", "corrections/", "latest/", "404/", "feed.rss", "latest/feed.rss")


def text(room: Pressroom, path: str) -> str:  # noqa: F811
    """Return a page as text."""
    return room.store.files[path].decode()


def links(room: Pressroom) -> set[str]:  # noqa: F811
    """Return every address of the site that any page leads to, places on pages left out."""
    found: set[str] = set()
    for path, body in room.store.files.items():
        if not path.endswith((".xml", ".rss", ".txt")):
            found |= set(re.findall(r'(?:href|src)="(/[^"#]*)', body.decode()))
    return {one for one in found if not one.startswith(("/static/", "/media/"))}


def test_every_kind_of_page_stands(room: Pressroom) -> None:  # noqa: F811
    paths = room.store.paths()

    assert {"/", "/404/", "/robots.txt", "/en/about/", FERRIES} <= paths
    assert {f"/{code}/{name}" for code in ("en", "uk") for name in STANDING} <= paths
    assert {"/en/city/", "/uk/misto/", "/en/opinion/"} <= paths
    assert {"/en/story/fire/", "/en/story/fire/newest/", "/uk/story/fire-uk/"} <= paths
    assert {"/en/person/ann-dock/", "/en/source/harbour-board/", "/uk/person/ann-dok/"} <= paths
    assert {"/en/programme/morning/", "/en/tag/harbour/"} <= paths
    assert {"/en/2026/", "/en/2026/03/", "/en/2026/03/04/"} <= paths
    assert {"/en/sitemap.xml", "/en/sitemap/2026-03-04.xml", "/en/sitemap/pages.xml"} <= paths


def test_no_page_leads_to_one_that_is_not_there(room: Pressroom) -> None:  # noqa: F811
    assert links(room) - room.store.paths() == set()


def test_the_first_pressing_leaves_nothing_stale_and_nothing_to_do(
    room: Pressroom,  # noqa: F811
) -> None:
    assert press.check(store=room.store) == []
    assert press.run(store=room.store).count == 0


def test_an_article_shows_who_speaks_its_story_and_its_background(
    room: Pressroom,  # noqa: F811
) -> None:
    page = text(room, FERRIES)

    assert '<a href="/en/story/fire/">The fire</a>' in page
    assert '<a href="/en/person/ann-dock/">Ann Dock</a>, captain' in page
    assert "says: The fire began, the Harbour Board said." in page
    assert 'hreflang="uk-UA"' in page


def test_the_ukrainian_story_shows_the_original_where_there_is_no_translation(
    room: Pressroom,  # noqa: F811
) -> None:
    page = text(room, "/uk/story/fire-uk/")

    assert '<span lang="en">The fire began' in page


def test_a_story_counts_its_sources_and_sets_versions_side_by_side(
    room: Pressroom,  # noqa: F811
) -> None:
    page = text(room, "/en/story/fire/")

    assert "How many fires?" in page
    assert '<a href="/en/story/fire/source/the-courier/">The Courier</a>' in page
    assert page.index("The fire began") < page.index("reported two fires")


def test_newest_first_turns_days_and_entries_round(room: Pressroom) -> None:  # noqa: F811
    page = text(room, "/en/story/fire/newest/")
    chronology = page[page.index('id="chronology"') :]

    assert chronology.index("reported two fires") < chronology.index("The fire began")


def test_a_page_of_one_source_holds_only_its_words(room: Pressroom) -> None:  # noqa: F811
    page = text(room, "/en/story/fire/source/the-courier/")

    assert "reported two fires" in page
    assert "The fire began" not in page


def test_a_person_shows_quotes_and_a_source_its_entries(room: Pressroom) -> None:  # noqa: F811
    assert "We are glad." in text(room, "/en/person/ann-dock/")
    assert "The river rose." in text(room, "/en/source/harbour-board/")


def test_a_home_page_has_one_place_for_opinion(room: Pressroom) -> None:  # noqa: F811
    home = text(room, "/en/")
    below = home[home.index("</nav>") : home.index("<footer")]

    headings = re.findall(r'<div class="band"><h2>(?:<a [^>]*>)?([^<]*)', below)
    assert headings.count("Opinion") == 1
    assert "City" in headings


def test_the_root_is_the_default_edition_without_a_redirect(
    room: Pressroom,  # noqa: F811
) -> None:
    assert room.store.files["/"] == room.store.files["/en/"]
    assert room.store.leads == {}


def test_the_newsfeed_goes_on_with_the_day_before(room: Pressroom) -> None:  # noqa: F811
    assert 'href="/en/latest/2026-03-03/"' in text(room, "/en/latest/2026-03-04/")
    assert "Wind turns east" in text(room, "/en/latest/2026-03-03/")


def test_the_sitemap_lists_an_article_with_its_translation(
    room: Pressroom,  # noqa: F811
) -> None:
    sitemap = text(room, "/en/sitemap/2026-03-04.xml")

    assert f"{FERRIES}</loc>" in sitemap
    assert 'hreflang="uk-UA"' in sitemap


def test_a_site_that_is_not_public_asks_engines_to_stay_away(
    room: Pressroom,  # noqa: F811
) -> None:
    assert "Disallow: /\n" in text(room, "/robots.txt")


def test_an_article_grows_old_by_itself(room: Pressroom) -> None:  # noqa: F811
    before = clock.use(lambda: PRESSED_AT + timedelta(days=31))

    report = press.run(store=room.store)
    clock.use(before)

    assert FERRIES in report.pressed
    assert "more than a month old" in text(room, FERRIES)


def test_a_breaking_strip_ends_by_itself(room: Pressroom) -> None:  # noqa: F811
    room.after(edits.strip_raised)
    shown = text(room, "/en/")
    before = clock.use(lambda: PRESSED_AT + timedelta(days=2))

    press.run(store=room.store)
    clock.use(before)

    assert 'class="breaking"' in shown
    assert 'class="breaking"' not in text(room, "/en/")


def test_what_is_under_an_embargo_is_nowhere(room: Pressroom) -> None:  # noqa: F811
    planned = cast.an_article("Secret plan", section_id=room.town.city, section=None)
    planned.save()
    actions.hold(planned, kind="safety", reason="Lives.", by=None, at=cast.NOON)

    press.run(store=room.store)

    assert not [path for path, body in room.store.files.items() if b"Secret plan" in body]


def month_known(town: Town) -> None:
    """Say of the flood's only entry no more than its month."""
    entry = town.entry(2)
    entry.when = "2026-02"
    chronology.publish(entry, by=None, at=edits.LATER)


def test_a_beginning_is_said_no_more_exactly_than_it_is_known(
    room: Pressroom,  # noqa: F811
) -> None:
    room.after(month_known)

    page = text(room, "/en/story/flood/")
    assert '<dt>First entry</dt><dd><time datetime="2026-02">February\u00a02026</time></dd>' in page
    assert "1 February" not in page.partition('<dl class="facts">')[2].partition("</dl>")[0]


def test_the_newest_lines_of_a_page_without_a_day_say_day_and_time(
    room: Pressroom,  # noqa: F811
) -> None:
    page = text(room, "/en/404/")

    assert '<span>4 Mar<span class="vh">, </span></span> ' in page
