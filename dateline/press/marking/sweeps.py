"""Sweeps: long rows of sheets marked piece by piece, so that publications go first."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction

from dateline.press import clock, sql
from dateline.press.ledger import figures, jobs
from dateline.press.numbering.epochs import epoch_of
from dateline.press.numbering.paths import PART

from . import changes

PIECE = 500
MOST_WAITING = 2000
LOOKED = "looked at"
"""The figure that tells in which epoch every record was looked at last."""


def watch_epochs() -> int:
    """Ask for a sweep of every plate whose pages were made by another design; return how many.

    Those no longer registered are swept too: their pages go.
    """
    stale = [plate for plate in plates() if _older(plate, "'live', 'absent', 'gone'")]
    for plate in stale:
        with transaction.atomic():
            jobs.sweep("plate", plate)
    return len(stale)


def catch_up(*, always: bool = False) -> int:
    """Look at every record once for each epoch; return at how many.

    What is new in the program may give records other pages, facets or places than they had.
    always: also where that was done before.
    """
    now = epoch_of("")
    if not always and figures.value(LOOKED).get("epoch") == now:
        return 0
    count = changes.touch_all()
    figures.keep(LOOKED, {"epoch": now})
    return count


def settled() -> bool:
    """Return whether every page that is out was made by today's design."""
    return not waiting() and not any(
        _older(plate, "'new', 'live', 'leaving', 'gone'") for plate in plates()
    )


def plates() -> Iterator[str]:
    """Yield the plates that have sheets, and the parts, without going through the sheets."""
    name = ""
    while name := sql.fetch("SELECT min(plate) FROM press_sheet WHERE plate > %s", [name])[0][0]:
        yield name


def _older(plate: str, states: str) -> bool:
    """Return whether a plate has a sheet in one of these states that another design made."""
    now = epoch_of(plate.removeprefix(PART))
    return any(
        sql.fetch(
            f"SELECT 1 FROM press_sheet WHERE plate = %s AND epoch {way} %s"  # noqa: S608
            f" AND epoch <> 0 AND state IN ({states}) LIMIT 1",
            [plate, now],
        )
        for way in ("<", ">")
    )


def wake() -> int:
    """Mark the sheets whose hour has come; return how many."""
    at = clock.ticks()
    rows = sql.fetch("SELECT id FROM press_sheet WHERE wake_at <= %s LIMIT %s", [at, PIECE])
    if not rows:
        return 0
    with transaction.atomic():
        sql.hold_ledger(alone=False)
        due = sql.fetch_in(
            "UPDATE press_sheet SET wake_at = NULL WHERE id IN ({}) AND wake_at <= %s RETURNING id",
            [row[0] for row in rows],
            at,
        )
        return jobs.mark(sorted(row[0] for row in due), reason="hour")


def look_back() -> int:
    """Mark what was pressed at a time that is still to come: the clock went back; return how many.

    Such a page may hold that an hour is over which, by the clock, is not.
    """
    at = clock.ticks()
    rows = sql.fetch("SELECT id FROM press_sheet WHERE pressed_at > %s ORDER BY id", [at])
    for some in sql.chunks(row[0] for row in rows):
        with transaction.atomic():
            sql.hold_ledger(alone=False)
            jobs.mark(some, reason="clock")
    return len(rows)


def waiting() -> bool:
    """Return whether a sweep is not at its end."""
    return bool(sql.fetch("SELECT 1 FROM press_sweep LIMIT 1"))


def step() -> int:
    """Mark the next piece of the oldest sweep while the queue is short; return how many."""
    rows = sql.fetch(
        "SELECT id, what, subject, cursor, importance FROM press_sweep ORDER BY id LIMIT 1"
    )
    if not rows:
        return 0
    queued = sql.fetch(
        "SELECT count(*) FROM (SELECT 1 FROM press_job WHERE parked = %s LIMIT %s) AS few",
        [False, MOST_WAITING + 1],
    )[0][0]
    if queued > MOST_WAITING:
        return 0
    sweep, what, subject, cursor, importance = rows[0]
    piece = ahead(what, subject, cursor, PIECE)
    with transaction.atomic():
        sql.hold_ledger(alone=False)
        if piece:
            jobs.mark(piece, importance=importance, reason="sweep")
            sql.do("UPDATE press_sweep SET cursor = %s WHERE id = %s", [piece[-1], sweep])
        else:
            sql.do("DELETE FROM press_sweep WHERE id = %s", [sweep])
    return len(piece)


def ahead(what: str, subject: str, cursor: int, most: int = 1 << 60) -> list[int]:
    """Return the next sheets that a sweep will mark, in the order of their numbers."""
    if what == "plate":
        rows = sql.fetch(
            "SELECT id FROM press_sheet WHERE plate = %s AND id > %s AND epoch <> %s"
            " AND state <> 'redirect' ORDER BY id LIMIT %s",
            [subject, cursor, epoch_of(subject.removeprefix(PART)), most],
        )
    else:
        rows = sql.fetch(
            "SELECT sheet FROM press_edge WHERE read = %s AND sheet > %s ORDER BY sheet LIMIT %s",
            [int(subject), cursor, most],
        )
    return [row[0] for row in rows]
