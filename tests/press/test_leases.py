"""A job is held by one worker, for a time; who dies, is late or has a twin does no harm."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dateline import press
from dateline.press import clock, hooks, sql
from dateline.press.filing import filing
from dateline.press.ledger import jobs
from dateline.press.worker import batches
from dateline.press.worker.batches import Press
from tests.press import paper
from tests.press.conftest import Clock

HELD = "SELECT count(*) FROM press_job WHERE worker <> ''"


def dead() -> int:
    """Return the number of a process that is no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_what_a_dead_worker_held_is_pressed_by_the_next(shelf: press.MemoryStore) -> None:
    paper.put(2, body="Other words.")
    ended = jobs.worker_name("worker").rpartition(":")[0] + f":{dead()}"
    assert len(jobs.claim(ended, 16)) == 2

    press.run(store=shelf)

    assert b"Other words." in shelf.files["/note-2/"]


def test_a_lease_that_is_over_is_given_to_another(shelf: press.MemoryStore, hand: Clock) -> None:
    paper.put(2, body="Other words.")
    jobs.claim("worker@elsewhere:1", 16)
    assert press.run(store=shelf).count == 0

    hand.go(jobs.LEASE / clock.SECOND + 1)
    press.run(store=shelf)

    assert b"Other words." in shelf.files["/note-2/"]


def test_a_change_taken_back_after_a_kill_takes_its_file_back(shelf: press.MemoryStore) -> None:
    paper.put(2, body="Other words.")
    ended = jobs.worker_name("worker").rpartition(":")[0] + f":{dead()}"
    jobs.claim(ended, 16)
    shelf.files["/note-2/"] = b"named, but never committed"
    paper.put(2, body="Words.")

    press.run(store=shelf)

    assert b"Words." in shelf.files["/note-2/"]
    assert press.check(store=shelf) == []


def test_a_list_named_in_vain_goes_again(shelf: press.MemoryStore) -> None:
    for ident in (1, 2, 3):
        paper.put(ident, section="port")
    press.run(store=shelf)
    paper.put(3, section="city")
    ended = jobs.worker_name("worker").rpartition(":")[0] + f":{dead()}"
    jobs.claim(ended, 16)
    shelf.files["/in/city/"] = b"named, but never committed"
    paper.put(3, section="port")

    press.run(store=shelf)

    assert "/in/city/" not in shelf.paths()
    assert press.check(store=shelf) == []


def test_a_worker_that_comes_too_late_files_nothing(
    shelf: press.MemoryStore, hand: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.put(2, body="Slow words.")
    honest = filing.file

    def slowly(*arguments: Any) -> Any:
        monkeypatch.undo()
        hand.go(60)
        paper.put(2, body="Quick words.")
        press.run(store=shelf)
        return honest(*arguments)

    monkeypatch.setattr(filing, "file", slowly)
    Press(shelf).until_idle()

    assert b"Quick words." in shelf.files["/note-2/"]
    assert press.check(store=shelf) == []


def test_two_workers_of_one_name_are_two(shelf: press.MemoryStore) -> None:
    paper.put(2, body="Other words.")
    one, twin = Press(shelf, worker="worker"), Press(shelf, worker="worker")

    claimed = jobs.claim(one.worker, 16)

    assert len(claimed) == 2
    assert jobs.claim(twin.worker, 16) == []
    assert jobs.holders([each.sheet for each in claimed], twin.worker) == set()


def test_the_clock_may_go_back_an_hour(shelf: press.MemoryStore, hand: Clock) -> None:
    paper.put(2, body="Of the future.")
    jobs.claim("worker@elsewhere:1", 1)
    hand.go(-3600)

    press.run(store=shelf)

    assert sql.fetch(HELD) == [(0,)]
    assert b"Of the future." in shelf.files["/note-2/"]
    assert b"Of the future." in shelf.files["/note-2.json"]


def test_a_long_batch_makes_way_for_what_is_urgent(shelf: press.MemoryStore) -> None:
    paper.put_many({ident: {"headline": f"Note {ident}"} for ident in range(10, 80)})
    press.run(store=shelf)
    press.press_all(touch=False)
    mine, seen = Press(shelf), []

    def publish(step: str) -> None:
        seen.append(step)
        if seen.count("rendered") == batches.BATCH - 4 and step == "rendered":
            paper.put(99, headline="Urgent")

    mine.batch()  # the parts
    mine._most = batches.LARGEST
    stop = hooks.listen(publish)
    try:
        mine.batch()
    finally:
        stop()

    assert mine.report.count <= 2 * batches.BATCH
    assert sql.fetch(HELD) == [(0,)]
    mine.batch()
    assert "/note-99/" in mine.report.pressed
    mine.until_idle()
    assert press.check(store=shelf) == []


def test_what_a_long_batch_has_not_begun_is_given_back_at_once(
    shelf: press.MemoryStore, hand: Clock
) -> None:
    press.press_all(touch=False)
    waiting = sql.fetch("SELECT count(*) FROM press_job")[0][0]
    worker = Press(shelf)
    slow = hooks.listen(lambda step: hand.go(6) if step == "rendered" else None)

    with CaptureQueriesContext(connection) as asked:
        worker.batch()
    slow()

    given_back = [one for one in asked.captured_queries if "lease_until = NULL" in one["sql"]]
    assert worker.report.count == 1
    assert len(given_back) < waiting / 2
    assert sql.fetch(HELD)[0][0] == 0
    worker.until_idle()
    assert press.check(store=shelf) == []
