"""Press what is due: claim, press, file, until nothing is left."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import DatabaseError, transaction

from dateline.press import clock, hooks, sql
from dateline.press.errors import PartBusy, StoreDown, StoreOvertaken
from dateline.press.filing import filing, visibility_order
from dateline.press.filing.filing import FiledBatch
from dateline.press.filing.store_outage import Outage
from dateline.press.ledger import change_log, jobs, redirects, retries, timers
from dateline.press.ledger.jobs import Claim, rewrite
from dateline.press.ledger.sheets import SheetRow, sheets_by
from dateline.press.marking import changes, sweeps, unsettled_reads
from dateline.press.numbering import ids, varints
from dateline.press.numbering.paths import folded
from dateline.press.rendering import pressing
from dateline.press.rendering.parts import Parts, parts_among
from dateline.press.rendering.pressing import Pressed
from dateline.press.rendering.reader import Reader
from dateline.press.rendering.shared_reads import SharedReads, ValueCache
from dateline.press.stores import Store
from dateline.press.stores.site import store as site_store

log = logging.getLogger("dateline.press")

BATCH, FILED, LARGEST = 16, 64, 256
FEW = 4
URGENT = 1
LONG = 5 * clock.SECOND
MOST_AGAIN = 3
MOST_WAITS = 50
"""After so many vain filings in a row, pages no longer wait for others that do not come."""


@dataclass
class PressReport:
    """The result of a run: addresses in the order of their filing; parts begin by "part:".

    down: why the store takes nothing, "" while it does.
    """

    pressed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    parked: list[str] = field(default_factory=list)
    down: str = ""

    def add(self, filed: FiledBatch) -> None:
        """Take in what became of a batch."""
        self.pressed += filed.pressed
        self.same += filed.same
        self.gone += filed.gone
        self.again += [*filed.again, *(one.sheet.path for one in filed.waiting)]

    def forget(self) -> None:
        """Forget the addresses: a worker that runs for weeks would keep every one."""
        for done in (self.pressed, self.same, self.gone, self.again, self.failed, self.parked):
            done.clear()

    @property
    def count(self) -> int:
        """Return how many sheets were looked at and settled."""
        return len(self.pressed) + len(self.same) + len(self.gone)


class Press:
    """A press in one process: a store, a cache of values, and the parts in hand."""

    def __init__(self, store: Store | None = None, *, worker: str = "") -> None:
        self.store = store or site_store()
        self.worker = jobs.worker_name(worker or "run")
        self.cache = ValueCache()
        self.report = PressReport()
        self._vain: dict[int, int] = {}
        self._uses: dict[str, set[str]] = {}
        self._lately: set[int] = set()
        self._most = BATCH
        self._waited = 0
        self._shared = SharedReads(self.cache)
        self._parts = Parts(self.worker, self._press_part)
        self._outage = Outage()
        ids.settle()
        jobs.reclaim()

    def batch(self) -> int:
        """Press and file one batch of the most important jobs; return how many were claimed.

        Batches grow while they are full: what is fetched in bulk costs less for each sheet.
        They are filed in shorter ones, and given back when something urgent comes, or when parts
        are pressed first: a new version marks the pages that hold it, which are pressed once.
        None while the store is down: then every job goes back as it was.
        """
        first, claims = self._claimed() if not self._outage.lasts else ([], [])
        if not (first or claims):
            return 0
        hooks.reached("claimed")
        ready: list[Pressed] = []
        try:
            self._work_on(first, ready, clock.ticks() + jobs.LEASE)
            late = clock.ticks() + LONG
            for urgent in (True, False):
                some = [one for one in claims if (one.importance <= URGENT) is urgent]
                if urgent and (parts := parts_among(some)):
                    self._work_on(parts, ready, late)
                    jobs.give_back((one for one in claims if one not in parts), self.worker)
                    break
                alone = bool(some) and some[0].importance == 0 and len(some) <= FEW
                self._work_on(some, ready, late, alone=alone)
        except StoreDown as why:
            filing.drop(ready)
            jobs.distrust_files([one.sheet.id for one in ready])
            jobs.put_back(self.worker, after=self._outage.went_on(why))
            self.report.down = str(why)
            return 0
        return len(first) + len(claims)

    def _claimed(self) -> tuple[list[Claim], list[Claim]]:
        """Claim the pages that others may wait for, all of them if they are few, and a batch."""
        coming = visibility_order.coming_sheets()
        few = [one.sheet for one in coming] if len(coming) <= jobs.MOST_FIRST else []
        first = jobs.claim_of(few, self.worker)
        claims = jobs.claim(self.worker, self._most)
        self._most = min(2 * self._most, LARGEST) if len(claims) == self._most else BATCH
        return first, claims

    def _work_on(
        self, claims: list[Claim], ready: list[Pressed], late: int, *, alone: bool = False
    ) -> None:
        """Press some jobs and file them together, or each as soon as it is pressed.

        What is not begun is given back once it has taken too long, or something urgent is due.
        """
        if not claims:
            return
        self._shared, self._parts = SharedReads(self.cache), Parts(self.worker, self._press_part)
        kept = {one.id: one for one in sheets_by("id", [one.sheet for one in claims])}
        self._lay_out(kept[one.sheet] for one in claims if one.sheet in kept)
        for turn, claim in enumerate(claims):
            if turn and self._breaks_off(turn, claim, late):
                jobs.give_back(claims[turn:], self.worker)
                break
            sheet = kept.get(claim.sheet)
            if sheet is None:
                sql.do("DELETE FROM press_job WHERE sheet = %s", [claim.sheet])
            elif one := self._press(sheet, claim):
                ready.append(one)
            if ready and (alone or len(ready) >= FILED):
                self._file(ready)
                ready.clear()
        if ready:
            self._file(ready)
            ready.clear()

    def _breaks_off(self, turn: int, claim: Claim, late: int) -> bool:
        """Return whether a batch takes too long, and the next be shorter, or must make way."""
        if clock.ticks() > late:
            self._most = BATCH
            return True
        return turn % BATCH == 0 and jobs.overtaken(claim.importance, URGENT)

    def _lay_out(self, sheets: Iterable[SheetRow]) -> None:
        """Fetch in bulk what these sheets read the last time, and the rows of their own items.

        What the last batch read, this one may read as well.
        """
        reads: set[int] = set()
        owners: dict[tuple[str, str], set[int]] = {}
        for sheet in sheets:
            reads |= varints.unpacked(sheet.deps)
            if sheet.owner is not None and not sheet.deps:
                kind, ident = ids.item_of(sheet.owner)
                for name in self._uses.get(sheet.plate, ()):
                    owners.setdefault((kind, name), set()).add(ident)
        self._shared.know(self._lately)
        self._shared.lay_out(reads)
        for (kind, name), idents in owners.items():
            self._shared.load(kind, name, sorted(idents))

    def _press(self, sheet: SheetRow, claim: Claim) -> Pressed | None:
        """Press one sheet up to its staged file; None when it failed or has to wait."""
        if sheet.state == "redirect" and not self._target_is_there(sheet):
            jobs.release(claim, after=0 if visibility_order.coming_sheets() else clock.SECOND)
            return None
        reader = Reader(as_of=clock.now(), parts=self._parts, shared=self._shared)
        try:
            one = pressing.press(sheet, reader)
        except DatabaseError:
            raise
        except PartBusy as why:
            self._put_off(sheet, claim, why)
            return None
        except Exception as why:  # noqa: BLE001 - whatever a plate raises
            if sheet.state != "leaving":
                self._fail(sheet, claim, reader, why)
                return None
            log.error("%s: no tombstone, an empty one instead: %s", sheet.path, why)
            one = pressing.empty_tombstone(sheet, Reader(as_of=clock.now(), parts=self._parts))
        one.claim = claim
        hooks.reached("rendered")
        return self._stage(one, reader)

    def _stage(self, one: Pressed, reader: Reader) -> Pressed | None:
        if one.sheet.owner and one.sheet.plate not in self._uses:
            kind = ids.item_of(one.sheet.owner)[0]
            self._uses[one.sheet.plate] = {name for of, name in reader.used if of == kind}
        try:
            filing.stage(one, self.store)
        except StoreDown:
            raise
        except Exception as why:  # noqa: BLE001 - whatever a store raises
            self._fail(one.sheet, one.claim, reader, why)
            return None
        return one

    def _put_off(self, sheet: SheetRow, claim: Claim, why: PartBusy) -> None:
        """Leave a sheet whose part another worker has in hand."""
        log.info("%s waits: %s", sheet.path, why)
        jobs.release(claim, after=clock.SECOND // 20)

    def _fail(self, sheet: SheetRow, claim: Claim, reader: Reader | None, why: Exception) -> None:
        """Count a failure, unless what the sheet read was changed under its hands."""
        if reader and not filing.remember(sheet, claim, reader, self.worker):
            jobs.release(claim)
            self.report.again.append(sheet.path)
            return
        words = f"{type(why).__name__}: {why}"
        parked = retries.failed(claim, sheet.path, words)
        if sheet.is_part:
            filing.empty_part(sheet)
        (self.report.parked if parked else self.report.failed).append(sheet.path)
        if parked:
            change_log.note("parked", [sheet.path], {"why": words[:500]})

    def _target_is_there(self, sheet: SheetRow) -> bool:
        there = redirects.end(sheet.target)
        rows = sql.fetch("SELECT state FROM press_sheet WHERE fold = %s", [folded(there)])
        return not rows or rows[0][0] != "new"

    def _file(self, ready: list[Pressed]) -> FiledBatch:
        try:
            self._lately = {read for one in ready for read in one.trace}
            patient = self._waited < MOST_WAITS
            filed = filing.file(ready, self.store, self.worker, patient)
            done = filed.pressed or filed.same or filed.gone
            self._waited = self._waited + 1 if filed.waiting and not done else 0
        except StoreDown:
            raise
        except DatabaseError as why:
            self._give_back(ready, why)
            return FiledBatch()
        except Exception as why:  # noqa: BLE001 - whatever a store raises at the last moment
            self._unfiled(ready, why)
            return FiledBatch()
        self.report.add(filed)
        if filed.again:
            self._shared = SharedReads(self.cache)  # its rows are older than what the ledger says
        for one in ready:
            self._watch(one)
        if any(not (one.same or one.sheet.is_part) for one in ready):
            self._outage.ended()
            self.report.down = ""
        return filed

    def _unfiled(self, ready: list[Pressed], why: Exception) -> None:
        """Count a failure of the sheet that the store would not show; leave the others free."""
        culprit = getattr(why, "path", "")
        jobs.distrust_files([one.sheet.id for one in ready])
        for one in ready:
            if isinstance(why, StoreOvertaken) or (culprit and one.sheet.path != culprit):
                jobs.release(one.claim)
                self.report.again.append(one.sheet.path)
            else:
                self._fail(one.sheet, one.claim, None, why)

    def _give_back(self, ready: list[Pressed], why: DatabaseError) -> None:
        """Have a batch pressed anew whose transaction did not come through; raises if none does.

        Two workers waited for each other, or somebody else writes for very long.
        """
        log.warning("%d sheets were not filed, trying again: %s", len(ready), why)
        jobs.free(self.worker)
        self.report.again += [one.sheet.path for one in ready]

    def _watch(self, one: Pressed) -> None:
        """Touch what does not settle after a third vain pressing of a sheet."""
        if not one.moved:
            self._vain.pop(one.sheet.id, None)
            return
        times = self._vain[one.sheet.id] = self._vain.get(one.sheet.id, 0) + 1
        if times >= MOST_AGAIN * 3:
            last = one.claim._replace(tries=jobs.MOST_TRIES)
            retries.failed(last, one.sheet.path, f"does not settle: {len(one.moved)} reads move")
            self.report.parked.append(one.sheet.path)
        elif times % MOST_AGAIN == 0:
            healed = unsettled_reads.heal(one.moved)
            log.warning("%s does not settle: touched %s", one.sheet.path, healed)

    def _press_part(self, sheet: SheetRow, claim: Claim) -> bool:
        """Press and file one part at once; whoever asked for it looks at the ledger again."""
        one = self._press(sheet, claim)
        if one is None:
            return False
        return one.sheet.path not in self._file([one]).dropped

    def until_idle(
        self, *, limit: int | None = None, tell: Callable[[PressReport], None] | None = None
    ) -> PressReport:
        """Press until nothing is due, or until so many sheets are settled."""
        while limit is None or self.report.count < limit:
            timers.fire()
            sweeps.wake()
            sweeps.step()
            left = sweeps.waiting() or timers.due() or jobs.reclaim()
            if not self.batch() and not left:
                break
            if tell:
                tell(self.report)
        return self.report


def run(
    *,
    store: Store | None = None,
    limit: int | None = None,
    tell: Callable[[PressReport], None] | None = None,
) -> PressReport:
    """Press all that is due in this process, and return what was done."""
    return Press(store).until_idle(limit=limit, tell=tell)


def press_all(*, touch: bool = True) -> int:
    """Mark every sheet to be pressed anew, having touched everything; return how many.

    Files whose content is the same are written again all the same.
    """
    ids.settle()
    if touch:
        changes.touch_all()
    count = last = 0
    while rows := sql.fetch(
        "SELECT id FROM press_sheet WHERE id > %s ORDER BY id LIMIT %s", [last, 2000]
    ):
        numbers = [row[0] for row in rows]
        last = numbers[-1]
        with transaction.atomic():
            count += rewrite(numbers, reason="all")
    return count
