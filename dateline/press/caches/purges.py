"""Purges: what caches before the site are to forget. Owed by a filing, sent after its COMMIT.

A set, so a hundred pressings of one sheet make one purge. A row stays until every cache has
forgotten the address late enough: whoever serves the files may look at one as it was for a
second, and a cache that asked at that moment would keep the page of before.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from dateline.press import clock, sql
from dateline.press.ledger import notify_workers

log = logging.getLogger("dateline.press")

URGENT = 1
SETTLED = 2 * clock.SECOND
LEASE = 60 * clock.SECOND
LONGEST_WAIT = 300 * clock.SECOND
AT_ONCE, MOST = 500, 10_000
BOUND = 1.0
DUE = "(due_at <= %s OR due_at > %s)"


class Purger(Protocol):
    """The way to the caches before the site; the name of its maker is PRESS_PURGER.

    purge: has every cache forget these addresses (paths), within about so many seconds; returns
    those that some cache may still hold, with why.
    """

    def purge(self, paths: Sequence[str], seconds: float) -> dict[str, str]: ...


class OwedPurge(NamedTuple):
    """An address to be purged: token moves when it is owed anew."""

    path: str
    token: int
    tries: int
    until_at: int


_made: dict[str, Purger] = {}


def purger() -> Purger | None:
    """Return the way to the caches, None where there are none."""
    name = getattr(settings, "PRESS_PURGER", "")
    if name and name not in _made:
        _made[name] = import_string(name)()
    return _made.get(name)


def wanted() -> bool:
    """Return whether there are caches to be told."""
    return bool(getattr(settings, "PRESS_PURGER", ""))


def owe(paths: Mapping[str, int]) -> None:
    """Have addresses purged once this transaction is committed; paths: address -> importance.

    What is urgent goes out at once, and again when all servers must have seen the change; the
    rest goes out once, then.
    """
    if not paths or not wanted():
        return
    at = clock.ticks()
    rows = [
        (path, how, at if how <= URGENT else at + SETTLED, at + SETTLED, at)
        for path, how in sorted(paths.items())
    ]
    sql.do_many(
        "INSERT INTO press_purge (path, importance, due_at, until_at, since, dirty, tries, why)"
        " VALUES (%s, %s, %s, %s, %s, 1, 0, '') ON CONFLICT (path) DO UPDATE SET"
        " dirty = press_purge.dirty + 1, until_at = excluded.until_at, importance = CASE WHEN"
        " excluded.importance < press_purge.importance THEN excluded.importance"
        " ELSE press_purge.importance END, due_at = CASE WHEN excluded.due_at < press_purge.due_at"
        " THEN excluded.due_at ELSE press_purge.due_at END",
        rows,
    )
    transaction.on_commit(notify_workers.ring)


def urgent(prefix: str) -> list[str]:
    """Return the addresses below a prefix that are to be purged before all others."""
    if not wanted():
        return []
    rows = sql.fetch(
        "SELECT path FROM press_purge WHERE importance = 0 AND due_at <= %s AND path LIKE %s"
        " ORDER BY path LIMIT %s",
        [clock.ticks(), f"{prefix}%", AT_ONCE],
    )
    return [row[0] for row in rows]


def at_once(paths: Iterable[str], seconds: float = BOUND) -> dict[str, str]:
    """Purge addresses now, waiting so long at most; return what could not be, with why.

    What could not be stays owed.
    """
    listed, caches = sorted(paths), purger()
    if caches is None or not listed:
        return {}
    started = clock.ticks()
    rows = sql.fetch_in(
        "SELECT path, dirty, tries, until_at FROM press_purge WHERE path IN ({})", listed
    )
    told: dict[str, str] = dict.fromkeys(listed, f"no answer within {seconds:g} s")
    answered: dict[str, str] = {}

    def send() -> None:
        answered.update({**dict.fromkeys(listed, ""), **_sent(caches, listed, seconds)})

    messenger = threading.Thread(target=send, daemon=True)
    messenger.start()
    messenger.join(seconds)
    told.update(answered)
    failed = {path: why for path, why in told.items() if why}
    _settle([OwedPurge(*row) for row in rows], failed, started)
    return failed


def _sent(caches: Purger, paths: Sequence[str], seconds: float) -> dict[str, str]:
    """Purge; whatever a cache's client raises is an answer as well."""
    try:
        return caches.purge(paths, seconds)
    except Exception as why:  # noqa: BLE001 - whatever a cache's client raises
        return dict.fromkeys(paths, f"{type(why).__name__}: {why}")


