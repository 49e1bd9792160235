"""The latest news beside a page: alone at an address; a link to it in every page's file."""

from __future__ import annotations

import gzip
import re

import pytest

from dateline import press
from dateline.press import sql
from dateline.press.numbering import ids
from dateline.press.stores import gzips
from tests.front import edits
from tests.front.pressroom import Pressroom, built, room  # noqa: F401
from tests.front.shown import BESIDE, COLUMN, CRANE, RAIL

pytestmark = pytest.mark.django_db
SLOT = re.compile(r'<section class="box" data-part="(.*?)" data-v="(\d+)">(.*?)</section>', re.S)


def slots(room: Pressroom, path: str) -> list[tuple[str, str, str]]:  # noqa: F811
    """Return address, version and content of a page's linked slots."""
    return SLOT.findall((room.store.read(path) or b"").decode())


@pytest.mark.parametrize("path", sorted({*BESIDE, COLUMN}))
def test_a_page_has_a_heading_and_a_link_where_the_latest_news_belong(
    room: Pressroom,  # noqa: F811
    path: str,
) -> None:
    (slot,) = slots(room, path)

    assert slot[:2] == (RAIL, "0")
    assert re.findall(r"<h2>(.*?)</h2>", slot[2]) == ["Latest news"]
    assert re.findall(r'<a class="more" href="(.*?)">(.*?)</a>', slot[2]) == [
        ("/en/latest/", "More news")
    ]
    assert re.findall(r"<a ", slot[2]) == ["<a "]
    assert b"data-part" in (room.store.read(path) or b"").partition(b"<script>")[2]


def test_a_link_is_in_the_words_of_the_edition(room: Pressroom) -> None:  # noqa: F811
    pages = [path for path in room.store.files if path.startswith("/uk/") and slots(room, path)]

    assert pages
    for path in pages:
        (slot,) = slots(room, path)
        assert slot[0] == "/_f/uk/rail.html"
        if slot[1] == "0":
            assert 'href="/uk/latest/">Більше новин</a>' in slot[2]


def test_the_part_alone_is_byte_for_byte_what_the_home_page_holds(
    room: Pressroom,  # noqa: F811
) -> None:
    alone = (room.store.read(RAIL) or b"").decode()
    (slot,) = slots(room, RAIL)

    assert slot[0] == RAIL
    assert int(slot[1]) > 0
    assert "Our harbour" in slot[2]
    assert alone in room.store.files["/en/"].decode()
    assert len(gzip.compress(alone.encode())) < 4000


def test_a_newer_part_has_a_higher_version_and_presses_no_page_beside_it(
    room: Pressroom,  # noqa: F811
) -> None:
    (before,) = slots(room, RAIL)
    beside = room.store.files[CRANE]

    done = room.after(edits.headline)

    (after,) = slots(room, RAIL)
    assert int(after[1]) > int(before[1])
    assert CRANE not in done
    assert room.store.files[CRANE] is beside


def test_a_page_carries_its_slots_where_a_server_finds_them(room: Pressroom) -> None:  # noqa: F811
    page, alone = room.store.files[CRANE], room.store.files[RAIL]

    segments = gzips.apart(gzips.compress(page))

    assert [(one.address, one.seq) for one in segments if one.address] == [(RAIL, 0)]
    assert [one.address for one in segments] == ["", "", "", RAIL, ""]
    assert [one.address for one in gzips.apart(gzips.compress(alone))] == [RAIL]


def test_only_home_and_the_part_alone_depend_on_the_latest_news(
    room: Pressroom,  # noqa: F811
) -> None:
    parts = sql.fetch("SELECT path FROM press_sheet WHERE path LIKE 'part:rail:%%'")
    rows = sql.fetch_in(
        "SELECT s.path FROM press_edge e JOIN press_sheet s ON s.id = e.sheet WHERE e.read IN ({})",
        [ids.hashed_number(ids.PART, path) for (path,) in parts],
    )

    assert {path for (path,) in rows} == {"/", "/en/", "/uk/", RAIL, "/_f/uk/rail.html"}


def test_after_a_takedown_no_file_holds_the_thing(room: Pressroom) -> None:  # noqa: F811
    room.after(edits.headline)

    room.after(edits.withdrawn)

    holding = [path for path, body in room.store.files.items() if b"our harbour" in body.lower()]
    assert holding == []
    assert press.check(store=room.store) == []
