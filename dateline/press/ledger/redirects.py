"""Leads: addresses that lead elsewhere, because a page moved or because a record says so.

The ledger keeps for each where it leads at once; where it leads in the end is found out when it
is pressed. So whatever changes on the way has all pressed anew that lead through it.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.press import sql
from dateline.press.errors import LeadsInACircle
from dateline.press.numbering.paths import folded

from . import jobs


def end(path: str) -> str:
    """Return where an address leads in the end, itself if it does not lead on.

    Raises LeadsInACircle where it leads back to what was passed on the way.
    """
    passed = [path]
    while ahead := _next(passed[-1]):
        if ahead in passed:
            round_ = " -> ".join([*passed, ahead])
            raise LeadsInACircle(f"{path} would lead in a circle: {round_}", path)
        passed.append(ahead)
    return passed[-1]


def _next(path: str) -> str:
    rows = sql.fetch(
        "SELECT target FROM press_sheet WHERE fold = %s AND path = %s AND state = 'redirect'",
        [folded(path), path],
    )
    return str(rows[0][0]) if rows else ""


def leading(paths: Iterable[str]) -> dict[int, str]:
    """Return the sheets that lead to these addresses, at once or through others: id -> address."""
    found: dict[int, str] = {}
    ahead = set(paths)
    while ahead:
        rows = sql.fetch_in(
            "SELECT id, path FROM press_sheet WHERE target IN ({}) AND state = 'redirect'"
            " AND target > ''",  # which lets both databases use the index of what leads elsewhere
            sorted(ahead),
        )
        ahead = {path for sheet, path in rows if sheet not in found}
        found |= dict(rows)
    return found


def press_through(paths: Iterable[str]) -> int:
    """Mark what leads to these addresses, for it may lead elsewhere now; return how many."""
    return jobs.mark(sorted(leading(paths)), importance=1, reason="moved")
