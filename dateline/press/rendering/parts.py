"""Parts in hand: a part as it is now, pressed first when it is stale."""

from __future__ import annotations

import time
from collections.abc import Callable

from dateline.press import clock, sql
from dateline.press.errors import PartBusy, PartFailed
from dateline.press.ledger import jobs
from dateline.press.ledger.sheets import SheetRow, insert_part, sheets_by
from dateline.press.numbering import ids
from dateline.press.numbering.paths import folded, part_path

from .reader import PartText

STEP = 0.005
MOST_STEPS = 200

Pressing = Callable[[SheetRow, jobs.Claim], bool]
"""Presses and files one part; returns whether that went well."""


def parts_among(claims: list[jobs.Claim]) -> list[jobs.Claim]:
    """Return the parts among some claims; none where they are all of them."""
    rows = sql.fetch_in(
        "SELECT id FROM press_sheet WHERE id IN ({}) AND plate LIKE 'part:%%'",
        [one.sheet for one in claims],
    )
    numbers = {row[0] for row in rows}
    return [one for one in claims if one.sheet in numbers] if len(rows) < len(claims) else []


class Parts:
    """The parts of one batch; each is asked for once.

    A part that is given may be stale a moment later: whoever holds it hard is then refused at
    filing, and pressed again with the next batch.
    """

    def __init__(self, worker: str, press: Pressing) -> None:
        self.worker = worker
        self._press = press
        self._given: dict[tuple[str, str], PartText] = {}

    def __call__(self, name: str, arg: str) -> PartText:
        """Return a part; raises PartFailed when it cannot be pressed and never was.

        Raises PartBusy when another worker does not come to an end with it.
        """
        if (name, arg) not in self._given:
            self._given[name, arg] = self._now(part_path(name, arg), name, arg)
        return self._given[name, arg]

    def _now(self, path: str, name: str, arg: str) -> PartText:
        read = ids.hashed(ids.PART, path)
        for _step in range(MOST_STEPS):
            rows = sql.fetch(
                "SELECT s.id, s.html, s.hash, s.pressed_seq, s.state, j.tries FROM press_sheet s"
                " LEFT JOIN press_job j ON j.sheet = s.id WHERE s.fold = %s",
                [folded(path)],
            )
            sheet, html, hash_, seq, state, tries = rows[0] if rows else (0, "", 0, 0, "new", 0)
            if state in ("live", "absent") and (tries is None or tries > 0):
                return PartText(read, html, hash_, seq)
            if state == "new" and tries:
                raise PartFailed(f"{path} cannot be pressed")
            if not sheet:
                sheet = insert_part(name, arg)
            if not self._take(sheet):
                time.sleep(STEP)
        raise PartBusy(f"{path} is being pressed elsewhere, or cannot be")

    def _take(self, sheet: int) -> bool:
        """Press a part if no other worker has it in hand; return whether it was tried."""
        at = clock.ticks()
        jobs.mark([sheet], importance=0, reason="part", again=False)
        rows = sql.fetch(
            "UPDATE press_job SET lease_until = %s, worker = %s WHERE sheet = %s"
            f" AND (lease_until IS NULL OR worker = %s) RETURNING {jobs.CLAIMED}",
            [at + jobs.LEASE, self.worker, sheet, self.worker],
        )
        if not rows:
            return False
        kept = sheets_by("id", [sheet])[0]
        if not self._press(kept, jobs.Claim(*rows[0])):
            self._despair(kept)
        return True

    def _despair(self, sheet: SheetRow) -> None:
        """Leave a part to its back-off; raise PartFailed where there is no earlier one to show."""
        rows = sql.fetch("SELECT tries FROM press_job WHERE sheet = %s", [sheet.id])
        if rows and rows[0][0] and sheet.state == "new":
            raise PartFailed(f"{sheet.path} cannot be pressed")
        time.sleep(STEP)
