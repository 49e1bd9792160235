"""The latest news beside a page: alone at an address, baked in for a week, then a link."""

from __future__ import annotations

import gzip
import re
from datetime import timedelta

import pytest

from dateline import press
from dateline.press import clock
from dateline.press.models import PressedSheet, Soft
from dateline.press.stores import gzips
from tests.front import edits
from tests.front.pressroom import PRESSED_AT, Pressroom, built, room  # noqa: F401
from tests.front.shown import COLUMN, COURIER, CRANE, RAIL

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
SLOT = re.compile(r'<section class="box" data-part="(.*?)" data-v="(\d+)">(.*?)</section>', re.S)


def slots(room: Pressroom, path: str) -> list[tuple[str, str, str]]:  # noqa: F811
    """Return address, version and content of a page's linked slots."""
    return SLOT.findall((room.store.read(path) or b"").decode())


def at_day(room: Pressroom, days: int) -> press.Report:  # noqa: F811
    """Press what is due so many days later."""
    before = clock.use(lambda: PRESSED_AT + days * DAY)
    try:
        return press.run(store=room.store)
    finally:
        clock.use(before)


def test_the_part_alone_is_byte_for_byte_what_pages_have_baked_in(
    room: Pressroom,  # noqa: F811
) -> None:
    alone = (room.store.read(RAIL) or b"").decode()
    (slot,) = slots(room, CRANE)

    assert slot[0] == RAIL
    assert int(slot[1]) > 0
    assert "Our harbour" in slot[2]
    assert alone in room.store.files[CRANE].decode()
    assert alone in room.store.files["/en/"].decode()
    assert len(gzip.compress(alone.encode())) < 4000


def test_a_newer_part_has_a_higher_version(room: Pressroom) -> None:  # noqa: F811
    (before,) = slots(room, RAIL)

    room.after(edits.headline)

    (after,) = slots(room, RAIL)
    assert int(after[1]) > int(before[1])
    assert slots(room, CRANE) == [before]


def test_a_page_carries_its_slots_where_a_server_finds_them(room: Pressroom) -> None:  # noqa: F811
    page, alone = room.store.files[CRANE], room.store.files[RAIL]

    segments = gzips.apart(gzips.compress(page))

    assert [one.address for one in segments] == ["", "", "", RAIL, ""]
    assert [one.address for one in gzips.apart(gzips.compress(alone))] == [RAIL]


def test_a_week_after_its_publication_an_article_bakes_nothing_in(
    room: Pressroom,  # noqa: F811
) -> None:
    assert CRANE not in at_day(room, 6).pressed

    report = at_day(room, 8)

    assert report.pressed.count(CRANE) == 1
    (slot,) = slots(room, CRANE)
    assert slot[1] == "0"
    assert 'href="/en/latest/"' in slot[2]
    assert "Our harbour" not in slot[2]
    assert not Soft.objects.filter(sheet=PressedSheet.objects.get(path=CRANE).pk).exists()
    assert at_day(room, 9).count == 0


def test_old_pages_are_pressed_bare_at_once_and_wait_for_no_hour(
    room: Pressroom,  # noqa: F811
) -> None:
    before = clock.use(lambda: PRESSED_AT + 400 * DAY)
    press.run(store=room.store)
    press.press_all()
    press.run(store=room.store)

    report = press.run(store=room.store)

    clock.use(before)
    assert report.count == 0
    assert [slots(room, path)[0][1] for path in (CRANE, COLUMN, "/en/city/", COURIER)] == ["0"] * 4
    wakes = PressedSheet.objects.filter(path__in=[CRANE, COLUMN]).values_list("wake_at", flat=True)
    assert min(wakes) > clock.ticks(PRESSED_AT + 600 * DAY)  # the next step of their age


def test_after_a_takedown_no_slot_holds_the_thing(room: Pressroom) -> None:  # noqa: F811
    room.after(edits.headline)
    room.after(edits.withdrawn)

    holding = [path for path, body in room.store.files.items() if b"harbour" in body.lower()]

    assert not [
        path for path in holding if any("our harbour" in s[2].lower() for s in slots(room, path))
    ]
    assert press.check(store=room.store) == []
