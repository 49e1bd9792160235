"""Two parties on two connections, one of them stopped at a statement while the other goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection

PATIENCE = 0.15
"""How long the other party may stand at one statement before it is held to wait for a lock."""
LONGEST = 60.0

Work = Callable[[], object]


class Stop:
    """A party before its nth statement until it is let go."""

    def __init__(self, nth: int) -> None:
        self.nth, self.seen = nth, 0
        self.there, self.go = threading.Event(), threading.Event()

    def __call__(self, execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        self.seen += 1
        if self.seen == self.nth:
            self.there.set()
            assert self.go.wait(LONGEST)
        return execute(sql, values, many, context)


class Party(threading.Thread):
    """Does its work on a connection of its own, and keeps what went wrong."""

    def __init__(self, work: Work, stop: Stop | None = None) -> None:
        super().__init__(daemon=True)
        self.work, self.stop = work, stop or Stop(0)
        self.wrong: BaseException | None = None

    def run(self) -> None:
        try:
            with connection.execute_wrapper(self.stop):
                self.work()
        except BaseException as why:  # noqa: BLE001 - told by whoever joins
            self.wrong = why
        finally:
            self.stop.there.set()
            connection.close()

    def go_on(self) -> None:
        """Let it run to its end, or to a statement that it does not get past."""
        seen = -1
        while self.is_alive() and seen != self.stop.seen:
            seen = self.stop.seen
            self.join(PATIENCE)

    def done(self) -> None:
        self.join(LONGEST)
        assert not self.is_alive()
        if self.wrong is not None:
            raise self.wrong


def meet(held: Work, other: Work, nth: int) -> bool:
    """Hold one party before its nth statement, let the other run as far as it gets, then both.

    Returns whether the held party has so many statements.
    """
    stop = Stop(nth)
    first = Party(held, stop)
    first.start()
    assert stop.there.wait(LONGEST)
    second = Party(other)
    second.start()
    second.go_on()
    stop.go.set()
    first.done()
    second.done()
    return stop.seen >= nth
