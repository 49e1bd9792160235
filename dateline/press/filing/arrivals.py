"""Arrivals: addresses at which nothing lies yet. A page that names one comes after it.

Pages that name each other come together, with nothing but a renaming between them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from dateline.press import clock
from dateline.press.ledger import jobs, sql

from . import departures

if TYPE_CHECKING:
    from dateline.press.rendering.pressing import Pressed

MOST = 64
"""So many arrivals are pressed at once and waited for; of an import, whoever is ready comes."""
PAUSE = clock.SECOND // 50
ABSENT = ("new", "absent")
COMING = "s.state IN ('new', 'absent') AND NOT s.plate LIKE 'part:%%'"


class Arrival(NamedTuple):
    """A sheet that may come into being: its address, who has it in hand, when it is due."""

    sheet: int
    path: str
    worker: str
    due_at: int

    def pause(self, worker: str) -> int:
        """Return after how many microseconds a page that waits for it is tried again."""
        due = max(0, self.due_at - clock.ticks())
        return due if self.worker in ("", worker) else max(due, PAUSE)


def expected() -> list[Arrival]:
    """Return the arrivals that nothing has gone wrong with; one more than MOST says "many"."""
    rows = sql.fetch(
        "SELECT s.id, s.path, j.worker, j.due_at FROM press_job j JOIN press_sheet s"
        " ON s.id = j.sheet WHERE j.parked = %s AND j.importance = 0 AND j.tries = 0"
        f" AND {COMING} LIMIT %s",
        [False, MOST + 1],
    )
    return [Arrival(*row) for row in rows]


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


def parted(
    batch: list[Pressed], coming: list[Arrival], worker: str
) -> tuple[list[Pressed], list[Pressed]]:
    """Return the pages that readers may see, and those that wait: their jobs are free again."""
    waits = leads_nowhere(batch, coming)
    late = [one for one in batch if one.sheet.id in waits]
    for one in late:
        if len(coming) > MOST and one.claim.importance == 0:
            jobs.demote(one.claim)
        else:
            jobs.release(one.claim, after=waits[one.sheet.id].pause(worker))
    return [one for one in batch if one.sheet.id not in waits], late


def leads_nowhere(batch: list[Pressed], coming: list[Arrival]) -> dict[int, Arrival]:
    """Return which pages of a batch name an arrival that does not come with them, by sheet.

    Among many nobody looks: all wait that are not to be first, and lists that are new.
    """
    if len(coming) > MOST:
        late = [one for one in batch if not one.sheet.is_part and _comes_later(one)]
        return {one.sheet.id: coming[0] for one in late}
    here = {one.sheet.id for one in batch}
    by_sheet = {one.sheet: one for one in coming}
    paths = {sheet: one.path for sheet, one in by_sheet.items()}
    named = {
        one.sheet.id: named_in(one.body or b"", paths) - {one.sheet.id}
        for one in batch
        if paths and _is_shown(one)
    }
    waits: dict[int, Arrival] = {}
    while more := {
        sheet: by_sheet[min(absent)]
        for sheet, some in named.items()
        if sheet not in waits and (absent := some - here | some & waits.keys())
    }:
        waits |= more
    return waits


def _comes_later(one: Pressed) -> bool:
    return one.claim.importance > 0 or (one.sheet.owner is None and one.sheet.state in ABSENT)


def _is_shown(one: Pressed) -> bool:
    return one.state == "live" and not one.same and not one.sheet.is_part


def in_turn(batch: list[Pressed], coming: list[Arrival]) -> list[list[Pressed]]:
    """Return a batch in the order in which readers may see it, in waves.

    What goes is first, a list that has nothing to show any more is last. A page that comes into
    being is before whatever names it; those in a ring are one wave. Many come in whatever order
    they are.
    """
    few = {one.sheet for one in coming} if len(coming) <= MOST else set()
    empty = [one for one in batch if departures.goes(one)]
    went = [one for one in batch if one.state != "live" and one not in empty]
    came = {one.sheet.id: one for one in batch if _is_shown(one) and one.sheet.id in few}
    rest = [one for one in batch if one.state == "live" and one.sheet.id not in came]
    return [wave for wave in (went, *_waves(came), rest, empty) if wave]


def _waves(came: Mapping[int, Pressed]) -> list[list[Pressed]]:
    paths = {sheet: one.sheet.path for sheet, one in came.items()}
    named = {sheet: named_in(one.body or b"", paths) for sheet, one in came.items()}
    left, waves = dict.fromkeys(came), []
    while left:
        reach = {sheet: _reached(sheet, named) & left.keys() for sheet in left}
        wave = [sheet for sheet in left if all(reach[far] == reach[sheet] for far in reach[sheet])]
        waves.append([came[sheet] for sheet in wave])
        for sheet in wave:
            del left[sheet]
    return waves


def _reached(sheet: int, named: Mapping[int, set[int]]) -> set[int]:
    """Return a sheet and all that it leads to, however far."""
    seen, ahead = {sheet}, [sheet]
    while ahead:
        for far in named[ahead.pop()] - seen:
            seen.add(far)
            ahead.append(far)
    return seen
