"""Jobs: the set of sheets to press, marked by changes, claimed by workers."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction

from dateline.press import sql
from dateline.press.clock import SECOND, ticks

LEASE = 30 * SECOND
LONGEST_WAIT = 120 * SECOND
LARGE = 2000
MOST_TRIES = 5
MOST_FIRST = 64
"""So many new pages come first and are waited for; of an import, whoever is ready comes."""
PROMOTE_AFTER = 60 * SECOND
MOST_PROMOTED = 500

_UPSERT = (
    " ON CONFLICT (sheet) DO UPDATE SET dirty = press_job.dirty + 1,"
    " importance = CASE WHEN excluded.importance < press_job.importance"
    " THEN excluded.importance ELSE press_job.importance END,"
    " parked = %s, tries = 0, due_at = excluded.due_at, reason = excluded.reason"
)
_OWN = "CASE WHEN state = 'absent' AND NOT plate LIKE 'part:%%' THEN 0 ELSE importance END"
_COLUMNS = (
    "INSERT INTO press_job (sheet, importance, heat, dirty, queued_at, promoted_at, due_at,"
    " worker, tries, parked, reason) "
)


_FREE = "UPDATE press_job SET lease_until = NULL, worker = ''"
_HELD = " WHERE sheet = %s AND worker = %s"


class Claim(NamedTuple):
    """A job that a worker holds: token moves when somebody marks it again."""

    sheet: int
    token: int
    importance: int
    heat: int
    tries: int
    queued_at: int
    reason: str
    worker: str

    @property
    def held(self) -> tuple[int, str, int]:
        """Return what must stand for the job to be as it was claimed."""
        return self.sheet, self.worker, self.token


DUE = "(due_at <= %s OR due_at > %s)"
"""Nothing waits longer than LONGEST_WAIT: a time beyond it is from before the clock went back."""
CLAIMED = "sheet, dirty, importance, heat, tries, queued_at, reason, worker"


def mark(
    sheets: Iterable[int],
    *,
    importance: int | None = None,
    reason: str = "",
    again: bool = True,
) -> int:
    """Mark sheets to be pressed; importance None takes each sheet's own, 0 for what comes back.

    again: what is marked already is marked anew, so that a pressing under way does not settle
    it; else it is left as it is.
    """
    upsert = _UPSERT if again else " ON CONFLICT (sheet) DO NOTHING"
    wanted = _OWN if importance is None else str(int(importance))
    at, count = ticks(), 0
    for some in sql.chunks(sheets):
        places = ",".join(["%s"] * len(some))
        count += sql.do(
            f"{_COLUMNS} SELECT id, {wanted}, heat, 1, %s, %s, %s, '', 0, %s, %s"
            f" FROM press_sheet WHERE id IN ({places}) ORDER BY id{upsert}",
            [at, at, at, False, reason, *some, *([False] if again else [])],
        )
    return count


def rewrite(sheets: list[int], *, reason: str) -> int:
    """Mark sheets whose files are to be written even if nothing of them changed."""
    count = mark(sheets, reason=reason)
    sql.do_in(
        "UPDATE press_sheet SET hash = 0 WHERE id IN ({}) AND state NOT IN ('absent', 'leaving')"
        " AND NOT plate LIKE 'part:%%'",
        sheets,
    )
    return count


def mark_readers(reads: Iterable[int], *, urgent: bool = False, reason: str = "read") -> int:
    """Mark every sheet that shows one of these reads; very many become a sweep."""
    count = 0
    for some in sql.chunks(sorted(reads)):
        sheets = _readers(some, most=None if urgent else LARGE)
        if sheets is None:
            some = [read for read in some if not _swept(read)]
            sheets = _readers(some, most=None) or []
        count += mark(sheets, importance=0 if urgent else None, reason=reason)
    return count


def _readers(reads: list[int], *, most: int | None) -> list[int] | None:
    """Return the sheets that show one of these reads; None where they are more than most."""
    places = ",".join(["%s"] * len(reads))
    question = f"SELECT DISTINCT sheet FROM press_edge WHERE read IN ({places})"  # noqa: S608
    rows = sql.fetch(question if most is None else f"{question} LIMIT {most + 1}", reads)
    return [row[0] for row in rows] if most is None or len(rows) <= most else None


def _swept(read: int) -> bool:
    """Leave the readers of a read to a sweep where they are very many; return whether so."""
    if _readers([read], most=LARGE) is not None:
        return False
    sweep("read", str(read))
    return True


def put_first(owners: list[int]) -> None:
    """Have the marked pages of these items pressed before all that links or leads to them."""
    for some in sql.chunks(owners):
        places = ",".join(["%s"] * len(some))
        sql.do(
            "UPDATE press_job SET importance = 0 WHERE importance > 0 AND sheet IN"
            f" (SELECT id FROM press_sheet WHERE owner IN ({places}) AND state <> 'redirect')",  # noqa: S608
            some,
        )


def sweep(what: str, subject: str, *, importance: int = 5) -> None:
    """Ask for a long row of sheets to be pressed in the background, once."""
    known = sql.fetch(
        "SELECT id FROM press_sweep WHERE what = %s AND subject = %s AND cursor = 0",
        [what, subject],
    )
    if not known:
        sql.do(
            "INSERT INTO press_sweep (what, subject, cursor, importance, at)"
            " VALUES (%s, %s, 0, %s, %s)",
            [what, subject, importance, ticks()],
        )


def worker_name(name: str) -> str:
    """Return a name that nobody else has, and that tells whether its process still runs.

    Two machines may have one name, and two containers one number of a process.
    """
    return f"{name[:12]}.{secrets.token_hex(4)}@{_host()}:{os.getpid()}"


def _host() -> str:
    return socket.gethostname()[:40]


def reclaim() -> int:
    """Free the jobs of workers that no longer run, or whose lease is over; return how many."""
    at = ticks()
    rows = sql.fetch(
        "SELECT worker, sheet, COALESCE(lease_until, 0) FROM press_job WHERE worker > ''"
    )
    ended = {worker for worker in {row[0] for row in rows} if _ended(worker)}
    left = [
        (worker, sheet)
        for worker, sheet, until in rows
        if worker in ended or not at < until <= at + LEASE
    ]
    return _free(left)


def free(worker: str) -> int:
    """Give back all that a worker holds: it lost the database in the middle of it."""
    rows = sql.fetch(
        "SELECT worker, sheet FROM press_job WHERE worker = %s AND worker > ''", [worker]
    )
    return _free(rows)


def _free(left: list[tuple[str, int]]) -> int:
    """Free jobs whose pressing may have come as far as the files.

    Where it did, the file is newer than its row: should the change be taken back before the
    next pressing, that one would find the row's page and leave the file. So the file is distrusted.
    """
    if not left:
        return 0
    count = 0
    with transaction.atomic():
        sql.hold_ledger(alone=False)
        for worker, sheet in sorted(left, key=lambda pair: pair[1]):
            freed = sql.do(f"{_FREE}, due_at = %s{_HELD}", [ticks(), sheet, worker])
            if freed:
                distrust_files([sheet])
            count += freed
    return count


def distrust_files(sheets: Iterable[int]) -> None:
    """Have the files of these sheets written, or removed, whatever their rows say is there."""
    sql.do_in(
        "UPDATE press_sheet SET hash = 0,"
        " state = CASE WHEN state = 'absent' THEN 'new' ELSE state END"
        " WHERE id IN ({}) AND NOT plate LIKE 'part:%%'",
        sheets,
    )


def _ended(worker: str) -> bool:
    place, _colon, pid = worker.rpartition(":")
    return place.endswith(f"@{_host()}") and pid.isdigit() and not _runs(int(pid))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def claim(worker: str, most: int) -> list[Claim]:
    """Take the most important jobs that are due and free, for one lease.

    While fresh jobs of importance 0 are about, nothing else is given out: an item's page is
    there before any list that links to it.
    """
    at = ticks()
    due = [at, at + LONGEST_WAIT]
    first = sql.fetch(
        "SELECT 1 FROM press_job WHERE parked = %s AND importance = 0 AND tries = 0"
        f" AND {DUE} LIMIT 1",
        [False, *due],
    )
    only = " AND importance = 0" if first else ""
    return _claim(worker, f"{only} ORDER BY importance, heat DESC, sheet LIMIT %s", [most])


def claim_of(sheets: list[int], worker: str) -> list[Claim]:
    """Take the jobs of these sheets, as far as they are due and free, for one lease."""
    if not sheets:
        return []
    return _claim(worker, f" AND sheet IN ({','.join(['%s'] * len(sheets))})", sheets)


def _claim(worker: str, which: str, values: list[int]) -> list[Claim]:
    at = ticks()
    rows = sql.fetch(
        "UPDATE press_job SET lease_until = %s, worker = %s WHERE sheet IN (SELECT sheet"
        f" FROM press_job WHERE parked = %s AND {DUE} AND lease_until IS NULL{which}"
        f"{sql.skip_locked()}) RETURNING {CLAIMED}",
        [at + LEASE, worker, False, at, at + LONGEST_WAIT, *values],
    )
    claims = (Claim(*row) for row in rows)
    return sorted(claims, key=lambda one: (one.importance, -one.heat, one.sheet))


def holders(sheets: Iterable[int], worker: str) -> set[int]:
    """Return which of these jobs this worker still holds."""
    rows = sql.fetch_in(
        "SELECT sheet FROM press_job WHERE sheet IN ({}) AND worker = %s AND lease_until > %s"
        " ORDER BY sheet" + sql.locked(),
        sheets,
        worker,
        ticks(),
    )
    return {row[0] for row in rows}


def done(claims: Iterable[Claim]) -> None:
    """Delete jobs that nobody marked meanwhile, else leave them free for the next."""
    listed = list(claims)
    sql.do_many(
        "DELETE FROM press_job WHERE sheet = %s AND dirty = %s",
        [(one.sheet, one.token) for one in listed],
    )
    at = ticks()
    held = [(at, one.sheet, one.worker) for one in listed]
    sql.do_many(f"{_FREE}, due_at = %s{_HELD}", held)


def release(claim_: Claim, *, after: int = 0) -> None:
    """Leave a job, if it is still held, to whoever comes next, after so many microseconds."""
    held = [ticks() + after, claim_.sheet, claim_.worker]
    sql.do(f"{_FREE}, due_at = %s{_HELD}", held)


def demote(claim_: Claim) -> None:
    """Leave a job that is first to come after all that are."""
    sql.do(f"{_FREE}, importance = 1{_HELD}", [claim_.sheet, claim_.worker])


def put_last(claim_: Claim) -> None:
    """Leave a job, if it is still held, to come when all others of its class are done."""
    sql.do(f"{_FREE}, heat = -1{_HELD}", [claim_.sheet, claim_.worker])


def overtaken(importance: int, urgent: int) -> bool:
    """Return whether jobs of this importance should wait: urgent ones are due and free."""
    return importance > urgent and bool(
        sql.fetch(
            "SELECT 1 FROM press_job WHERE parked = %s AND importance <= %s AND tries = 0"
            f" AND lease_until IS NULL AND {DUE} LIMIT 1",
            [False, urgent, ticks(), ticks() + LONGEST_WAIT],
        )
    )


def give_back(claims: Iterable[Claim], worker: str) -> None:
    """Leave these jobs, if the worker still holds them, as if nobody had claimed them."""
    sheets = sorted(one.sheet for one in claims)
    sql.do_in(f"{_FREE} WHERE worker = %s AND sheet IN ({{}})", sheets, worker)


def put_back(worker: str, *, after: int) -> int:
    """Leave all that a worker holds to whoever comes after so many microseconds, as it was."""
    return sql.do(
        f"{_FREE}, due_at = %s"
        " WHERE worker = %s AND worker > ''",  # the second lets SQLite use the index of held jobs
        [ticks() + after, worker],
    )


def promote() -> int:
    """Raise jobs that have waited a minute by one class, never to 0; return how many."""
    at = ticks()
    return sql.do(
        "UPDATE press_job SET importance = importance - 1, promoted_at = %s WHERE sheet IN"
        " (SELECT sheet FROM press_job WHERE importance > 1 AND promoted_at < %s"
        f" ORDER BY promoted_at LIMIT %s{sql.skip_locked()})",
        [at, at - PROMOTE_AFTER, MOST_PROMOTED],
    )
