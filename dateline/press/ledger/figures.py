"""Figures that the press keeps in its ledger: reckoned seldom, read often."""

from __future__ import annotations

import json
from typing import Any

from dateline.press import sql
from dateline.press.clock import ticks


def value(name: str) -> dict[str, Any]:
    """Return what is kept under a name; empty where nothing is."""
    rows = sql.fetch("SELECT value FROM press_figure WHERE name = %s", [name])
    return dict(json.loads(rows[0][0])) if rows else {}


def when(name: str) -> int | None:
    """Return when a figure was kept, in the ledger's ticks; None where it never was."""
    rows = sql.fetch("SELECT at FROM press_figure WHERE name = %s", [name])
    return int(rows[0][0]) if rows else None


def keep(name: str, what: dict[str, Any]) -> None:
    """Keep a figure under a name, as of now."""
    sql.do(
        "INSERT INTO press_figure (name, value, at) VALUES (%s, %s, %s)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at",
        [name, json.dumps(what), ticks()],
    )


def is_turn(name: str, every: int) -> bool:
    """Return whether it is this process's turn to do what is done once in so many ticks."""
    at = ticks()
    if sql.do(
        "UPDATE press_figure SET at = %s WHERE name = %s AND (at <= %s OR at > %s)",
        [at, name, at - every, at + every],
    ):
        return True
    return bool(
        sql.do(
            "INSERT INTO press_figure (name, value, at) VALUES (%s, '{}', %s)"
            " ON CONFLICT (name) DO NOTHING",
            [name, at],
        )
    )
