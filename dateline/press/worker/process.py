"""The worker: a process that presses what is due, as soon as it is."""

from __future__ import annotations

import contextlib
import ctypes
import logging
import os
import signal
import time
from pathlib import Path
from types import FrameType

from django.db import DatabaseError, close_old_connections, connection, transaction

from dateline.press import clock, sql
from dateline.press.caches import purges
from dateline.press.caches.purge_sender import PurgeSender
from dateline.press.filing import generations
from dateline.press.ledger import change_log, jobs, notify_workers, retries, timers
from dateline.press.marking import sweeps
from dateline.press.numbering import stamps
from dateline.press.stores import FolderStore, Store
from dateline.press.watch import idle_tasks

from .batches import Press

log = logging.getLogger("dateline.press")

POLL = 0.25
PAUSE = 0.002
UPKEEP = 5.0
AWAY = 1.0
SAY_AGAIN = 60.0
LAST_WORD = 10.0
SLACK = 60 * clock.SECOND


class Worker:
    """A process that presses until it is stopped; at SIGTERM it finishes the batch in hand."""

    def __init__(self, store: Store | None = None, name: str = "") -> None:
        self.press = Press(store, worker=name or "worker")
        self.stopping = False
        self._upkeep_at = 0.0
        self._say_at, self._away = 0.0, False
        self._last = 0

    def work(self, *, until_idle: bool = False) -> None:
        """Press what is due; wait for more, or return when nothing is left."""
        bell = notify_workers.Bell()
        sender = PurgeSender() if purges.wanted() else None
        try:
            self._start()
            while not self.stopping:
                if sender:
                    sender.ring()
                if self._turn():
                    time.sleep(PAUSE)
                elif until_idle:
                    break
                else:
                    bell.wait(POLL)
            if until_idle:
                purges.finish(LAST_WORD)
        finally:
            bell.close()
            if sender:
                sender.close()

    def listen(self) -> None:
        """Stop in order at SIGTERM and SIGINT."""

        def stop(_signal: int, _frame: FrameType | None) -> None:
            self.stopping = True

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)

    def _turn(self) -> bool:
        """Do one round; return whether there was anything to do. A lost database is waited for."""
        try:
            self._mind_the_clock()
            timers.fire()
            sweeps.wake()
            marked = sweeps.step()
            claimed = self.press.batch()
            self._look_after(idle=not (marked or claimed))
        except DatabaseError as why:
            self._lost(why)
            self._reconnect()
            return True
        if self._away:
            log.warning("the database answers again")
            self._away = False
        return bool(marked or claimed)

    def _mind_the_clock(self) -> None:
        before, self._last = self._last, clock.ticks()
        if self._last < before - clock.SECOND:
            log.warning("the clock went back by %d s", (before - self._last) // clock.SECOND)
            sweeps.look_back()
            self._upkeep_at = 0.0

    def _lost(self, why: DatabaseError) -> None:
        """Say that the database is away: at once, and then once a minute, come and go as it may."""
        at = time.monotonic()
        if at >= self._say_at:
            log.error("the database does not answer, trying again: %s", why)
            self._say_at, self._away = at + SAY_AGAIN, True

    def _reconnect(self) -> None:
        """Wait a second for the database; give back what was in hand when it went."""
        close_old_connections()
        with contextlib.suppress(DatabaseError):
            connection.close()
        time.sleep(AWAY)
        with contextlib.suppress(DatabaseError):
            jobs.free(self.press.worker)

    def _start(self) -> None:
        store = self.press.store
        if isinstance(store, FolderStore):
            store.sweep()
            recover(store)
        generations.begin()
        retries.try_parked()

    def _look_after(self, *, idle: bool) -> None:
        """Raise what waits long, forget what is old, put files on the disk; every few seconds."""
        if time.monotonic() < self._upkeep_at:
            return
        self._upkeep_at = time.monotonic() + UPKEEP
        self.press.report.forget()
        idle_tasks.note_alive(self.press.worker)
        jobs.promote()
        jobs.reclaim()
        change_log.prune()
        if isinstance(self.press.store, FolderStore):
            settle(self.press.store)
        if idle:
            idle_tasks.idle(self.press.store)


def boot_id() -> str:
    """Return a mark of this start of the machine, "" where it has none."""
    path = Path("/proc/sys/kernel/random/boot_id")
    return path.read_text().strip() if path.exists() else ""


def settle(store: FolderStore) -> None:
    """Bring files to the disk and note up to when they are there.

    A batch that another worker has in hand may get its names after this, under an earlier time.
    """
    at = clock.ticks() - SLACK
    if not _sync(store.root):
        return
    with transaction.atomic():
        sql.do("DELETE FROM press_mark")
        sql.do("INSERT INTO press_mark (boot_id, durable_seq) VALUES (%s, %s)", [boot_id(), at])


def _sync(root: Path) -> bool:
    """Sync the file system of a folder; return whether that could be done."""
    try:
        handle = os.open(root, os.O_RDONLY)
    except OSError:
        return False
    try:
        return bool(ctypes.CDLL(None).syncfs(handle) == 0)
    except (AttributeError, OSError):
        return False
    finally:
        os.close(handle)


def recover(store: FolderStore) -> int:
    """Press what may not have reached the disk before the machine restarted; return how many."""
    rows = sql.fetch("SELECT boot_id, durable_seq FROM press_mark LIMIT 1")
    if not rows or rows[0][0] == boot_id():
        return 0
    late = sql.fetch(
        "SELECT id, path, file_hash, state FROM press_sheet WHERE pressed_at > %s"
        " AND state IN ('live', 'absent', 'gone', 'redirect') AND NOT plate LIKE 'part:%%'",
        [rows[0][1]],
    )
    lost = [row[0] for row in late if row[3] != "live" or _is_lost(store, row[1], row[2])]
    if lost:
        log.warning("%d sheets may not have reached the disk: pressing them again", len(lost))
        with transaction.atomic():
            sql.hold_ledger(alone=False)
            jobs.distrust_files(lost)
            jobs.mark(lost, reason="power")
    return len(lost)


def _is_lost(store: FolderStore, path: str, file_hash: int) -> bool:
    body = _read(store, path)
    return body is None or stamps.of_bytes(body) != file_hash


def _read(store: FolderStore, path: str) -> bytes | None:
    try:
        return store.read(path)
    except Exception:  # noqa: BLE001 - a broken file is what is looked for
        return None
