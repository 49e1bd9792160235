"""Edits of what many pages name, and of the record: exactly the addresses that show them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from dateline import press
from dateline.press import clock
from tests import cast
from tests.front import edits, edits_names, edits_records
from tests.front.pressroom import PRESSED_AT, Pressroom, built, room  # noqa: F401
from tests.front.shown import (
    ALL_FEEDS,
    ANN,
    ANN_UK,
    BOARD,
    COLUMN,
    COUNTS,
    COURIER,
    CRANE,
    FEEDS,
    FERRIES,
    FIRE,
    FIRE_SAID,
    FIRE_SHOWN,
    FIRE_SOURCES,
    FIRE_UK,
    FLOOD,
    FRAMED,
    GONE,
    HOME,
    LINES,
    MORNING,
    RAIL,
)
from tests.front.town import Town, address

pytestmark = pytest.mark.django_db

Edit = Callable[[Town], None]
CITY = {"/en/city/", "/en/city/feed.rss"}
OPINION = "/en/opinion/"
CARDS = {*HOME, OPINION}
TAGGED = {FERRIES, "/en/tag/harbour/", "/en/feed.rss", "/en/city/feed.rss"}
FEED_OF_OPINION = "/en/opinion/feed.rss"
MAP = {"/en/sitemap/pages.xml"}  # lists the addresses of sections and standing pages
BOARD_OF_FIRE = "/en/story/fire/source/harbour-board/"
BOARDS = {BOARD, BOARD_OF_FIRE}
SETS_READ = {*FIRE_UK, *FIRE_SOURCES, BOARD, COURIER}  # mark entries that differ
VIEWS = {"/en/views/", "/en/views/feed.rss", "/en/sitemap/pages.xml"}
RIVER = {path.replace("/flood/", "/river/") for path in FLOOD if "/flood/" in path}
BARE_LINE = (LINES | HOME | COUNTS | {RAIL}) - {"/en/latest/opinion/"}
SISTER = address(3, "nasha-havan", edition="uk")
UKRAINIAN = {f"/uk/{name}" for name in ("", "404/", "2026/", "2026/03/", "2026/03/04/", "feed.rss")}
UKRAINIAN |= {f"/uk/latest/{name}" for name in ("", "2026-03-04/", "feed.rss")}
UKRAINIAN |= {"/_f/uk/rail.html", "/uk/misto/", "/uk/misto/feed.rss", "/uk/sitemap/2026-03-04.xml"}

EDITS: list[tuple[Edit | None, Edit, set[str], set[str]]] = [
    # what comes before, the edit, what shows it, what is looked at in vain
    (edits_names.led, edits_names.picture_replaced, {COLUMN, *CARDS, *FEEDS}, set()),
    (edits_names.led, edits_names.picture_captioned, {COLUMN, *FEEDS}, set()),
    (edits_names.led, edits_names.picture_credited, {COLUMN, *FEEDS}, set()),
    (edits_names.led, edits_names.picture_retitled, set(), set()),
    (edits_names.led, edits_names.picture_deleted, {COLUMN, *CARDS, *FEEDS}, set()),
    (edits_names.led, edits_names.picture_held, {COLUMN, *CARDS, *FEEDS}, set()),
    (
        None,
        edits_names.person_renamed,
        {FERRIES, CRANE, ANN, ANN_UK, MORNING, "/en/feed.rss", "/en/city/feed.rss"},
        set(),
    ),
    (None, edits_names.person_in_ukrainian_renamed, {ANN_UK}, {ANN}),
    (None, edits_names.tag_renamed, TAGGED, set()),
    (None, edits_names.untagged, TAGGED, set()),
    (None, edits_names.section_moved, {COLUMN, *HOME, *CITY, OPINION, FEED_OF_OPINION}, set()),
    (None, edits_names.section_renamed, {*FRAMED, FEED_OF_OPINION}, {*MAP, RAIL}),
    (None, edits_names.section_readdressed, {*FRAMED, *VIEWS, FEED_OF_OPINION}, {RAIL}),
    (
        None,
        edits_names.story_readdressed,
        {*FLOOD, *RIVER, "/en/latest/", "/en/sitemap/pages.xml"},
        set(),
    ),
    (None, edits_names.brand, {*FRAMED, *ALL_FEEDS}, {*MAP, RAIL}),
    (None, edits_names.tagline, {*FRAMED, *ALL_FEEDS}, {*MAP, RAIL}),
    (
        None,
        edits_names.translated,
        {COLUMN, "/en/sitemap/2026-03-03.xml", SISTER, *UKRAINIAN},
        set(),
    ),
    (None, edits_names.embargoed, GONE, set()),
    (edits_names.embargoed, edits_names.lifted, GONE, set()),
    (None, edits_records.standing, {*FIRE_SHOWN, BOARD, BOARD_OF_FIRE}, set()),
    (None, edits_records.statement_added, {*FIRE_SAID, COURIER} - {BOARD_OF_FIRE}, BOARDS),
    (None, edits_records.versions_turned, {*FIRE, *FIRE_UK}, set()),
    (
        None,
        edits_records.versions_gone,
        {*HOME, "/uk/", FERRIES, *FIRE, *FIRE_UK},
        SETS_READ - FIRE_UK,
    ),
    (None, edits_records.entry_held, {*FLOOD, "/en/latest/"}, set()),
    (None, edits_records.entry_reviewed, set(), set()),
    (None, edits_records.line_withdrawn, BARE_LINE, set()),
    (None, edits_records.line_held, BARE_LINE, set()),
    (None, edits_records.strip_for_later, set(), {*HOME, "/en/city/", OPINION, "/en/latest/"}),
]


@pytest.mark.parametrize(
    ("before", "edit", "shown", "vain"), EDITS, ids=[row[1].__name__ for row in EDITS]
)
def test_an_edit_presses_exactly_what_shows_it(
    room: Pressroom,  # noqa: F811
    before: Edit | None,
    edit: Edit,
    shown: set[str],
    vain: set[str],
) -> None:
    if before is not None:
        room.after(before)

    changed = room.after(edit)

    assert changed == shown
    assert room.vain == vain


def test_a_typo_in_an_article_outside_every_feed_presses_that_article_alone(
    room: Pressroom,  # noqa: F811
) -> None:
    room.after(fill_the_feeds)

    changed = room.after(edits.body_typo)

    assert changed == {COLUMN}
    assert room.vain == set()


def fill_the_feeds(town: Town) -> None:
    """Publish so many articles of the column's section that it leaves every feed."""
    for number in range(31):
        new = cast.an_article(f"Bridge {number}", section_id=town.opinion, section=None)
        edits._publish(new)


def test_a_strip_ends_by_itself_on_the_pages_that_bear_it(
    room: Pressroom,  # noqa: F811
) -> None:
    room.after(edits.strip_raised)
    before = room.contents()
    held = clock.use(lambda: PRESSED_AT + timedelta(days=2))

    report = press.run(store=room.store)

    clock.use(held)
    now = room.contents()
    bearing = {*HOME, "/en/city/", OPINION, "/en/latest/"}
    assert {path for path in now if before.get(path) != now[path]} == bearing
    assert set(report.pressed) >= bearing
