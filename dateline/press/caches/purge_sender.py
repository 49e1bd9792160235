"""Send purges to the caches before the site, beside the press and never in its way."""

from __future__ import annotations

import contextlib
import logging
import threading
import time

from django.db import DatabaseError, close_old_connections, connection

from . import purges

log = logging.getLogger("dateline.press")

POLL = 0.25
PATIENCE = 10.0
FIRST, LONGEST = 1.0, 30.0
SAY_AGAIN = 600.0


class PurgeSender:
    """A thread that sends what is owed until it is closed.

    While every address fails, the caches are left alone for a while, ever longer: one line in
    the log at first, then one every ten minutes.
    """

    def __init__(self) -> None:
        self._bell = threading.Event()
        self._closed = threading.Event()
        self._pause = 0.0
        self._since = self._said = 0.0
        self._thread = threading.Thread(target=self._work, name="purges", daemon=True)
        self._thread.start()

    def ring(self) -> None:
        """Say that something may be owed."""
        self._bell.set()

    def close(self) -> None:
        """Have the thread end after what it has in hand, and wait for that."""
        self._closed.set()
        self._bell.set()
        self._thread.join(PATIENCE)

    def _work(self) -> None:
        try:
            while not self._closed.is_set():
                if not self._turn():
                    self._bell.wait(POLL)
                    self._bell.clear()
        finally:
            connection.close()

    def _turn(self) -> bool:
        """Send one lot; return whether there may be more."""
        try:
            tried, failed = purges.send(PATIENCE)
        except DatabaseError as why:
            log.warning("purges wait for the database: %s", why)
            with contextlib.suppress(DatabaseError):
                close_old_connections()
                connection.close()
            self._closed.wait(FIRST)
            return False
        if failed:
            self._failed(tried, failed)
        elif tried and self._since:
            seconds = time.monotonic() - self._since
            log.warning("caches before the site forget again, after %d s", seconds)
            self._since = self._pause = 0.0
        return bool(tried)

    def _failed(self, tried: int, failed: dict[str, str]) -> None:
        """Take note; leave the caches alone for a while where nothing came through."""
        at = time.monotonic()
        if not self._since or at - self._said >= SAY_AGAIN:
            path, why = min(failed.items())
            log.error("%d addresses are not purged and wait, %s first: %s", len(failed), path, why)
            self._said = at
        self._since = self._since or at
        if len(failed) == tried:
            self._pause = min(self._pause * 2, LONGEST) if self._pause else FIRST
            self._closed.wait(self._pause)
