"""Timers: what is to be done at a time. Rows, so that a restart loses none."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from django.db import OperationalError, transaction

from dateline.press import clock, sql
from dateline.press.errors import UnknownName

from . import notify_workers

log = logging.getLogger("dateline.press")

Action = Callable[[str, datetime], None]
"""Takes the timer's reference and the time it fires; runs inside a transaction."""

_actions: dict[str, Action] = {}
LONGEST_WAIT = 600 * clock.SECOND


def on_timer(name: str) -> Callable[[Action], Action]:
    """Register what a kind of timer does."""

    def register(action: Action) -> Action:
        _actions[name] = action
        return action

    return register


def at(when: datetime, action: str, ref: str) -> None:
    """Set a timer, or move it if one with this action and reference is set."""
    if action not in _actions:
        raise UnknownName(f"no timer action “{action}” is registered")
    sql.do(
        "INSERT INTO press_timer (due_at, action, ref, tries) VALUES (%s, %s, %s, 0)"
        " ON CONFLICT (action, ref) DO UPDATE SET due_at = excluded.due_at, tries = 0",
        [clock.ticks(when), action, ref],
    )
    notify_workers.ring()


def cancel(action: str, ref: str) -> bool:
    """Take a timer back; return whether it was set."""
    return bool(sql.do("DELETE FROM press_timer WHERE action = %s AND ref = %s", [action, ref]))


def fire(*only: str) -> int:
    """Do all that is due, in order, each in a transaction of its own; return how many were done.

    only: the names of actions, where not all are meant.

    What fails is tried again later, however often: an embargo that nobody lifts is worse than
    a line in the log every ten minutes.
    """
    rows = sql.fetch(
        "SELECT id, due_at, action, ref, tries FROM press_timer WHERE due_at <= %s"
        " ORDER BY due_at, id",
        [clock.ticks()],
    )
    count = 0
    for due in (DueTimer(*row) for row in rows):
        if only and due.action not in only:
            continue
        try:
            with transaction.atomic():
                count += _do(due)
        except OperationalError as why:
            log.warning("timer %s %s will be tried at once: %s", due.action, due.ref, why)
        except Exception as why:  # noqa: BLE001 - one bad timer must not stop the others
            _postpone(due, why)
    return count


def due() -> bool:
    """Return whether a timer waits whose time has come."""
    return bool(sql.fetch("SELECT 1 FROM press_timer WHERE due_at <= %s LIMIT 1", [clock.ticks()]))


class DueTimer(NamedTuple):
    """A timer whose time has come."""

    id: int
    due_at: int
    action: str
    ref: str
    tries: int


def _do(due: DueTimer) -> int:
    """Do what a timer is for, unless it was moved, taken back or done by another meanwhile."""
    mine = sql.do("DELETE FROM press_timer WHERE id = %s AND due_at = %s", [due.id, due.due_at])
    if not mine:
        return 0
    if due.action not in _actions:
        raise UnknownName(f"no timer action “{due.action}” is registered here")
    _actions[due.action](due.ref, clock.now())
    return 1


def _postpone(due: DueTimer, why: Exception) -> None:
    log.error("timer %s %s failed (try %d): %s", due.action, due.ref, due.tries + 1, why)
    wait = min(2 ** min(due.tries, 10) * 5 * clock.SECOND, LONGEST_WAIT)
    sql.do(
        "UPDATE press_timer SET tries = tries + 1, due_at = %s WHERE id = %s AND due_at = %s",
        [clock.ticks() + wait, due.id, due.due_at],
    )
