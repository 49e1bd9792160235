"""File what was pressed: verify the trace, write edges and row, then let readers see it.

One transaction for a batch. The last act before COMMIT gives the files their names, so a
kill at any point leaves a job, and at worst a file that is newer than its row and the same
as the next pressing.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from dateline.press import clock, hooks, sql
from dateline.press.caches import purges
from dateline.press.errors import StoreFailed
from dateline.press.ledger import change_log, jobs, reads, windows
from dateline.press.ledger.records import load_rows, stamp_of
from dateline.press.ledger.sheets import SheetRow
from dateline.press.numbering import ids, stamps
from dateline.press.numbering.varints import packed, unpacked
from dateline.press.registry import registry
from dateline.press.rendering.pressing import Pressed
from dateline.press.rendering.reader import Reader
from dateline.press.stores import Store

from . import visibility_order

BUSY = 2


@dataclass
class FiledBatch:
    """The addresses of a filed batch by outcome. waits: classes, milliseconds since the mark."""

    pressed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    waiting: list[Pressed] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    waits: list[tuple[int, int]] = field(default_factory=list)


def stage(one: Pressed, store: Store) -> None:
    """Write the file of a page beside its place, unless nothing of it changed."""
    if one.sheet.is_part or one.state != "live" or one.same:
        return
    one.staged = store.stage(one.sheet.path, one.body or b"", often=_often(one))
    hooks.reached("staged")


def _often(one: Pressed) -> bool:
    """Return whether many will ask for a page: its item is news, or it is a front or a feed."""
    recipe = registry.plates.get(one.sheet.plate)
    return one.claim.importance == 0 or (recipe is not None and 0 < recipe.importance <= BUSY)


def drop(batch: Iterable[Pressed]) -> None:
    """Forget what was staged and not shown."""
    for one in batch:
        if one.staged is not None:
            with contextlib.suppress(OSError, StoreFailed):
                one.staged.drop()


def file(batch: list[Pressed], store: Store, worker: str, patient: bool = True) -> FiledBatch:
    """File a batch of pressed sheets in one transaction; what goes is shown before what comes.

    patient: a page that names another which does not come with it, and is about to, waits.
    """
    filed = FiledBatch()
    try:
        for one in batch:
            if one.staged is not None:
                one.staged.ready()
        with transaction.atomic():
            hooks.reached("opened")
            sql.hold_ledger(alone=False)
            good = _held(batch, worker, filed)
            hooks.reached("held")
            good = _verify(good, filed)
            coming = visibility_order.coming_sheets()
            if patient:
                good, filed.waiting = visibility_order.split_waiting(good, coming, worker)
            hooks.reached("verified")
            _record(good, filed)
            _note(good, filed)
            hooks.reached("recorded")
            for wave in visibility_order.waves(good, coming):
                _show_all(wave, store, filed)
            hooks.reached("renamed")
        if any(map(_is_urgent, good)):
            store.notify_servers()
    finally:
        drop(batch)
    hooks.reached("committed")
    return filed


def _is_urgent(one: Pressed) -> bool:
    """Return whether readers must not wait: for what went, or was put before all else."""
    return one.claim.importance == 0 or one.state != "live"


def _held(batch: list[Pressed], worker: str, filed: FiledBatch) -> list[Pressed]:
    """Keep those whose lease still holds and whose row is as it was when they were pressed."""
    held = jobs.holders([one.sheet.id for one in batch], worker)
    rows = sql.fetch_in(
        "SELECT id, path, plate, arg, owner, state, target, hash FROM press_sheet"
        " WHERE id IN ({}) ORDER BY id" + sql.locked(),
        held,
    )
    now = {row[0]: row for row in rows}
    good = []
    for one in batch:
        sheet = one.sheet
        mine = (sheet.id, sheet.path, sheet.plate, sheet.arg, sheet.owner, sheet.state)
        if now.get(sheet.id) == (*mine, sheet.target, sheet.hash):
            good.append(one)
        elif sheet.id in held:
            jobs.release(one.claim)
            filed.again.append(sheet.path)
        else:
            filed.dropped.append(sheet.path)
    return good


def _verify(batch: list[Pressed], filed: FiledBatch) -> list[Pressed]:
    """Keep those whose every read still has the stamp that the page was made from."""
    asks = {read: ask for one in batch for read, ask in one.asks.items()}
    now = reads.stamps_now({read for one in batch for read in one.trace})
    lacking = {read: one.trace[read] for one in batch for read in one.trace if read not in now}
    now |= _settle(lacking, asks)
    good = []
    for one in batch:
        one.moved = [read for read, stamp in one.trace.items() if now.get(read) != stamp]
        if one.moved:
            jobs.release(one.claim)
            filed.again.append(one.sheet.path)
        else:
            good.append(one)
    return good


def _settle(lacking: dict[int, int], asks: dict[int, windows.Ask]) -> dict[int, int]:
    """Look again, while nobody can touch, at reads that the ledger does not know yet.

    Returns their stamps. Who changed a record and has not touched it yet will find these reads.
    """
    if not lacking:
        return {}
    settled = windows.keep({read: asks[read] for read in lacking.keys() & asks.keys()})
    for read in lacking.keys() - asks.keys():
        settled[read] = _stamp_now(read, lacking[read])
    sql.do_many(
        "INSERT INTO press_read (id, stamp, seq) VALUES (%s, %s, 0) ON CONFLICT (id) DO NOTHING",
        sorted(settled.items()),
    )
    return reads.stamps_now(settled)


def _stamp_now(read: int, seen: int) -> int:
    """Return the stamp that a facet has at this moment; a part's is the one that was seen."""
    apart = ids.known(read)
    if apart is None:
        return seen
    kind, _slash, name = apart.facet.partition("/")
    facet = registry.facet(kind, name)
    row = load_rows(kind, [apart.id])[facet.rows].get(apart.id)
    return stamp_of(facet, row, apart.language)


