"""Close the senses of what makes a page: no database, no clock but the Reader's, no chance."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from .errors import ImpurePage, UntrackedRead

plate: ContextVar[str] = ContextVar("press_plate", default="")
"""Whose page this thread makes at this moment."""
inside: ContextVar[bool] = ContextVar("press_inside_reader", default=False)
"""Whether it is the Reader that is at work."""


@contextlib.contextmanager
def allowed() -> Iterator[None]:
    """Let the Reader itself ask."""
    before = inside.set(True)
    try:
        yield
    finally:
        inside.reset(before)


@contextlib.contextmanager
def strict(name: str) -> Iterator[None]:
    """Refuse every question to database or clock that does not come through the Reader."""

    def refuse(execute: Any, question: str, values: Any, many: bool, context: Any) -> Any:
        if inside.get():
            return execute(question, values, many, context)
        raise UntrackedRead(f"“{name}” asked the database behind the Reader: {question[:120]}")

    before, within = plate.set(name), inside.set(False)
    try:
        with connection.execute_wrapper(refuse), _clock:
            yield
    finally:
        inside.reset(within)
        plate.reset(before)


def refuse_clock() -> None:
    """Raise ImpurePage where a page is being made: it would be another one later."""
    name = plate.get()
    if name and not inside.get():
        raise ImpurePage(f"“{name}” asked the clock; a page knows its Reader's as_of and until()")


class _Clock:
    """A clock for Django that refuses the maker of a page, while this process makes pages."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.count = 0
        self.asked: Callable[[], datetime] = timezone.now

    def __enter__(self) -> None:
        with self.lock:
            self.count += 1
            if self.count == 1:
                self.asked = timezone.now
                timezone.now = self.now

    def __exit__(self, *_why: object) -> None:
        with self.lock:
            self.count -= 1
            if self.count == 0:
                timezone.now = self.asked

    def now(self) -> datetime:
        refuse_clock()
        return self.asked()


_clock = _Clock()
