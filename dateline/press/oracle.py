"""The oracle: press every sheet anew from the records and compare. Drift must be nothing."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from typing import NamedTuple

from . import clock, pressing, sql, stamps
from .errors import StoreFailed
from .pressing import KEPT, Kept
from .reader import Reader
from .stores import Store
from .stores import store as site_store


class Drift(NamedTuple):
    """Is one sheet that is not as a fresh pressing would have it, and how."""

    path: str
    why: str


def check(
    sample: int | None = None,
    *,
    store: Store | None = None,
    tell: Callable[[int, int], None] | None = None,
) -> list[Drift]:
    """Compare sheets with a fresh pressing, and the store with the ledger.

    sample: so many sheets drawn by chance; None for all. A sheet that waits in the queue is
    not drift, it is work. Linked slots are left out on both sides.
    """
    shelf = store or site_store()
    rows = sql.fetch(
        f"SELECT {KEPT}, file_hash FROM press_sheet WHERE state IN ('live', 'absent', 'gone')"  # noqa: S608
        " AND id NOT IN (SELECT sheet FROM press_job) ORDER BY id"
    )
    if sample is not None and sample < len(rows):
        rows = random.sample(rows, sample)  # noqa: S311
    found: list[Drift] = []
    parts = pressing.fresh_parts(clock.now())
    for done, row in enumerate(rows, 1):
        sheet = pressing.kept(row[:-1])
        found += _compare(sheet, row[-1], shelf, parts)
        if tell:
            tell(done, len(rows))
    if sample is None:
        found += _ghosts(shelf)
    return found


def _compare(
    sheet: Kept, file_hash: int, store: Store, parts: pressing.PartSource
) -> Iterable[Drift]:
    fresh = pressing.press(sheet, Reader(as_of=clock.now(), parts=parts))
    if fresh.state != sheet.state:
        yield Drift(sheet.path, f"is {sheet.state}, should be {fresh.state}")
    elif fresh.hash != sheet.hash:
        yield Drift(sheet.path, "stale: a fresh pressing gives another page")
    if sheet.is_part or sheet.state != "live":
        return
    try:
        body = store.read(sheet.path)
    except StoreFailed as why:
        yield Drift(sheet.path, f"unreadable: {why}")
        return
    if body is None:
        yield Drift(sheet.path, "missing: no file")
    elif stamps.of_bytes(body) != file_hash:
        yield Drift(sheet.path, "the file is not the one that was pressed")


def _ghosts(store: Store) -> Iterable[Drift]:
    rows = sql.fetch("SELECT path FROM press_sheet WHERE state IN ('live', 'redirect', 'new')")
    leaving = sql.fetch("SELECT path FROM press_sheet WHERE id IN (SELECT sheet FROM press_job)")
    known = {row[0] for row in [*rows, *leaving]}
    for path in sorted(store.paths() - known):
        yield Drift(path, "ghost: a file that no sheet stands for")