def _record(batch: list[Pressed], filed: FiledBatch) -> None:
    """Write what a batch has read and what came of it, each table once for all of it."""
    traces = {one.sheet.id: (unpacked(one.sheet.deps), set(one.trace)) for one in batch}
    _add_edges((read, sheet) for sheet, (old, new) in traces.items() for read in new - old)
    sql.do_many(
        "DELETE FROM press_edge WHERE read = %s AND sheet = %s",
        [(read, sheet) for sheet, (old, new) in traces.items() for read in sorted(old - new)],
    )
    at = clock.ticks()
    for one in batch:
        waited = round((at - one.claim.queued_at) / 1000)
        filed.waits.append((one.claim.importance, waited))
        if one.sheet.is_part and not one.same:
            _new_version(one)
    _write_rows(batch, at)
    jobs.done([one.claim for one in batch])


_ALWAYS = "epoch = %s, wake_at = %s, deps = %s, pressed_at = %s, pressed_seq = %s, state = %s"
_ALWAYS += ", reason = %s"
_ANEW = f"{_ALWAYS}, hash = %s, file_hash = %s, bytes = %s, html = %s"


def _write_rows(batch: list[Pressed], at: int) -> None:
    """Write the sheets' rows: all of it where the page changed, else how it was found the same."""
    rows: dict[str, list[list[Any]]] = {_ALWAYS: [], _ANEW: []}
    for one in batch:
        wake = clock.ticks(one.wake_at) if one.wake_at else None
        values: list[Any] = [one.epoch, wake, packed(one.trace), at, _version(one)]
        values += [one.state, one.claim.reason[:200]]
        if not one.same:
            html = (one.body or b"").decode() if one.sheet.is_part else ""
            values += [one.hash, one.file_hash, len(one.body or b""), html]
        rows[_ALWAYS if one.same else _ANEW].append([*values, one.sheet.id])
    for sets, some in rows.items():
        sql.do_many(f"UPDATE press_sheet SET {sets} WHERE id = %s", some)  # noqa: S608


def _version(one: Pressed) -> int:
    last = one.sheet.pressed_seq
    if one.same:
        return last
    return _next_version(last) if one.sheet.is_part else last + 1


