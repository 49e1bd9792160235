"""Each kind of edit presses exactly the addresses that show what changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline import press
from tests.front import edits
from tests.front.pressroom import Pressroom, built, room  # noqa: F401
from tests.front.shown import (
    BRIDGE_DAY,
    COLUMN,
    COUNTS,
    COURIER,
    FEEDS,
    FIRE,
    FIRE_SHOWN,
    FIRE_SOURCES,
    FIRE_UK,
    FLOOD,
    GONE,
    HOME,
    LINES,
    RAIL,
)
from tests.front.town import Town, address

pytestmark = pytest.mark.django_db

EDITS: list[tuple[Callable[[Town], None], set[str]]] = [
    (edits.nothing, set()),
    (edits.draft, set()),
    (edits.lasting, set()),
    (edits.body_typo, {COLUMN, *FEEDS}),
    (edits.kicker, {COLUMN}),
    (edits.headline, {COLUMN, *HOME, RAIL, *LINES, *FEEDS, "/en/opinion/"}),
    (edits.feed_headline, {*HOME, RAIL, *LINES, "/en/opinion/"}),
    (edits.standfirst, {COLUMN, *HOME, *FEEDS, "/en/opinion/"}),
    (edits.tagged, {COLUMN, *FEEDS, "/en/tag/harbour/"}),
    (edits.updated, {COLUMN, *HOME, *FEEDS, "/en/opinion/", "/en/sitemap/2026-03-03.xml"}),
    (edits.corrected, {COLUMN, *HOME, *FEEDS, "/en/opinion/", "/en/corrections/"}),
    (edits.withdrawn, GONE),
    (edits.deleted, GONE),
    (edits.held, GONE),
    (
        edits.new_slug,
        {*HOME, RAIL, *LINES, *FEEDS, "/en/opinion/", "/en/sitemap/2026-03-03.xml", COLUMN}
        | {address(3, "the-harbour", day="2026/03/03")},
    ),
    (edits.entry_text, FIRE_SHOWN),
    (
        edits.entry_added,
        {*FIRE_SHOWN, sorted(FIRE_SOURCES)[0], "/en/source/harbour-board/"}
        | {"/en/latest/", "/uk/latest/"},
    ),
    (
        edits.entry_moved,
        {*FIRE_SHOWN, *FIRE_SOURCES, *FLOOD, "/en/latest/", "/uk/latest/"}
        | {"/en/source/the-courier/"},  # the number of its entry moved on
    ),
    (edits.entry_date, {*FLOOD, "/en/latest/"}),
    (edits.entry_gone, {*FLOOD, "/en/latest/"}),
    (edits.entry_corrected, {*FLOOD, "/en/corrections/"}),
    (edits.question, {*FIRE, *FIRE_UK}),
    (edits.agent_renamed, {*FIRE_SHOWN, sorted(FIRE_SOURCES)[1], "/en/source/the-courier/"}),
    (edits.agent_described, {"/en/source/the-courier/"}),
    (
        edits.agents_merged,
        {*FIRE_SHOWN, *FIRE_SOURCES, "/en/source/the-courier/", "/en/source/harbour-board/"},
    ),
    (edits.programme_about, {"/en/programme/morning/"}),
    (edits.story_retitled, {*FLOOD, "/en/latest/"}),
    (edits.section_line, {"/en/opinion/", "/en/opinion/feed.rss"}),
    (edits.tag_in_ukrainian, {"/en/tag/harbour/", "/uk/tag/havan/"}),
    (edits.line_mended, {*HOME, RAIL, *LINES} - {"/en/latest/opinion/"}),
    (edits.zone_filled, HOME),
    (edits.strip_raised, {*HOME, "/en/city/", "/en/opinion/", "/en/latest/"}),
    (edits.about_mended, {"/en/about/"}),
]


BOARDS = {"/en/source/harbour-board/", sorted(FIRE_SOURCES)[0]}
COURIERS = {COURIER, sorted(FIRE_SOURCES)[1]}
# Pressed though nothing of them changes: each with its reason.
VAIN: dict[Callable[[Town], None], set[str]] = {
    edits.lasting: {COLUMN},  # the hour at which it shows its age is another
    edits.entry_text: BOARDS,  # pages of a source give its statements, not the entry's words
    edits.entry_added: COURIERS,  # entries are numbered within their story
    edits.entry_corrected: {"/uk/corrections/"},  # lists what has words in Ukrainian
    edits.agent_renamed: {sorted(FIRE_SOURCES)[0]},  # it names sources of its own side
}


@pytest.mark.parametrize(("edit", "shown"), EDITS, ids=[edit.__name__ for edit, _ in EDITS])
def test_an_edit_presses_exactly_what_shows_it(
    room: Pressroom,  # noqa: F811
    edit: Callable[[Town], None],
    shown: set[str],
) -> None:
    changed = room.after(edit)

    assert changed == shown
    assert room.vain == VAIN.get(edit, set())


def test_a_line_is_filed_on_the_newest_sheets_its_day_and_the_rail_of_the_front(
    room: Pressroom,  # noqa: F811
) -> None:
    changed = room.after(edits.line_filed)

    lines = {"/404/", "/en/404/", "/en/latest/", "/en/latest/feed.rss"}
    assert changed == {*HOME, RAIL, *lines, *COUNTS, "/en/2026/03/04/", "/en/latest/2026-03-04/"}


def test_a_new_article_presses_no_other_article(room: Pressroom) -> None:  # noqa: F811
    changed = room.after(edits.new_article)

    own = {path for path in changed if "bridge-opens" in path}
    lines = {"/404/", "/en/404/", "/en/latest/", "/en/latest/feed.rss", "/en/2026/03/04/"}
    lines |= {"/en/latest/2026-03-04/", "/en/sitemap/2026-03-04.xml"}
    assert len(own) == 1
    assert changed == {*own, *HOME, RAIL, *lines, *COUNTS, "/en/city/", "/en/city/feed.rss"} | {
        "/en/feed.rss"
    }


def test_an_article_of_the_past_is_filed_between_its_neighbours(
    room: Pressroom,  # noqa: F811
) -> None:
    changed = room.after(edits.new_article_of_the_past)

    own = {path for path in changed if "bridge-planned" in path}
    later = {"/en/2026/03/03/", "/en/latest/2026-03-03/"}  # they point to the day before
    newest = {"/404/", "/en/404/", "/en/latest/", "/en/latest/feed.rss", "/en/sitemap.xml"}
    assert len(own) == 1
    assert changed == {
        *own,
        *HOME,
        RAIL,
        *newest,
        *later,
        *COUNTS,
        *BRIDGE_DAY,
        *FEEDS,
        "/en/opinion/",
    }


def test_a_second_run_presses_nothing(room: Pressroom) -> None:  # noqa: F811
    room.after(edits.headline)

    report = press.run(store=room.store)

    assert report.count == 0


def test_a_withdrawn_article_leaves_a_note_and_no_word_of_it(
    room: Pressroom,  # noqa: F811
) -> None:
    room.after(edits.withdrawn)

    assert "It was not ours." in room.store.tombs[COLUMN].decode()
    assert not [path for path, body in room.store.files.items() if b"Our harbour" in body]


def test_a_moved_article_is_found_under_its_old_address(room: Pressroom) -> None:  # noqa: F811
    room.after(edits.new_slug)

    assert room.store.leads[COLUMN] == f"301 {address(3, 'the-harbour', day='2026/03/03')}"


def test_a_merged_source_leaves_its_page(room: Pressroom) -> None:  # noqa: F811
    room.after(edits.agents_merged)

    assert room.store.read("/en/source/the-courier/") is None
    assert b"The Courier reported" in room.store.files["/en/source/harbour-board/"]


SEQUENCES = [
    ["headline", "entry_moved", "agent_renamed", "withdrawn", "new_article", "zone_filled"],
    ["entry_gone", "tagged", "agents_merged", "deleted", "tag_in_ukrainian", "line_filed"],
    ["new_slug", "held", "entry_added", "story_retitled", "strip_raised", "entry_corrected"],
    ["zone_filled", "deleted", "question", "entry_text", "section_line", "line_mended"],
]


@pytest.mark.parametrize("names", SEQUENCES, ids=lambda names: names[0])
def test_any_sequence_of_edits_equals_a_full_press(
    room: Pressroom,  # noqa: F811
    names: list[str],
) -> None:
    for name in names:
        room.after(getattr(edits, name))
    after_edits = room.contents()

    assert press.check(store=room.store) == []
    press.press_all()
    press.run(store=room.store)
    assert room.contents() == after_edits
