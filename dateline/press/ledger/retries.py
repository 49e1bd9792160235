"""What cannot be pressed: tried again ever later, then parked until somebody helps."""

from __future__ import annotations

import logging

from django.db import transaction

from dateline.press import sql
from dateline.press.clock import SECOND, ticks

from . import notify_workers
from .jobs import MOST_TRIES, Claim, release

log = logging.getLogger("dateline.press")


def failed(claim_: Claim, path: str, why: str) -> bool:
    """Back off from a sheet that cannot be pressed, park it at the fifth time; its file stays.

    Returns whether it was parked. Nothing is counted if somebody marked it meanwhile.
    """
    tries = claim_.tries + 1
    parked = tries >= MOST_TRIES
    counted = sql.do(
        "UPDATE press_job SET lease_until = NULL, worker = '', tries = %s, parked = %s,"
        " due_at = %s, reason = %s WHERE sheet = %s AND worker = %s AND dirty = %s",
        [tries, parked, ticks() + 2**tries * SECOND, why[:2000], *claim_.held],
    )
    if not counted:
        release(claim_)
        return False
    log.error("%s %s: %s", path, "is parked" if parked else f"failed (try {tries})", why)
    return parked


def try_parked() -> int:
    """Give every parked sheet one more try: the program that could not press it may be mended."""
    with transaction.atomic():
        sql.hold_ledger(alone=False)
        return sql.do(
            "UPDATE press_job SET parked = %s, tries = %s, due_at = %s WHERE parked = %s",
            [False, MOST_TRIES - 1, ticks(), True],
        )


def unpark(sheet: int | None) -> int:
    """Give a parked sheet, or all of them, a whole round of tries; return how many were parked."""
    only = "" if sheet is None else " AND sheet = %s"
    sql.hold_ledger(alone=False)
    done = sql.do(
        "UPDATE press_job SET parked = %s, tries = 0, due_at = %s, dirty = dirty + 1"
        f" WHERE parked = %s{only}",
        [False, ticks(), True, *([] if sheet is None else [sheet])],
    )
    transaction.on_commit(notify_workers.ring)
    return done
