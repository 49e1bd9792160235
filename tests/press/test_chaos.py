"""Workers, editors and the database killed at random: drained, nothing is stale or left over."""

from __future__ import annotations

import gzip
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import DatabaseError, connection

from dateline import press
from dateline.press import FolderStore, Worker
from tests.press import paper
from tests.press.anew import pressed_anew
from tests.press.conftest import committed
from tests.press.processes import KILLED, ended, fork
from tests.press.test_restarts import throw_out

pytestmark = committed
SAMPLE, SAMPLE_ON_POSTGRESQL, WHOLE = 60, 20, 500
RESTARTS = 30
AN_EDITOR = 10
"""Every tenth kill is an editor's."""
NOTES = 24


@pytest.fixture
def folder(open_paper: None, tmp_path: Path) -> FolderStore:
    store = FolderStore(tmp_path / "sheets")
    paper.rename(1, "Ann")
    paper.rename(2, "Ben")
    paper.put_many({ident: {} for ident in range(1, NOTES)})
    press.press_all()
    press.run(store=store)
    return store


def edit_on(seed: int) -> None:
    """Edit at random, without an end; what the database loses is edited anew."""
    dice = random.Random(seed)
    turn = 0
    while True:
        turn += 1
        try:
            edit(dice, seed, turn)
        except DatabaseError:
            connection.close()
        time.sleep(dice.uniform(0, 0.02))


def edit(dice: random.Random, seed: int, turn: int) -> None:
    """Make one edit of a note of one's own, now and then of an author."""
    ident = dice.randint(1, NOTES) * 2 - seed % 2
    fields = dice.choice(
        [
            {"headline": f"Turn {turn}"},
            {"body": f"Turn {turn}"},
            {"live": dice.random() < 0.7},
            {"section": dice.choice(["city", "port", "sea"])},
            {"slug": dice.choice(["note", "fire"])},
            {"at": dice.randint(900, 1200)},
        ]
    )
    paper.put(ident, **fields)
    if turn % 9 == 0:
        paper.rename(1 + seed % 2, f"Name {turn}")


def stopped(pid: int) -> int:
    os.kill(pid, signal.SIGKILL)
    return ended(pid)


def started(folder: FolderStore) -> list[list[int]]:
    """Start two workers and two editors."""
    workers = [fork(lambda: Worker(folder).work(), seconds=3600) for _ in range(2)]
    return [workers, [fork(lambda seed=seed: edit_on(seed), seconds=3600) for seed in (1, 2)]]


def chaos(folder: FolderStore, kills: int) -> None:
    """Kill one of two workers again and again at random, and now and then an editor."""
    dice = random.Random(2026)
    workers, editors = started(folder)
    for turn in range(1, kills + kills // AN_EDITOR + 1):
        time.sleep(dice.uniform(0.01, 0.25))
        at, again = dice.randrange(2), turn + 2
        if turn % (AN_EDITOR + 1) == 0:
            assert stopped(editors[at]) == KILLED
            editors[at] = fork(lambda seed=again: edit_on(seed), seconds=3600)
        else:
            assert stopped(workers[at]) == KILLED
            workers[at] = fork(lambda: Worker(folder).work(), seconds=3600)
    for pid in [*editors, *workers]:
        assert stopped(pid) == KILLED


def thrown_out(folder: FolderStore, restart: Callable[[], None]) -> None:
    """Restart the database again and again under two workers and two editors."""
    dice = random.Random(2026)
    workers, editors = started(folder)
    for _turn in range(RESTARTS):
        time.sleep(dice.uniform(0.5, 2.5))
        restart()
    time.sleep(2)
    for pid in [*editors, *workers]:
        assert stopped(pid) == KILLED


def drained(folder: FolderStore) -> None:
    """Drain the queue, and see that all is as a clean press has it."""
    connection.close()
    Worker(folder).work(until_idle=True)
    assert press.check(store=folder) == []
    assert list(folder.root.rglob("*.tmp")) == []
    found = {path: folder.read(path) or b"" for path in folder.paths()}
    live = {path: body for path, body in found.items() if body[:2] != b"<!"}
    assert live == pressed_anew()
    for sheet in folder.root.rglob("*.gz"):
        assert gzip.decompress(sheet.read_bytes())


def test_nothing_is_stale_after_a_sample_of_kills(folder: FolderStore) -> None:
    chaos(folder, SAMPLE_ON_POSTGRESQL if connection.vendor == "postgresql" else SAMPLE)

    drained(folder)


@pytest.mark.soak
def test_nothing_is_stale_after_five_hundred_kills(folder: FolderStore) -> None:
    chaos(folder, WHOLE)

    drained(folder)


@pytest.mark.soak
def test_nothing_is_stale_after_many_restarts_of_the_database(folder: FolderStore) -> None:
    if connection.vendor != "postgresql":
        return  # SQLite has nothing to restart

    thrown_out(folder, throw_out)

    drained(folder)
