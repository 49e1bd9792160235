"""The order in which readers may see a batch: a page comes before whatever names its address.

Pages that name each other come together, with nothing but a renaming between them. A list that
has nothing to show any more goes after the pages that named it. The ledger does not keep which
pages those are; but whatever made the list empty has marked them as well, so the list goes once
all that was marked with it is pressed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from dateline.press import clock, sql
from dateline.press.ledger import jobs
from dateline.press.rendering.pressing import Pressed

PAUSE = clock.SECOND // 50
LAST_CLASS = 4
"""The last class that an emptied list waits for: a sweep may take half an hour."""
LONGEST, LONGEST_AFTER_TAKEDOWN = 10 * clock.SECOND, clock.SECOND // 2
"""An emptied list goes after so long in any case; taken down, it still shows what it must not."""


class ComingSheet(NamedTuple):
    """One sheet at whose address nothing lies yet: who has it in hand, when it is due."""

    sheet: int
    path: str
    worker: str
    due_at: int

    def pause(self, worker: str) -> int:
        """Return after how many microseconds a page that waits for it is tried again."""
        due = max(0, self.due_at - clock.ticks())
        return due if self.worker in ("", worker) else max(due, PAUSE)


def coming_sheets() -> list[ComingSheet]:
    """Return the coming sheets that nothing has gone wrong with; one too many means "many"."""
    rows = sql.fetch(
        "SELECT s.id, s.path, j.worker, j.due_at FROM press_job j JOIN press_sheet s"
        " ON s.id = j.sheet WHERE j.parked = %s AND j.importance = 0 AND j.tries = 0"
        " AND s.state IN ('new', 'absent') AND NOT s.plate LIKE 'part:%%' LIMIT %s",
        [False, jobs.MOST_FIRST + 1],
    )
    return [ComingSheet(*row) for row in rows]


def split_waiting(
    batch: list[Pressed], coming: list[ComingSheet], worker: str
) -> tuple[list[Pressed], list[Pressed]]:
    """Return the pages that readers may see, and those that wait: their jobs are free again."""
    waits = naming_absent(batch, coming)
    late = [one for one in batch if one.sheet.id in waits]
    for one in late:
        if len(coming) > jobs.MOST_FIRST and one.claim.importance == 0:
            jobs.demote(one.claim)
        else:
            jobs.release(one.claim, after=waits[one.sheet.id].pause(worker))
    ready = [one for one in batch if one.sheet.id not in waits]
    here = {one.sheet.id for one in ready}
    emptied = [one for one in ready if _is_emptied(one) and _waits_for_others(one, here)]
    for one in emptied:
        jobs.put_last(one.claim)
    return [one for one in ready if one not in emptied], late + emptied


def waves(batch: list[Pressed], coming: list[ComingSheet]) -> list[list[Pressed]]:
    """Return a batch in the order in which readers may see it, in waves.

    What goes is first, an emptied list is last. A page that comes into being is before whatever
    names it; those in a ring are one wave. Many come in whatever order they are.
    """
    few = {one.sheet for one in coming} if len(coming) <= jobs.MOST_FIRST else set()
    empty = [one for one in batch if _is_emptied(one)]
    went = [one for one in batch if one.state != "live" and one not in empty]
    came = {one.sheet.id: one for one in batch if _is_shown(one) and one.sheet.id in few}
    rest = [one for one in batch if one.state == "live" and one.sheet.id not in came]
    return [wave for wave in (went, *_waves_of(came), rest, empty) if wave]


def named_in(body: bytes, paths: Mapping[int, str]) -> set[int]:
    """Return the sheets whose address a page names."""
    return {sheet for sheet, path in paths.items() if _names(body, path)}


def _names(body: bytes, path: str) -> bool:
    words = {path, quote(path)}
    return any(
        re.search(re.escape(word) + rb"(?![\w/.~%-])", body)
        for word in (each.encode() for each in words)
        if word in body
    )


def naming_absent(batch: list[Pressed], coming: list[ComingSheet]) -> dict[int, ComingSheet]:
    """Return which pages of a batch name a sheet that does not come with them, by page.

    Among many nobody looks: all wait that are not to be first, and lists that are new.
    """
    if len(coming) > jobs.MOST_FIRST:
        late = [one for one in batch if not one.sheet.is_part and _comes_later(one)]
        return {one.sheet.id: coming[0] for one in late}
    here = {one.sheet.id for one in batch}
    by_sheet = {one.sheet: one for one in coming}
    named = _named_by(batch, {sheet: one.path for sheet, one in by_sheet.items()})
    waits: dict[int, ComingSheet] = {}
    while more := {
        sheet: by_sheet[min(absent)]
        for sheet, some in named.items()
        if sheet not in waits and (absent := some - here | some & waits.keys())
    }:
        waits |= more
    return waits


def _named_by(batch: list[Pressed], paths: Mapping[int, str]) -> dict[int, set[int]]:
    """Return for each page that is shown the sheets among some whose address it names."""
    shown = [one for one in batch if paths and _is_shown(one)]
    return {one.sheet.id: named_in(one.body or b"", paths) - {one.sheet.id} for one in shown}


def _comes_later(one: Pressed) -> bool:
    new_list = one.sheet.owner is None and one.sheet.state in ("new", "absent")
    return one.claim.importance > 0 or new_list


def _is_shown(one: Pressed) -> bool:
    return one.state == "live" and not one.same and not one.sheet.is_part


def _is_emptied(one: Pressed) -> bool:
    """Return whether a page that stands has nothing to show any more."""
    return one.state == "absent" and one.sheet.state == "live" and not one.sheet.is_part


def _waits_for_others(one: Pressed, here: set[int]) -> bool:
    """Return whether an emptied list has time, and a page that is not here is to be pressed.

    While what is first of all waits nothing else is given out: then that alone is waited for.
    """
    first = one.claim.importance == 0
    if clock.ticks() >= one.claim.queued_at + (LONGEST_AFTER_TAKEDOWN if first else LONGEST):
        return False
    rows = sql.fetch(
        "SELECT sheet FROM press_job WHERE parked = %s AND importance <= %s AND heat >= 0"
        " AND tries = 0 LIMIT %s",
        [False, 0 if first else LAST_CLASS, len(here) + 1],
    )
    return any(sheet not in here for (sheet,) in rows)


def _waves_of(came: Mapping[int, Pressed]) -> list[list[Pressed]]:
    named = _named_by(list(came.values()), {sheet: one.sheet.path for sheet, one in came.items()})
    left, ordered = dict.fromkeys(came), []
    while left:
        reach = {sheet: _reached(sheet, named) & left.keys() for sheet in left}
        wave = [sheet for sheet in left if all(reach[far] == reach[sheet] for far in reach[sheet])]
        ordered.append([came[sheet] for sheet in wave])
        for sheet in wave:
            del left[sheet]
    return ordered


def _reached(sheet: int, named: Mapping[int, set[int]]) -> set[int]:
    """Return a sheet and all that it leads to, however far."""
    seen, ahead = {sheet}, [sheet]
    while ahead:
        for far in named[ahead.pop()] - seen:
            seen.add(far)
            ahead.append(far)
    return seen
