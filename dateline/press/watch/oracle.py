"""The oracle: press every sheet anew from the records and compare. Drift must be nothing."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from dateline.press import clock, sql
from dateline.press.errors import StoreFailed
from dateline.press.ledger.sheets import COLUMNS, SheetRow, sheet_row
from dateline.press.marking import sweeps
from dateline.press.numbering import stamps
from dateline.press.rendering import pressing
from dateline.press.rendering.reader import Reader
from dateline.press.stores import Store
from dateline.press.stores.site import store as site_store


class Drift(NamedTuple):
    """One sheet that is not as a fresh pressing would have it, and how."""

    path: str
    why: str


SETTLED = (
    f"SELECT {COLUMNS}, file_hash FROM press_sheet"  # noqa: S608
    " WHERE state IN ('live', 'absent', 'gone', 'redirect')"
    " AND NOT EXISTS (SELECT 1 FROM press_job WHERE sheet = press_sheet.id)"
    " AND (wake_at IS NULL OR wake_at > %s)"
)


def check(
    sample: int | None = None,
    *,
    store: Store | None = None,
    tell: Callable[[int, int], None] | None = None,
) -> list[Drift]:
    """Compare sheets with a fresh pressing, and the store with the ledger.

    sample: so many sheets drawn by chance; None for all. A sheet that waits in the queue, for
    its hour or for a sweep is not drift, it is work; nor is one that is pressed or marked while
    it is looked at.
    """
    shelf = store or site_store()
    rows = sql.fetch(f"{SETTLED} ORDER BY id", [clock.ticks()])
    swept = _in_sweeps()
    rows = [row for row in rows if row[0] not in swept]
    if sample is not None and sample < len(rows):
        rows = random.sample(rows, sample)  # noqa: S311
    found = compare(rows, shelf, tell)
    if sample is None:
        found += _ghosts(shelf)
    return found


def settled(begin: int, most: int) -> list[tuple[Any, ...]]:
    """Return sheets that wait for nothing, from a number on: rows for compare()."""
    question = f"{SETTLED} AND id >= %s ORDER BY id LIMIT %s"
    return sql.fetch(question, [clock.ticks(), begin, most])


def compare(
    rows: list[tuple[Any, ...]], shelf: Store, tell: Callable[[int, int], None] | None = None
) -> list[Drift]:
    """Compare these sheets with a fresh pressing and with the store."""
    found: list[Drift] = []
    parts = pressing.fresh_parts(clock.now())
    for done, row in enumerate(rows, 1):
        sheet = sheet_row(row[:-1])
        drift = list(_compare(sheet, row[-1], shelf, parts))
        if drift and sql.fetch(f"{SETTLED} AND id = %s", [clock.ticks(), sheet.id]) == [row]:
            found += drift
        if tell:
            tell(done, len(rows))
    return found


def _compare(
    sheet: SheetRow, file_hash: int, store: Store, parts: pressing.PartSource
) -> Iterable[Drift]:
    try:
        fresh = pressing.press(sheet, Reader(as_of=clock.now(), parts=parts))
    except Exception as why:  # noqa: BLE001 - whatever a plate raises
        yield Drift(sheet.path, f"cannot be pressed: {type(why).__name__}: {why}")
        return
    if fresh.state != sheet.state:
        yield Drift(sheet.path, f"is {sheet.state}, should be {fresh.state}")
    elif fresh.hash != sheet.hash:
        yield Drift(sheet.path, "stale: a fresh pressing gives another page")
    if sheet.is_part or sheet.state not in ("live", "redirect"):
        return
    try:
        body = store.read(sheet.path)
    except StoreFailed as why:
        yield Drift(sheet.path, f"unreadable: {why}")
        return
    lies = stamps.of_bytes(fresh.body or b"") if sheet.target else file_hash
    if body is None:
        lacks = "nothing leads from it to its new address" if sheet.target else "no file"
        yield Drift(sheet.path, f"missing: {lacks}")
    elif stamps.of_bytes(body) != lies:
        yield Drift(sheet.path, "the file is not the one that was pressed")


def _in_sweeps() -> set[int]:
    """Return the sheets that a sweep has not come to yet."""
    found: set[int] = set()
    for what, subject, cursor in sql.fetch("SELECT what, subject, cursor FROM press_sweep"):
        found.update(sweeps.ahead(what, subject, cursor))
    return found


def _ghosts(store: Store) -> Iterable[Drift]:
    rows = sql.fetch("SELECT path FROM press_sheet WHERE state IN ('live', 'redirect', 'new')")
    leaving = sql.fetch("SELECT path FROM press_sheet WHERE id IN (SELECT sheet FROM press_job)")
    known = {row[0] for row in [*rows, *leaving]}
    for path in sorted(store.paths() - known):
        yield Drift(path, "ghost: a file that no sheet stands for")
