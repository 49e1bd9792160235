"""What makes a page asks nobody but its Reader: no database, no clock, no chance."""

from __future__ import annotations

import datetime as times
import random
import time
import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.utils import timezone

from dateline import press
from dateline.press import clock, sql
from dateline.press.ledger import jobs
from dateline.press.registry import Recipe, registry
from dateline.press.watch import determinism, lint
from tests.press import paper
from tests.press.conftest import Clock


class Pure:
    """Presses a note by its Reader alone."""

    def sheets(self, row: Any) -> Any:
        yield press.Sheet(paper.address(row), str(row.id))

    def press(self, read: Any, arg: str) -> press.Page:
        return press.Page("note", at=read.as_of.year, late=read.until(paper.START), by=self.by())

    def by(self) -> str:
        return "nobody"


def elsewhere() -> int:
    return random.randint(1, 6)


class Throws(Pure):
    def by(self) -> str:
        return str(elsewhere())


class Stamps(Pure):
    def by(self) -> str:
        return times.datetime.now(tz=times.UTC).isoformat()


class Dates(Pure):
    def by(self) -> str:
        from datetime import date

        return "".join(f"{date.today()}" for _one in range(1))  # noqa: DTZ011


class Numbers(Pure):
    def by(self) -> str:
        return uuid.uuid4().hex


class Ticks(Pure):
    def by(self) -> str:
        return str(time.time())


class Handed(Pure):
    """Given its clock, so that no look at its code can find it."""

    def __init__(self, asks: Callable[[], object]) -> None:
        self.asks = asks

    def by(self) -> str:
        return str(self.asks())


class Asks(Handed):
    def by(self) -> str:
        return str(sql.fetch("SELECT 1"))


IMPURE = [
    (Throws, "asks Random.randint in tests.press.test_strictness.elsewhere"),
    (Stamps, "asks datetime.now in tests.press.test_strictness.Stamps.by"),
    (Dates, "asks date.today in tests.press.test_strictness.Dates.by"),
    (Numbers, "asks uuid4 in tests.press.test_strictness.Numbers.by"),
    (Ticks, "asks time in tests.press.test_strictness.Ticks.by"),
]
ASKING = [
    (partial(Handed, lambda: timezone.now()), "asked the clock"),
    (partial(Handed, lambda: clock.now()), "asked the clock"),
    (partial(Handed, lambda: clock.ticks()), "asked the clock"),
    (partial(Asks, None), "asked the database behind the Reader: SELECT 1"),
]


@pytest.mark.parametrize(("plate", "said"), IMPURE)
def test_lint_names_a_plate_that_asks_and_the_function(
    small_paper: None, plate: Any, said: str
) -> None:
    registry.plates["note"] = Recipe("note", 2, "note", "head", plate())

    [found] = lint.impure({})

    assert (found.level, found.budget) == ("fault", 0)
    assert found.what == f"“note” {said}: a page is its records and nothing else"


@pytest.mark.parametrize(("plate", "said"), ASKING)
def test_a_plate_that_asks_is_parked_by_name_and_its_page_stays(
    shelf: press.MemoryStore, hand: Clock, plate: Any, said: str
) -> None:
    before = shelf.files["/note-1/"]
    registry.plates["note"] = Recipe("note", 2, "note", "head", plate())
    paper.put(1, body="Other words.")

    parked: list[str] = []
    for _turn in range(jobs.MOST_TRIES):
        parked += press.run(store=shelf).parked
        hand.go(60)

    assert "/note-1/" in parked
    assert shelf.files["/note-1/"] == before
    [why] = {row["why"] for row in press.status()["parked"] if row["path"] == "/note-1/"}
    assert "“note” " in why
    assert said in why


def test_a_plate_that_asks_its_reader_alone_is_pressed(shelf: press.MemoryStore) -> None:
    registry.plates["note"] = Recipe("note", 2, "note", "head", Pure())
    paper.put(1, body="Other words.")

    assert press.run(store=shelf).failed == []
    assert b"by: nobody" in shelf.files["/note-1/"]


def test_lint_names_a_facet_a_part_and_an_order_that_ask(small_paper: None) -> None:
    press.facet("note", "text", version=2, rows="text")(lambda row: (row[1], elsewhere()))
    registry.parts["rail"] = lambda read, arg: press.Page("rail", at=times.datetime.now(times.UTC))
    press.index("chance", kind="note")(lambda row: [("chance", elsewhere())])

    said = [one.what for one in lint.impure({})]

    assert [one.partition(" asks ")[0] for one in said] == [
        "“part:rail”",
        "“facet note/text”",
        "“index chance”",
    ]


def test_the_clock_is_everybodys_again_after_a_pressing(shelf: press.MemoryStore) -> None:
    asked = timezone.now
    paper.put(1, body="Other words.")

    press.run(store=shelf)

    assert timezone.now is asked
    assert timezone.now().tzinfo is not None
    assert clock.now() == paper.START


def test_every_registered_recipe_is_pure() -> None:
    assert len(registry.makers()) > 60
    assert lint.impure({}) == []


def test_what_is_asked_of_a_model_or_the_press_is_not_the_pages() -> None:
    assert determinism.trouble(Numbers).startswith("asks uuid4")
    assert determinism.trouble(press.Worker) == ""
