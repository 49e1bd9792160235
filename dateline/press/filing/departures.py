"""Departures: lists that have nothing to show any more. Each goes after the pages that named it.

Arrivals turned round. Which pages name it nobody keeps; but whatever made it empty has marked
them as well, so it goes when all that was marked has been pressed. What somebody takes down has
pages of its own, which go before all else: this is about what it leaves behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.press import clock
from dateline.press.ledger import jobs, sql

if TYPE_CHECKING:
    from dateline.press.rendering.pressing import Pressed

LAST = 4
"""The last class that is waited for: a sweep may take half an hour."""
LONGEST, AT_ONCE = 10 * clock.SECOND, clock.SECOND // 2
"""After so long it goes in any case; after a takedown it still shows what must not be seen."""


def goes(one: Pressed) -> bool:
    """Return whether a page that stands has nothing to show any more."""
    return one.state == "absent" and one.sheet.state == "live" and not one.sheet.is_part


def parted(batch: list[Pressed]) -> tuple[list[Pressed], list[Pressed]]:
    """Return what readers may see of a batch, and the lists that wait: their jobs are free."""
    here = {one.sheet.id for one in batch}
    late = [one for one in batch if goes(one) and _may_wait(one) and _more_waits(one, here)]
    for one in late:
        _put_last(one.claim)
    waits = {one.sheet.id for one in late}
    return [one for one in batch if one.sheet.id not in waits], late


def _put_last(claim: jobs.Claim) -> None:
    """Leave a job, if it is still held, to whoever comes when all others of its class are done."""
    sql.do(
        "UPDATE press_job SET heat = -1, lease_until = NULL, worker = ''"
        " WHERE sheet = %s AND worker = %s",
        [claim.sheet, claim.worker],
    )


def _may_wait(one: Pressed) -> bool:
    longest = LONGEST if one.claim.importance else AT_ONCE
    return clock.ticks() < one.claim.queued_at + longest


def _more_waits(one: Pressed, here: set[int]) -> bool:
    """Return whether a page that is not here, and is no such list, is still to be pressed.

    While what is first of all waits nothing else is given out: then that alone is waited for.
    """
    rows = sql.fetch(
        "SELECT sheet FROM press_job WHERE parked = %s AND importance <= %s AND heat >= 0"
        " AND tries = 0 LIMIT %s",
        [False, LAST if one.claim.importance else 0, len(here) + 1],
    )
    return any(sheet not in here for (sheet,) in rows)
