"""What may go wrong around the press: a long queue, a lost database, a lock, a power cut."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from dateline import press
from dateline.press import FolderStore, Worker, clock, sql
from dateline.press.filing import filing
from dateline.press.ledger import jobs
from dateline.press.models import Job
from dateline.press.worker import process
from tests.press import paper
from tests.press.conftest import Clock
from tests.press.plans import scanned

SAMPLE, WHOLE = 20_000, 1_000_000


def queue(number: int) -> None:
    """Fill the queue with jobs of the last class."""
    at = clock.ticks()
    for start in range(0, number, 10_000):
        Job.objects.bulk_create(
            Job(
                sheet=1_000_000 + start + n,
                importance=4,
                queued_at=at,
                promoted_at=at,
                due_at=at,
            )
            for n in range(10_000)
        )


def claim_by_index() -> None:
    """Claim, and see that no question looked through the queue."""
    with CaptureQueriesContext(connection) as asked:
        claims = jobs.claim("worker@elsewhere:1", 16)

    assert [claim.importance for claim in claims] == [0, 0]
    assert len(asked) == 2
    with CaptureQueriesContext(connection) as upkeep:
        jobs.reclaim()
        jobs.promote()
    for each in [*asked, *upkeep]:
        assert scanned(each["sql"]) == []


def test_a_long_queue_is_claimed_from_by_its_index(shelf: press.MemoryStore) -> None:
    queue(SAMPLE)
    paper.put(2, body="Other words.")

    claim_by_index()


@pytest.mark.soak
def test_a_queue_of_a_million_is_claimed_from_by_its_index(shelf: press.MemoryStore) -> None:
    queue(WHOLE)
    paper.put(2, body="Other words.")

    claim_by_index()


def test_a_batch_whose_transaction_fails_is_pressed_anew(
    shelf: press.MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest, failures = filing.file, [OperationalError("deadlock detected")] * 2

    def fails(*arguments: Any) -> Any:
        if failures:
            raise failures.pop()
        return honest(*arguments)

    monkeypatch.setattr(filing, "file", fails)
    paper.put(2, headline="Retold")
    report = press.run(store=shelf)

    assert (report.failed, report.parked) == ([], [])
    assert report.again
    assert press.check(store=shelf) == []


def test_a_worker_that_loses_the_database_goes_on_with_what_it_held_and_says_so_once(
    shelf: press.MemoryStore, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    mine = Worker(shelf)
    monkeypatch.setattr(process, "AWAY", 0.0)
    monkeypatch.setattr(connection, "close", lambda: None)
    honest, failures = mine.press._lay_out, [OperationalError("the server went away")] * 3

    def away(sheets: Any) -> None:
        if failures:
            raise failures.pop()
        honest(sheets)

    monkeypatch.setattr(mine.press, "_lay_out", away)
    paper.put(2, body="Other words.")
    mine.work(until_idle=True)

    assert b"Other words." in shelf.files["/note-2/"]
    assert sql.fetch("SELECT count(*) FROM press_job") == [(0,)]
    assert caplog.messages == [
        "the database does not answer, trying again: the server went away",
        "the database answers again",
    ]


@pytest.fixture
def folder(small_paper: None, hand: Clock, tmp_path: Path) -> FolderStore:
    store = FolderStore(tmp_path / "sheets")
    paper.rename(1, "Ann")
    for ident in (1, 2, 3):
        paper.put(ident)
    press.press_all()
    press.run(store=store)
    process.settle(store)
    hand.go(300)
    return store


def cut(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> int:
    """Start the machine anew; return how many sheets are in doubt."""
    monkeypatch.setattr(process, "boot_id", lambda: "another start")
    return process.recover(store)


def test_a_file_that_a_power_cut_cut_short_is_pressed_again(
    folder: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.put(2, body="Other words.")
    press.run(store=folder)
    file = folder.root / "note-2.html.gz"
    file.write_bytes(file.read_bytes()[:20])

    assert cut(folder, monkeypatch) == 1
    press.run(store=folder)

    assert b"Other words." in (folder.read("/note-2/") or b"")
    assert press.check(store=folder) == []


def test_a_page_that_a_power_cut_brings_back_goes_again(
    folder: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder.root / "note-2.html.gz"
    old = file.read_bytes()
    paper.put(2, live=False)
    press.run(store=folder)
    file.write_bytes(old)

    assert cut(folder, monkeypatch) > 0
    press.run(store=folder)

    assert folder.read("/note-2/") is None
    assert press.check(store=folder) == []


def test_a_worker_that_starts_on_the_same_boot_looks_at_no_file(folder: FolderStore) -> None:
    paper.put(2, body="Other words.")
    press.run(store=folder)

    assert process.recover(folder) == 0


def test_a_batch_in_hand_at_the_last_sync_is_looked_at(
    folder: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.put(2, body="Other words.")
    press.run(store=folder)
    process.settle(folder)
    (folder.root / "note-2.html.gz").write_bytes(b"")

    assert cut(folder, monkeypatch) == 1


def test_two_hundred_edits_of_one_note_leave_one_job_a_page(shelf: press.MemoryStore) -> None:
    for turn in range(200):
        paper.put(2, body=f"Edit {turn}")

    assert sql.fetch("SELECT count(*) FROM press_job") == [(2,)]
    assert press.run(store=shelf).pressed == ["/note-2/", "/note-2.json"]
