"""Purges go out beside the press: it never waits for them, and a kill loses none."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline import press
from dateline.press import FolderStore, Worker, sql
from dateline.press.caches import purge_sender
from dateline.press.caches.purge_sender import PurgeSender
from tests.patience import until
from tests.press import caches, paper
from tests.press.caches import Cache
from tests.press.conftest import committed
from tests.press.processes import KILLED, ended, fork

pytestmark = committed
NOTE = ["/note-1.json", "/note-1/"]


@pytest.fixture
def folder(open_paper: None, tmp_path: Path) -> FolderStore:
    """Return a folder with an author and three notes pressed."""
    store = FolderStore(tmp_path / "sheets")
    paper.rename(1, "Ann")
    paper.put_many({ident: {} for ident in range(1, 4)})
    press.press_all()
    press.run(store=store)
    return store


@pytest.fixture
def near(folder: FolderStore, settings: Any) -> Iterator[Cache]:
    """Put a cache before the paper once it is pressed."""
    with caches.cache() as made, caches.before_the_paper(settings, made):
        yield made


def owed() -> list[str]:
    return [row[0] for row in sql.fetch("SELECT path FROM press_purge ORDER BY path")]


def mend(body: str = "Other words.") -> None:
    paper.put(1, body=body)


def test_a_worker_purges_what_it_pressed_and_leaves_nothing_owed(
    folder: FolderStore, near: Cache
) -> None:
    mend()

    Worker(folder).work(until_idle=True)

    assert set(near.taken()) == set(NOTE)
    assert owed() == []


def test_a_cache_that_hangs_holds_up_no_pressing(
    folder: FolderStore, near: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(purge_sender, "PATIENCE", 0.5)
    monkeypatch.setattr("dateline.press.worker.process.LAST_WORD", 0.1)
    near.slow = 60
    sender = PurgeSender()
    turns = []
    for turn in range(5):
        mend(f"Take {turn}.")
        turns.append(press.run(store=folder).count)

    sender.close()

    assert turns == [2] * 5
    assert b"Take 4." in (folder.read("/note-1/") or b"")
    assert owed() == NOTE


def test_a_kill_after_the_commit_loses_no_purge(folder: FolderStore, near: Cache) -> None:
    mend()

    assert ended(fork(lambda: press.run(store=folder), kill_at="committed")) == KILLED
    assert near.taken() == []
    Worker(folder).work(until_idle=True)

    assert set(near.taken()) == set(NOTE)
    assert owed() == []


def test_a_kill_before_the_commit_purges_when_it_is_filed(folder: FolderStore, near: Cache) -> None:
    mend()

    assert ended(fork(lambda: press.run(store=folder), kill_at="renamed")) == KILLED
    assert owed() == []
    Worker(folder).work(until_idle=True)

    assert set(near.taken()) == set(NOTE)


def test_a_dead_cache_is_told_in_one_line_and_so_is_its_return(
    folder: FolderStore, near: Cache, caplog: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.WARNING, "dateline.press")
    monkeypatch.setattr(purge_sender, "FIRST", 0.05)
    near.close()
    mend()
    press.run(store=folder)
    sender = PurgeSender()

    until(lambda: sql.fetch("SELECT 1 FROM press_purge WHERE tries > 1"))
    with caches.cache(near.port) as back:
        until(lambda: owed() == [])
        assert set(back.taken()) == set(NOTE)
    sender.close()

    said = [record.getMessage() for record in caplog.records]
    assert len(said) == 2
    assert "2 addresses are not purged and wait, /note-1.json first" in said[0]
    assert "does not answer" in said[0]
    assert "forget again" in said[1]
