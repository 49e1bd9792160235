"""A store that takes nothing, and one that refuses a single sheet."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from dateline import press
from dateline.press import sql
from dateline.press.errors import StoreDown, StoreFailed, StoreOvertaken
from dateline.press.stores.memory import StagedBody
from dateline.press.worker.batches import Press
from tests.press import paper
from tests.press.conftest import Clock

CHANGED = {"/note-1/", "/note-1.json"}


class Faulty(press.MemoryStore):
    """Raises what it is told to, at the step it is told, for one address or all."""

    error: Any = None
    step = "stage"
    only = ""

    def fail(self, step: str, path: str) -> None:
        if self.error and step == self.step and self.only in ("", path):
            raise self.error("the disk is full", path)

    def stage(self, path: str, body: bytes, *, often: bool = False) -> StagedBody:
        self.fail("stage", path)
        return FaultyStaged(self, path, body)

    def gone(self, path: str, body: bytes) -> None:
        self.fail("gone", path)
        super().gone(path, body)


class FaultyStaged(StagedBody):
    def ready(self) -> None:
        self.store.fail("ready", self.path)

    def finish(self) -> None:
        self.store.fail("finish", self.path)
        super().finish()

    def settle(self) -> None:
        self.store.fail("settle", self.path)


@pytest.fixture
def faulty(shelf: press.MemoryStore) -> Faulty:
    return Faulty(shelf.files, shelf.tombs, shelf.leads)


def tries() -> set[tuple[int, bool]]:
    return set(sql.fetch("SELECT tries, parked FROM press_job"))


@pytest.mark.parametrize("step", ["stage", "ready", "finish", "settle"])
def test_a_store_that_is_down_costs_no_sheet_a_try(faulty: Faulty, hand: Clock, step: str) -> None:
    faulty.error, faulty.step = StoreDown, step
    paper.put(1, body="Other words.")
    worker = Press(faulty)

    for _minute in range(20):
        worker.until_idle()
        hand.go(31)
    waiting = tries()
    faulty.error = None
    worker.until_idle()

    assert waiting == {(0, False)}
    assert set(worker.report.pressed) == CHANGED
    assert worker.report.down == ""
    assert b"Other words." in faulty.files["/note-1/"]
    assert press.check(store=faulty) == []


def test_an_outage_is_told_once_a_minute_and_its_end_once(
    faulty: Faulty, hand: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    faulty.error = StoreDown
    paper.put(1, body="Other words.")
    worker = Press(faulty)

    with caplog.at_level(logging.WARNING, "dateline.press"):
        for _second in range(100):
            worker.until_idle()
            hand.go(1)
        faulty.error = None
        hand.go(31)
        worker.until_idle()

    assert [line.split(":")[0] for line in caplog.messages] == [
        "no sheet can be stored, all wait and none is lost",
        "no sheet can be stored, all wait and none is lost",
        "sheets are stored again after 131 s",
    ]
    noted = sql.fetch("SELECT what FROM press_change WHERE what LIKE 'store-%%' ORDER BY seq")
    assert [what for (what,) in noted] == ["store-down", "store-up"]


def test_a_store_that_is_down_is_left_alone_ever_longer(faulty: Faulty, hand: Clock) -> None:
    faulty.error = StoreDown
    paper.put(1, body="Other words.")
    worker = Press(faulty)
    tried = []

    for second in range(70):
        before = worker._outage.until
        worker.batch()
        if worker._outage.until != before:
            tried.append(second)
        hand.go(1)

    assert tried == [0, 1, 3, 7, 15, 31, 61]


def test_a_sheet_that_the_store_refuses_holds_up_no_other(faulty: Faulty, hand: Clock) -> None:
    faulty.error, faulty.step, faulty.only = StoreFailed, "finish", "/note-1/"
    for ident in (1, 2, 3):
        paper.put(ident, body="Other words.")
    worker = Press(faulty)

    for _minute in range(10):
        worker.until_idle()
        hand.go(61)

    assert worker.report.parked == ["/note-1/"]
    assert tries() == {(5, True)}
    assert b"Other words." not in faulty.files["/note-1/"]
    assert all(b"Other words." in faulty.files[f"/note-{ident}/"] for ident in (2, 3))


def test_a_sheet_that_was_overtaken_on_its_way_is_pressed_again(faulty: Faulty) -> None:
    faulty.error, faulty.step, faulty.only = StoreOvertaken, "settle", "/note-1/"
    paper.put(1, body="Other words.")
    worker = Press(faulty)

    worker.batch()
    waiting = tries()
    faulty.error = None
    worker.until_idle()

    assert waiting == {(0, False)}
    assert press.check(store=faulty) == []


def test_what_was_shown_but_not_filed_goes_when_its_change_is_taken_back(
    faulty: Faulty, hand: Clock
) -> None:
    faulty.error, faulty.step = StoreDown, "settle"
    paper.put(1, body="Never committed.")
    worker = Press(faulty)
    worker.batch()
    assert b"Never committed." in faulty.files["/note-1/"]

    faulty.error = None
    paper.put(1, body="Words.")
    hand.go(2)
    worker.until_idle()

    assert b"Never committed." not in faulty.files["/note-1/"]
    assert press.check(store=faulty) == []


def test_a_takedown_waits_for_the_store_and_then_goes_first(faulty: Faulty, hand: Clock) -> None:
    faulty.error, faulty.step = StoreDown, "gone"
    paper.put(3, live=False)
    worker = Press(faulty)
    worker.until_idle()
    assert "/note-3/" in faulty.files

    faulty.error = None
    hand.go(2)
    worker.until_idle()

    assert "/note-3/" not in faulty.files
    assert press.check(store=faulty) == []


def test_a_disk_that_takes_now_and_then_a_sheet_is_told_of_once(
    faulty: Faulty, hand: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    worker = Press(faulty)
    for turn in range(4):
        faulty.error = StoreDown
        paper.put(1, body=f"Turn {turn}.")
        worker.batch()
        faulty.error = None
        hand.go(5)
        worker.until_idle()

    said = [one.message for one in caplog.records]
    assert len([one for one in said if "no sheet can be stored" in one]) == 1
    assert len([one for one in said if "stored again" in one]) == 1
    assert b"Turn 3." in faulty.files["/note-1/"]
