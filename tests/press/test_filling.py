"""Slots, still text and versions of parts are put in their places before a page is filed."""

from datetime import UTC, datetime
from typing import Any

import pytest

from dateline.press.rendering.filling import fill
from dateline.press.rendering.reader import Linked, Reader, slot, slot_end, still
from dateline.press.stores.gzips import STILL, Slot

RAIL = "/_f/rail.html"


def reader(*slots: Linked, **versions: int) -> Reader:
    def parts(name: str, arg: str) -> Any:
        raise AssertionError(f"{name} {arg} was asked for")

    made = Reader(as_of=datetime(2026, 11, 26, tzinfo=UTC), parts=parts)
    made.slots.extend(slots)
    made.versions.update(versions)
    return made


def test_a_slot_gets_what_is_baked_in_and_still_text_loses_its_marks():
    linked = Linked(-5, RAIL, 7, "<ol>new</ol>", soft=True)
    body = f"<p>{still('.a{}')}</p>{slot(-5)}<i>".encode()

    filled = fill(body, reader(linked))

    assert filled == b"<p>.a{}</p><ol>new</ol><i>"
    assert filled.slots == (Slot(3, 7, "", STILL), Slot(11, 23, RAIL, 7))


@pytest.mark.parametrize("said", ["", "<a>more</a>"])
def test_a_bare_slot_keeps_what_the_template_says(said):
    body = f"<p>{slot(9)}{said}{slot_end(9)}</p>".encode()

    filled = fill(body, reader(Linked(9, RAIL, 0, None, soft=True)))

    assert filled == f"<p>{said}</p>".encode()
    assert filled.slots == (Slot(3, 3 + len(said), RAIL, 0),)


def test_two_slots_of_one_part_are_both_filled():
    body = f"{slot(1)}-{slot(1)}".encode()

    filled = fill(body, reader(Linked(1, RAIL, 3, "x", soft=True)))

    assert filled == b"x-x"
    assert filled.slots == (Slot(0, 1, RAIL, 3), Slot(2, 3, RAIL, 3))


def test_a_page_without_a_slot_that_readers_can_fetch_is_not_cut():
    body = f"{still('.a{}')}{slot(1)}<p>".encode()

    filled = fill(body, reader(Linked(1, "", 3, "x", soft=False)))

    assert filled == b".a{}x<p>"
    assert not hasattr(filled, "slots")


def test_a_mark_that_nobody_asked_for_stays_and_versions_are_written_out():
    body = f"{slot(77)}<p data-v='V'>".encode()

    assert fill(body, reader(V=12)) == f"{slot(77)}<p data-v='12'>".encode()