def _next_version(last: int) -> int:
    """Return the number of a part's next version: higher than every one before, in any ledger.

    Versions are milliseconds, so that a ledger made anew does not count from 1 again while
    readers still hold pages with a high number.
    """
    return max(last + 1, clock.ticks() * 1000 // clock.SECOND)


def empty_part(part: SheetRow) -> None:
    """Empty a part that cannot be pressed while it shows something that was taken away.

    The pages that hold it are pressed without it.
    """
    read = ids.hashed(ids.PART, part.path)
    with transaction.atomic():
        sql.hold_ledger(alone=False)
        if not _lost_a_read(part, read):
            return
        sql.do(
            "UPDATE press_sheet SET html = '', hash = 0, pressed_seq = %s WHERE id = %s",
            [_next_version(part.pressed_seq), part.id],
        )
        reads.write_stamps({read: stamps.ABSENT}, change_log.note("part", [part.path]))
        jobs.mark_readers([read], urgent=True, reason=part.path)


def _lost_a_read(part: SheetRow, read: int) -> bool:
    """Return whether something that a part shows has gone since the part's last version."""
    last = sql.fetch("SELECT seq FROM press_read WHERE id = %s", [read])
    gone = sql.fetch_in(
        "SELECT 1 FROM press_read WHERE id IN ({}) AND stamp = %s AND seq > %s LIMIT 1",
        unpacked(part.deps),
        *(stamps.ABSENT, last[0][0] if last else 0),
    )
    return bool(gone)


def _new_version(one: Pressed) -> None:
    """Give a part's read its new stamp; mark the sheets that hold it hard.

    What a takedown marked goes on to them as urgently: their pages hold the thing as well.
    """
    path = one.sheet.path
    reads.write_stamps({one.read: one.hash}, change_log.note("part", [path]))
    jobs.mark_readers([one.read], urgent=one.claim.importance == 0, reason=path)


def remember(sheet: SheetRow, claim: jobs.Claim, reader: Reader, worker: str) -> bool:
    """Note what a sheet read before it failed, so that a change of it has the sheet tried again.

    Returns False when some of it has changed already, or the job is not ours any more.
    """
    with transaction.atomic():
        sql.hold_ledger(alone=False)
        if not jobs.holders([sheet.id], worker):
            return False
        now = reads.stamps_now(reader.trace)
        lacking = {read: stamp for read, stamp in reader.trace.items() if read not in now}
        now |= _settle(lacking, reader.asks)
        if any(now.get(read) != stamp for read, stamp in reader.trace.items()):
            return False
        old = unpacked(sheet.deps)
        new = set(reader.trace) - old
        _add_edges((read, sheet.id) for read in new)
        sql.do("UPDATE press_sheet SET deps = %s WHERE id = %s", [packed(old | new), sheet.id])
    return True


def _add_edges(edges: Iterable[tuple[int, int]]) -> None:
    sql.do_many(
        "INSERT INTO press_edge (read, sheet) VALUES (%s, %s) ON CONFLICT DO NOTHING",
        sorted(edges),
    )


def _show_all(wave: list[Pressed], store: Store, filed: FiledBatch) -> None:
    """Let readers see some sheets, and wait until they do."""
    for one in wave:
        _show(one, store, filed)
        hooks.reached("named")
    for one in wave:
        if one.staged is not None:
            one.staged.settle()


def _show(one: Pressed, store: Store, filed: FiledBatch) -> None:
    """Let readers see it: the last act before COMMIT."""
    path = one.sheet.path
    if one.same:
        filed.same.append(path)
        return
    come = one.state == "live" or one.sheet.is_part
    (filed.pressed if come else filed.gone).append(path)
    if one.sheet.is_part:
        return
    if one.state == "live":
        one.staged.finish()
    elif one.state == "redirect":
        store.redirect(path, one.to, one.body or b"")
    elif one.state == "gone":
        store.gone(path, one.body or b"")
    else:
        store.delete(path)


def _note(good: list[Pressed], filed: FiledBatch) -> None:
    """Write what becomes visible into the change log: one row for what came, one for what went."""
    pages = [one for one in good if not one.sheet.is_part]
    if not pages:
        return
    came = [one.sheet.path for one in pages if one.state == "live" and not one.same]
    went = [one.sheet.path for one in pages if one.state != "live" and not one.same]
    detail = {
        "same": sum(one.same for one in pages),
        "importance": min(one.claim.importance for one in pages),
        "waited": [wait for _importance, wait in filed.waits],
        "classes": [importance for importance, _wait in filed.waits],
    }
    change_log.note("pressed", came, detail)
    if went:
        change_log.note("removed", went)
    seen = (one for one in pages if not one.same)
    purges.owe({one.sheet.path: 0 if _is_urgent(one) else one.claim.importance for one in seen})
