"""The change log: what was touched, pressed and removed, and when, in the order of its numbers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dateline.press import sql
from dateline.press.clock import SECOND, ticks

MOST_NAMED = 100
KEEP = 30 * 24 * 3600 * SECOND
MOST_COUNTED, MOST_PRUNED = 3000, 2000


def note(what: str, subjects: Sequence[str], detail: dict[str, Any] | None = None) -> int:
    """Write one row of the change log; return its number."""
    rows = sql.fetch(
        "INSERT INTO press_change (what, subject, detail, at) VALUES (%s, %s, %s, %s)"
        " RETURNING seq",
        [what, "\n".join(subjects[:MOST_NAMED]), json.dumps(detail or {}), ticks()],
    )
    return int(rows[0][0])


def prune() -> int:
    """Forget the oldest rows of the change log, some at once: those of more than 30 days ago.

    The last thousands stay in any case, for the figures.
    """
    last = sql.fetch("SELECT max(seq) FROM press_change")[0][0] or 0
    return sql.do(
        "DELETE FROM press_change WHERE at < %s AND seq IN"
        " (SELECT seq FROM press_change WHERE seq <= %s ORDER BY seq LIMIT %s)",
        [ticks() - KEEP, last - MOST_COUNTED, MOST_PRUNED],
    )