def send(seconds: float, most: int = AT_ONCE) -> tuple[int, dict[str, str]]:
    """Purge what is due, the most urgent first; return how many were tried, and what failed."""
    caches = purger()
    owed = _claimed(most) if caches else []
    if caches is None or not owed:
        return 0, {}
    started = clock.ticks()
    failed = _sent(caches, [one.path for one in owed], seconds)
    _settle(owed, failed, started)
    return len(owed), failed


def _claimed(most: int) -> list[OwedPurge]:
    """Take what is due for one lease; nothing waits longer than that, however the clock went."""
    at = clock.ticks()
    if not sql.fetch(f"SELECT 1 FROM press_purge WHERE {DUE} LIMIT 1", [at, at + LONGEST_WAIT]):
        return []
    rows = sql.fetch(
        "UPDATE press_purge SET due_at = %s WHERE path IN (SELECT path FROM press_purge"
        f" WHERE {DUE} ORDER BY importance, due_at, path LIMIT %s{sql.skip_locked()})"
        " RETURNING path, dirty, tries, until_at",
        [at + LEASE, at, at + LONGEST_WAIT, most],
    )
    return sorted(OwedPurge(*row) for row in rows)


def _settle(owed: list[OwedPurge], failed: dict[str, str], started: int) -> None:
    """Delete what was purged late enough, set a time for what is to be purged again."""
    at = clock.ticks()
    good = [one for one in owed if one.path not in failed]
    bad = [one for one in owed if one.path in failed]
    held = "SELECT path FROM press_purge WHERE path IN ({}) ORDER BY path" + sql.locked()
    with transaction.atomic():
        sql.fetch_in(held, sorted(one.path for one in owed))
        sql.do_many(
            "DELETE FROM press_purge WHERE path = %s AND dirty = %s",
            [(one.path, one.token) for one in good if one.until_at <= started],
        )
        sql.do_many(
            "UPDATE press_purge SET due_at = until_at, tries = 0, why = ''"
            " WHERE path = %s AND dirty = %s",
            [(one.path, one.token) for one in good if one.until_at > started],
        )
        sql.do_many(
            "UPDATE press_purge SET due_at = %s, tries = tries + 1, why = %s WHERE path = %s",
            [(at + _pause(one.tries), failed[one.path][:500], one.path) for one in bad],
        )


def _pause(tries: int) -> int:
    return min(int(2 ** min(tries, 10)) * clock.SECOND, LONGEST_WAIT)


def finish(seconds: float) -> int:
    """Send what is due and comes due, for so long at most; return how many are left owed."""
    if not wanted():
        return 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        tried, failed = send(min(seconds, end - time.monotonic()))
        if failed:
            break
        if not tried and not waiting():
            return 0
        if not tried:
            time.sleep(0.05)
    return waiting()


def waiting() -> int:
    """Return how many addresses are owed, at most MOST."""
    rows = sql.fetch(f"SELECT count(*) FROM (SELECT 1 FROM press_purge LIMIT {MOST}) AS few")
    return int(rows[0][0])


def backlog() -> dict[str, Any]:
    """Return what is owed, since when, how many failed, and what the last one said."""
    if not wanted():
        return {}
    oldest = sql.fetch("SELECT min(since) FROM press_purge")[0][0]
    bad = sql.fetch(
        "SELECT path, tries, why FROM press_purge WHERE tries > 0"
        " ORDER BY tries DESC, path LIMIT 20"
    )
    return {
        "waiting": waiting(),
        "oldest_seconds": round((clock.ticks() - oldest) / clock.SECOND, 1) if oldest else 0,
        "failing": [{"path": path, "tries": tries, "why": why} for path, tries, why in bad],
    }
