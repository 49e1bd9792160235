"""A list that has nothing to show any more goes after the pages that named it, and soon."""

from __future__ import annotations

import pytest
from django.db import transaction

from dateline import press
from dateline.press import sql
from dateline.press.ledger import jobs
from dateline.press.ledger.sheets import numbers_at
from dateline.press.worker.batches import MOST_WAITS, Press
from tests.press import paper
from tests.press.conftest import Clock

EMPTY = "/in/port/"
ELSEWHERE = "worker@elsewhere:1"


@pytest.fixture
def port(shelf: press.MemoryStore) -> press.MemoryStore:
    """Press a section with one note in it."""
    paper.put(4, section="port")
    press.run(store=shelf)
    assert EMPTY in shelf.files
    return shelf


def held_elsewhere() -> None:
    """Have another worker take all that is due but the list that is empty now."""
    (empty,) = numbers_at([EMPTY])
    others = sql.fetch("SELECT sheet FROM press_job WHERE sheet <> %s", [empty])
    assert jobs.claim_of([row[0] for row in others], ELSEWHERE)


def test_an_empty_list_waits_for_pages_that_another_worker_has_in_hand(
    port: press.MemoryStore,
) -> None:
    worker = Press(port)
    paper.put(4, section="city")
    held_elsewhere()

    for _turn in range(3):
        worker.batch()
    assert EMPTY in port.files

    jobs.free(ELSEWHERE)
    worker.until_idle()
    assert EMPTY not in port.files
    assert press.check(store=port) == []
    assert press.run(store=port).count == 0


@pytest.mark.parametrize(("urgent", "seconds"), [(False, 10), (True, 0.5)])
def test_an_empty_list_does_not_wait_for_long(
    port: press.MemoryStore, hand: Clock, urgent: bool, seconds: float
) -> None:
    worker = Press(port)
    with transaction.atomic():
        paper.store(4, **({"live": False} if urgent else {"section": "city"}))
        press.touch(("note", 4), urgent=urgent)
    held_elsewhere()

    hand.go(seconds - 0.1)
    worker.batch()
    assert EMPTY in port.files

    hand.go(0.2)
    worker.batch()
    assert EMPTY not in port.files


def test_an_empty_list_waits_for_none_that_does_not_come(port: press.MemoryStore) -> None:
    worker = Press(port)
    paper.put(4, section="city")
    held_elsewhere()

    for _turn in range(MOST_WAITS + 1):
        worker.batch()

    assert EMPTY not in port.files


def test_two_empty_lists_do_not_wait_for_each_other(port: press.MemoryStore) -> None:
    paper.put(4, section="sea")
    paper.put(5, section="quay")
    press.run(store=port)

    paper.put_many({4: {"section": "city"}, 5: {"section": "city"}})
    press.run(store=port)

    assert {"/in/sea/", "/in/quay/"} & port.paths() == set()
