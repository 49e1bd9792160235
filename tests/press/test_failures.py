"""A sheet that cannot be pressed waits, is given up at the fifth time, and comes back."""

from __future__ import annotations

from typing import Any

import pytest

from dateline import press
from dateline.press import Worker, sql
from dateline.press.isolation import allowed
from dateline.press.ledger import jobs
from dateline.press.registry import registry
from tests.press import paper
from tests.press.conftest import Clock

PARKED = "SELECT count(*) FROM press_job WHERE parked"


def give_up(store: press.MemoryStore, hand: Clock) -> list[str]:
    """Press until what fails is parked; return what was parked."""
    parked: list[str] = []
    for _turn in range(jobs.MOST_TRIES):
        parked += press.run(store=store).parked
        hand.go(60)
    return parked


@pytest.fixture
def breaking(small_paper: None) -> Any:
    """Let a part raise for as long as the test wants."""
    rail = registry.parts["rail"]
    broken = [True]

    def perhaps(read: Any, arg: str) -> Any:
        read.window("all", 5, "card")
        if broken[0]:
            raise RuntimeError("the rail is broken")
        return rail(read, arg)

    registry.parts["rail"] = perhaps  # the paper goes, and this with it
    return broken


def test_a_broken_page_is_parked_its_file_stays_and_all_others_are_pressed(
    shelf: press.MemoryStore, hand: Clock
) -> None:
    paper.broken.add(2)
    before = shelf.files["/note-2/"]
    paper.put(2, headline="New")
    paper.put(3, headline="Also new")

    parked = give_up(shelf, hand)

    assert sorted(parked) == ["/note-2.json", "/note-2/"]
    assert shelf.files["/note-2/"] == before
    assert b"Also new" in shelf.files["/note-3/"]
    assert b"New" in shelf.files["/in/city/"]
    assert [row[0] for row in sql.fetch("SELECT what FROM press_change")].count("parked") == 2


def test_a_new_page_that_was_parked_is_pressed_once_its_note_is_mended(
    shelf: press.MemoryStore, hand: Clock
) -> None:
    paper.broken.add(4)
    paper.put(4)
    give_up(shelf, hand)
    assert sql.fetch(PARKED) == [(2,)]

    paper.broken.clear()
    paper.put(4, body="Mended.")
    press.run(store=shelf)

    assert b"Mended." in shelf.files["/note-4/"]
    assert press.check(store=shelf) == []


def test_what_a_page_read_before_it_failed_has_it_tried_again(
    shelf: press.MemoryStore, hand: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    plate = registry.plates["note"].plate
    fair = plate.press

    def picky(read: Any, arg: str) -> Any:
        if arg == "3" and read.get("author", 2, "name") != "Benedict":
            raise RuntimeError("an author of that name cannot be set")
        return fair(read, arg)

    monkeypatch.setattr(plate, "press", picky)
    paper.put(3, body="More.")
    assert give_up(shelf, hand)

    paper.rename(2, "Benedict")
    press.run(store=shelf)

    assert b"More." in shelf.files["/note-3/"]
    assert press.check(store=shelf) == []


def test_a_part_that_cannot_be_pressed_leaves_the_earlier_one_in_place(
    shelf: press.MemoryStore, hand: Clock, breaking: list[bool]
) -> None:
    paper.put(3, headline="Retold")

    parked = give_up(shelf, hand)

    assert parked == ["part:rail:x"]
    assert b"Retold" in shelf.files["/note-3/"]
    assert b"Retold" not in shelf.files["/"]


def test_a_part_that_cannot_be_pressed_keeps_nothing_that_was_taken_down(
    shelf: press.MemoryStore, hand: Clock, breaking: list[bool]
) -> None:
    paper.put(2, live=False)
    give_up(shelf, hand)
    assert [path for path, body in shelf.files.items() if b"Note 2" in body] == []

    breaking[0] = False
    paper.put(2, live=True)
    press.run(store=shelf)

    assert b"Note 2" in shelf.files["/"]
    assert press.check(store=shelf) == []


def test_a_part_that_read_what_was_never_there_keeps_its_text_while_it_is_broken(
    shelf: press.MemoryStore, hand: Clock, breaking: list[bool]
) -> None:
    fair = registry.parts["rail"]

    def asking(read: Any, arg: str) -> Any:
        assert read.get("note", 99, "card") is None
        return fair(read, arg)

    registry.parts["rail"], breaking[0] = asking, False
    paper.put(3, headline="Retold")
    press.run(store=shelf)

    breaking[0] = True
    paper.put(3, headline="Told again")
    give_up(shelf, hand)

    assert b"Retold" in shelf.files["/"]


def test_pages_that_wait_for_a_part_are_pressed_once_it_is_there(
    small_paper: None, hand: Clock, breaking: list[bool]
) -> None:
    store = press.MemoryStore()
    paper.rename(1, "Ann")
    paper.put(1)
    press.press_all()
    give_up(store, hand)
    own = {"/note-1/", "/note-1.json", "/in/city/", "/day/10/"}
    assert store.paths() == own

    breaking[0] = False
    paper.put(1, headline="Again")
    press.run(store=store)

    assert store.paths() == {"/", paper.RAIL, *own}
    assert press.check(store=store) == []


def test_a_worker_that_starts_gives_parked_sheets_one_more_try(
    shelf: press.MemoryStore, hand: Clock
) -> None:
    paper.broken.add(2)
    paper.put(2, body="Other words.")
    give_up(shelf, hand)

    Worker(shelf).work(until_idle=True)
    assert sql.fetch(PARKED) == [(2,)]
    paper.broken.clear()
    Worker(shelf).work(until_idle=True)

    assert sql.fetch(PARKED) == [(0,)]
    assert b"Other words." in shelf.files["/note-2/"]


def test_a_page_marked_while_it_fails_is_not_blamed(
    shelf: press.MemoryStore, hand: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    plate = registry.plates["section"].plate

    def interrupted(read: Any, arg: str) -> Any:
        read.window("in:city", 3, "card")
        monkeypatch.undo()
        with allowed():
            paper.put(3, headline="Meanwhile")
        raise RuntimeError("the list was pulled away")

    monkeypatch.setattr(plate, "press", interrupted)
    paper.put(2, headline="First")
    report = press.run(store=shelf)

    assert report.failed == []
    assert b"Meanwhile" in shelf.files["/in/city/"]
    assert press.check(store=shelf) == []
