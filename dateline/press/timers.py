"""Timers: what is to be done at a time. Rows, so that a restart loses none."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from . import clock, sql, wake
from .errors import UnknownName

log = logging.getLogger("dateline.press")

Action = Callable[[str, datetime], None]
"""Takes the timer's reference and the time it fires; runs inside a transaction."""

_actions: dict[str, Action] = {}
MOST_TRIES = 5


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
    wake.ring()


def cancel(action: str, ref: str) -> bool:
    """Take a timer back; return whether it was set."""
    return bool(sql.do("DELETE FROM press_timer WHERE action = %s AND ref = %s", [action, ref]))


def fire() -> int:
    """Do all that is due, in order, each in a transaction of its own; return how many were done."""
    rows = sql.fetch(
        "SELECT id, action, ref, tries FROM press_timer WHERE due_at <= %s ORDER BY due_at, id",
        [clock.ticks()],
    )
    count = 0
    for number, action, ref, tries in rows:
        try:
            with transaction.atomic():
                if sql.do("DELETE FROM press_timer WHERE id = %s", [number]) and action in _actions:
                    _actions[action](ref, clock.now())
                    count += 1
        except Exception as why:  # noqa: BLE001 - one bad timer must not stop the others
            _postpone(number, action, ref, tries, why)
    return count


def _postpone(number: int, action: str, ref: str, tries: int, why: Exception) -> None:
    log.error("timer %s %s failed (try %d): %s", action, ref, tries + 1, why)
    if tries + 1 >= MOST_TRIES:
        sql.do("DELETE FROM press_timer WHERE id = %s", [number])
        return
    sql.do(
        "UPDATE press_timer SET tries = tries + 1, due_at = %s WHERE id = %s",
        [clock.ticks() + 2**tries * 5 * clock.SECOND, number],
    )


def next_due() -> int | None:
    """Return when the next timer is due, in the ledger's ticks; None if none is set."""
    rows = sql.fetch("SELECT min(due_at) FROM press_timer")
    return rows[0][0] if rows else None
