"""Timers fire once, in order, and none is ever lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.db import OperationalError, transaction

from dateline import press
from dateline.press import Worker, sql
from dateline.press.clock import ticks
from dateline.press.ledger import timers
from tests.press import paper
from tests.press.conftest import Clock

SET = "SELECT ref, due_at FROM press_timer ORDER BY ref"


@pytest.fixture
def rung(small_paper: None, hand: Clock) -> Iterator[list[str]]:
    """Return what timers have done; one called "bad" raises, one called "busy" finds a lock."""
    done: list[str] = []

    @press.on_timer("test")
    def ring(ref: str, at: datetime) -> None:
        if ref == "bad":
            raise RuntimeError("this timer is broken")
        if ref == "busy" and "busy" not in done:
            done.append("busy")
            raise OperationalError("database is locked")
        done.append(ref)

    yield done
    timers._actions.pop("test")


def test_timers_fire_in_their_order_and_once(rung: list[str], hand: Clock) -> None:
    for seconds, ref in ((20, "two"), (10, "one"), (90, "later")):
        press.at(paper.START + timedelta(seconds=seconds), "test", ref)
    hand.go(30)

    assert [timers.fire(), timers.fire()] == [2, 0]
    assert rung == ["one", "two"]


def test_a_broken_timer_stops_no_other_and_is_never_given_up(rung: list[str], hand: Clock) -> None:
    press.at(paper.START, "test", "bad")
    press.at(paper.START + timedelta(seconds=1), "test", "good")

    for _hour in range(20):
        hand.go(3600)
        timers.fire()

    assert rung == ["good"]
    [(ref, due)] = sql.fetch(SET)
    assert ref == "bad"
    assert due <= ticks() + timers.LONGEST_WAIT


def test_a_timer_that_met_a_lock_fires_the_next_time(rung: list[str]) -> None:
    press.at(paper.START, "test", "busy")

    assert [timers.fire(), timers.fire()] == [0, 1]


def test_a_timer_of_another_program_waits_for_it(rung: list[str]) -> None:
    press.at(paper.START, "test", "x")
    action = timers._actions.pop("test")
    assert timers.fire() == 0

    timers._actions["test"] = action

    assert [row[0] for row in sql.fetch(SET)] == ["x"]


def test_a_timer_that_was_moved_while_it_came_up_does_not_fire(rung: list[str]) -> None:
    press.at(paper.START, "test", "x")
    found = timers.DueTimer(*sql.fetch("SELECT id, due_at, action, ref, tries FROM press_timer")[0])
    press.at(paper.START + timedelta(days=1), "test", "x")

    with transaction.atomic():
        assert timers._do(found) == 0
    timers._postpone(found, RuntimeError("too late"))

    assert sql.fetch(SET) == [("x", ticks(paper.START + timedelta(days=1)))]


def test_a_page_pressed_before_its_hour_is_pressed_at_it_whoever_files_meanwhile(
    shelf: press.MemoryStore, hand: Clock
) -> None:
    paper.put(1, fresh_until=60)
    press.run(store=shelf)
    hand.go(61)
    paper.put(1, fresh_until=120)
    press.run(store=shelf)
    assert b"fresh: True" in shelf.files["/note-1/"]

    hand.go(60)
    press.run(store=shelf)

    assert b"fresh: False" in shelf.files["/note-1/"]


def test_a_page_of_the_future_is_pressed_again_when_the_clock_goes_back(
    shelf: press.MemoryStore, hand: Clock
) -> None:
    worker = Worker(shelf)
    paper.put(1, fresh_until=60)
    hand.go(3600)
    worker.work(until_idle=True)
    assert b"fresh: False" in shelf.files["/note-1/"]

    hand.go(-3600)
    worker.work(until_idle=True)

    assert b"fresh: True" in shelf.files["/note-1/"]
    assert press.check(store=shelf) == []
