"""Press what is due: claim, press, file, until nothing is left."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import DatabaseError, transaction

from . import changes, clock, filing, hooks, ids, jobs, pressing, sql, sweeps, timers
from .filing import Filed
from .pressing import Pressed
from .reader import Cache, PartText, Reader
from .stores import Store
from .stores import store as site_store

log = logging.getLogger("dateline.press")

BATCH = 12
MOST_AGAIN = 3


@dataclass
class Report:
    """Is what a run did; addresses, in the order they were filed; parts begin by "part:"."""

    pressed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    parked: list[str] = field(default_factory=list)

    def add(self, filed: Filed) -> None:
        """Take in what became of a batch."""
        self.pressed += filed.pressed
        self.same += filed.same
        self.gone += filed.gone
        self.again += filed.again

    @property
    def count(self) -> int:
        """Return how many sheets were looked at and settled."""
        return len(self.pressed) + len(self.same) + len(self.gone)


class Press:
    """Presses in one process: a store, a cache of values, and the parts it has in hand."""

    def __init__(self, store: Store | None = None, *, worker: str = "") -> None:
        self.store = store or site_store()
        self.worker = jobs.worker_name(worker or "run")
        self.cache = Cache()
        self.report = Report()
        self._moved: dict[int, int] = {}
        ids.settle()
        jobs.reclaim()

    def batch(self, most: int = BATCH) -> int:
        """Press and file one batch of the most important jobs; return how many were claimed."""
        claims = jobs.claim(self.worker, most)
        if not claims:
            return 0
        hooks.reached("claimed")
        kept = {one.id: one for one in pressing.sheets_by_id([c.sheet for c in claims])}
        ready: list[Pressed] = []
        for claim in claims:
            sheet = kept.get(claim.sheet)
            if sheet is None:
                sql.do("DELETE FROM press_job WHERE sheet = %s", [claim.sheet])
                continue
            one = self._press(sheet, claim)
            if one is None:
                continue
            ready.append(one)
            if claim.importance == 0:
                self._file(ready)
                ready = []
        if ready:
            self._file(ready)
        return len(claims)

    def _press(self, sheet: pressing.Kept, claim: jobs.Claim) -> Pressed | None:
        if sheet.state == "redirect" and not self._target_is_there(sheet):
            jobs.release(sheet.id, after=clock.SECOND // 5)
            return None
        reader = Reader(as_of=clock.now(), parts=self.part, cache=self.cache)
        try:
            one = pressing.press(sheet, reader)
            one.token = claim.token
            hooks.reached("rendered")
            filing.stage(one, self.store)
        except Exception as why:  # noqa: BLE001 - whatever a plate raises
            if isinstance(why, DatabaseError):
                raise
            words = f"{type(why).__name__}: {why}"
            parked = jobs.failed(claim, sheet.path, words)
            (self.report.parked if parked else self.report.failed).append(sheet.path)
            if parked:
                changes.note("parked", [sheet.path], {"why": words[:500]})
            return None
        return one

    def _target_is_there(self, sheet: pressing.Kept) -> bool:
        rows = sql.fetch("SELECT state FROM press_sheet WHERE path = %s", [sheet.target])
        return not rows or rows[0][0] != "new"

    def _file(self, ready: list[Pressed]) -> None:
        filed = filing.file(ready, self.store, self.worker)
        self.report.add(filed)
        for one in ready:
            self._watch(one)

    def _watch(self, one: Pressed) -> None:
        """After a third vain pressing of a sheet, touch what does not settle."""
        moved = one.extra.get("moved")
        if not moved:
            self._moved.pop(one.sheet.id, None)
            return
        times = self._moved[one.sheet.id] = self._moved.get(one.sheet.id, 0) + 1
        if times >= MOST_AGAIN * 3:
            claim = jobs.Claim(one.sheet.id, one.token, 0, 0, jobs.MOST_TRIES)
            jobs.failed(claim, one.sheet.path, f"does not settle: {len(moved)} reads move")
            self.report.parked.append(one.sheet.path)
        elif times % MOST_AGAIN == 0:
            healed = filing.heal(moved)
            self.cache.held.clear()
            log.warning("%s does not settle: touched %s", one.sheet.path, healed)

    def part(self, name: str, arg: str) -> PartText:
        """Return a part as it is now, pressing it first when it is dirty."""
        for _turn in range(MOST_AGAIN):
            sheet, html, hash_, seq, state = pressing.part_row(name, arg)
            read = ids.hashed(ids.PART, pressing.part_path(name, arg))
            waiting = sql.fetch("SELECT 1 FROM press_job WHERE sheet = %s", [sheet])
            if state in ("live", "absent") and not waiting:
                break
            self._press_part(sheet)
        return PartText(read, html, hash_, seq)

    def _press_part(self, sheet: int) -> None:
        jobs.mark([sheet], importance=0, reason="part")
        rows = sql.fetch(
            "UPDATE press_job SET lease_until = %s, worker = %s WHERE sheet = %s"
            " RETURNING sheet, dirty, importance, heat, tries",
            [clock.ticks() + jobs.LEASE, self.worker, sheet],
        )
        claim = jobs.Claim(*rows[0])
        kept = pressing.sheets_by_id([sheet])[0]
        reader = Reader(as_of=clock.now(), parts=self.part, cache=self.cache)
        one = pressing.press(kept, reader)
        one.token = claim.token
        self._file([one])

    def until_idle(
        self, *, limit: int | None = None, tell: Callable[[Report], None] | None = None
    ) -> Report:
        """Press until nothing is due, or until so many sheets are settled."""
        while limit is None or self.report.count < limit:
            timers.fire()
            sweeps.wake()
            sweeps.step()
            if not self.batch() and not sweeps.waiting():
                break
            if tell:
                tell(self.report)
        return self.report


def run(
    *,
    store: Store | None = None,
    limit: int | None = None,
    tell: Callable[[Report], None] | None = None,
) -> Report:
    """Press all that is due in this process, and return what was done."""
    return Press(store).until_idle(limit=limit, tell=tell)


def press_all(*, touch: bool = True) -> int:
    """Mark every sheet to be pressed anew, having touched everything; return how many.

    Files whose content is the same are written again all the same.
    """
    ids.settle()
    if touch:
        changes.touch_all()
    sql.do("UPDATE press_sheet SET hash = 0 WHERE state IN ('live', 'new')")
    rows = sql.fetch("SELECT id FROM press_sheet")
    count = 0
    for some in sql.chunks((row[0] for row in rows), 2000):
        with transaction.atomic():
            count += jobs.mark(some, reason="all")
    return count
