"""The tail rule says of every window what reading it anew says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from dateline.press import sql
from dateline.press.errors import PressError
from dateline.press.ledger import windows
from dateline.press.ledger.windows import Ask, Move
from dateline.press.marking import changes
from dateline.press.numbering import indexes, stamps

ITEMS, SORTS = st.integers(1, 9), st.integers(1, 6)
MOVES = st.lists(st.lists(st.tuples(ITEMS, st.none() | SORTS), min_size=1, max_size=4), max_size=8)
KEY, COUNTED = "all", "days"
ASKS = [
    *(Ask(KEY, kind, n) for kind in (windows.NEWEST, windows.OLDEST) for n in (1, 3, 7)),
    *(Ask(KEY, windows.NEIGHBOURS, at_item=item) for item in range(1, 10)),
    *(Ask(KEY, windows.BESIDE, at_sort=sort) for sort in range(8)),
    Ask(KEY, windows.TALLY),
]
OF_COUNTS = [
    ask._replace(key=COUNTED) for ask in ASKS if ask.kind in (windows.BESIDE, windows.TALLY)
]


@pytest.fixture
def order(small_paper: None) -> int:
    """Return the number of an order in which nothing stands."""
    return indexes.numbers([KEY], give=True)[KEY]


def move(order: int, places: dict[int, int], batch: list[tuple[int, int | None]]) -> list[Move]:
    """Place items anew, or take them away (None), as one touch does; return what moved."""
    moves = []
    for item, sort in dict(batch).items():
        old = places.pop(item, None)
        if sort is not None:
            places[item] = sort
        if old != sort:
            moves += [Move(order, old, item, -1)] if old is not None else []
            moves += [Move(order, sort, item, +1)] if sort is not None else []
    changes._write_entries(moves)
    return moves


def kept() -> dict[int, Any]:
    return dict(sql.fetch("SELECT read, found FROM press_window"))


@given(batches=MOVES)
@limits(max_examples=150)
def check_all(order: int, asks: list[Ask], batches: list[list[tuple[int, int | None]]]) -> None:
    with transaction.atomic():
        places: dict[int, int] = {}
        for ask in asks:
            windows.keep({windows.number(ask): ask})
        for batch in batches:
            before = kept()
            changed = windows.keep_up(move(order, places, batch))
            now = kept()
            assert {read for read in now if now[read] != before[read]} == changed.keys()
            assert {read: stamps.stamp(now[read]) for read in changed} == changed
            for ask in asks:
                stands = ask._replace(at_sort=places.get(ask.at_item)) if ask.at_item else ask
                fresh = windows.look(order, stands)
                assert now[windows.number(ask)] == windows.json.dumps(fresh.found), ask
                assert fresh.found == windows.look_among(entries(places), stands).found, ask
        transaction.set_rollback(True)


def entries(places: dict[int, int]) -> list[tuple[int, int]]:
    return sorted((sort, item) for item, sort in places.items())


def test_every_window_is_kept_up_as_if_it_were_read_anew(order: int) -> None:
    check_all(order, ASKS)


def test_counts_are_kept_up_as_if_they_were_counted_anew(small_paper: None) -> None:
    check_all(indexes.numbers([COUNTED], give=True)[COUNTED], OF_COUNTS)


def test_a_counted_index_is_not_asked_for_items(small_paper: None) -> None:
    order = indexes.numbers([COUNTED], give=True)[COUNTED]

    with pytest.raises(PressError, match="counted"):
        windows.look(order, Ask(COUNTED, windows.NEWEST, 3))


@pytest.fixture
def counted(order: int) -> Iterator[list[str]]:
    """Return the questions that are asked from now on."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        yield asked


def test_what_happens_below_a_windows_tail_costs_one_question(order: int, counted: Any) -> None:
    places: dict[int, int] = {}
    move(order, places, [(item, 100 + item) for item in range(10)])
    for n in range(1, 8):
        ask = Ask(KEY, windows.NEWEST, n)
        windows.keep({windows.number(ask): ask})
    moves = move(order, places, [(50, 5)])
    before = len(counted)

    assert windows.keep_up(moves) == {}
    assert len(counted) - before <= 3
