"""Slots, still text and versions of parts are put in their places before a page is filed."""

from datetime import UTC, datetime
from typing import Any

import pytest

from dateline.press.rendering.filling import fill
from dateline.press.rendering.reader import Linked, Reader, slot_end, slot_mark, still
from dateline.press.stores.gzips import Slot

RAIL = "/_f/rail.html"


def reader(*slots: Linked, **versions: int) -> Reader:
    def parts(name: str, arg: str) -> Any:
        raise AssertionError(f"{name} {arg} was asked for")

    made = Reader(as_of=datetime(2026, 11, 26, tzinfo=UTC), parts=parts)
    made.slots.extend(slots)
    made.versions.update(versions)
    return made


def marked(place: int, text: str) -> str:
    return f"{slot_mark(place)}{text}{slot_end(place)}"


@pytest.mark.parametrize("said", ["", "<a>more</a>"])
def test_a_slot_keeps_what_the_template_says_and_all_lose_their_marks(said: str) -> None:
    asking = reader()
    mark = asking.slot(RAIL)
    body = f"<p>{still('.a{}')}</p>{mark}{said}{mark.end}<i>".encode()

    filled = fill(body, asking)

    assert filled == f"<p>.a{{}}</p>{said}<i>".encode()
    assert filled.slots == (Slot(3, 7, "", 0), Slot(11, 11 + len(said), RAIL, 0))


def test_a_page_that_asks_for_a_slot_asks_for_no_part_and_records_no_read() -> None:
    asking = reader()

    asking.slot(RAIL)

    assert asking.trace == {}


def test_each_of_several_slots_has_its_own_address_and_version() -> None:
    body = f"{marked(1, 'x')}-{marked(0, 'yy')}-{marked(1, 'x')}".encode()

    filled = fill(body, reader(Linked(RAIL, 3), Linked("/_f/other.html", 0)))

    assert filled == b"x-yy-x"
    other = "/_f/other.html"
    assert filled.slots == (Slot(0, 1, other, 0), Slot(2, 4, RAIL, 3), Slot(5, 6, other, 0))


def test_a_page_without_a_slot_is_not_cut() -> None:
    filled = fill(f"{still('.a{}')}<p>".encode(), reader())

    assert filled == b".a{}<p>"
    assert not hasattr(filled, "slots")


@pytest.mark.parametrize("odd", [slot_mark(7), "<!--press-slot 0", "<!--press-"])
def test_a_mark_that_nobody_asked_for_stays_and_versions_are_written_out(odd: str) -> None:
    body = f"<p data-v='V'>{odd}".encode()

    assert fill(body, reader(Linked(RAIL, 0), V=12)) == f"<p data-v='12'>{odd}".encode()


def test_a_slot_whose_end_a_template_forgot_is_an_empty_place() -> None:
    filled = fill(f"<p>{slot_mark(0)}</p>".encode(), reader(Linked(RAIL, 0)))

    assert filled == b"<p></p>"
    assert filled.slots == (Slot(3, 3, RAIL, 0),)
