"""Fixtures of the press's tests: the small paper, a store in memory, a clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from dateline import press
from dateline.press import clock
from tests.press import paper


class Clock:
    """A time that tests move."""

    def __init__(self) -> None:
        self.at = paper.START

    def __call__(self) -> datetime:
        return self.at

    def go(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


committed = pytest.mark.django_db(transaction=True, available_apps=["dateline.press"])
"""Commits for good, as a newsroom does, and empties the ledger afterwards."""


@pytest.fixture
def small_paper(db: Any, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Register the paper alone, make its tables, and put everything back afterwards."""
    with paper.set_up(settings):
        yield
        monkeypatch.undo()  # what a test broke is the paper's, not to be put into the site's


@pytest.fixture
def open_paper(db: Any, settings: Any) -> Iterator[None]:
    """Set up the paper for tests that are marked `committed`: for other processes to see."""
    with paper.set_up(settings):
        yield
        paper.drop()


@pytest.fixture
def hand() -> Iterator[Clock]:
    """Give the press a clock that the test moves."""
    made = Clock()
    before = clock.use(made)
    yield made
    clock.use(before)


@pytest.fixture
def shelf(small_paper: None, hand: Clock) -> press.MemoryStore:
    """Return a store in memory with two authors and three notes pressed."""
    store = press.MemoryStore()
    paper.rename(1, "Ann")
    paper.rename(2, "Ben")
    for ident in (1, 2, 3):
        paper.put(ident)
    press.press_all()
    press.run(store=store)
    return store
