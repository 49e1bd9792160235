"""An outage: the store takes nothing, so the press leaves it alone for a while."""

from __future__ import annotations

import logging
from typing import Any

from django.db import transaction

from dateline.press import clock
from dateline.press.ledger import change_log, figures

log = logging.getLogger("dateline.press")

FIRST, LONGEST = clock.SECOND, 30 * clock.SECOND
SAY_AGAIN = 60 * clock.SECOND
NAME = "store"


class Outage:
    """The time for which a store that is down is left alone: a second, then ever twice as long."""

    def __init__(self) -> None:
        self.why = ""
        self.pause = 0
        self.since = self.until = self._said = 0
        self._unsure, self._told = True, False

    @property
    def lasts(self) -> bool:
        """Return whether it is too early to try again."""
        return bool(self.why) and clock.ticks() < self.until

    def went_on(self, why: Exception) -> int:
        """Take note of a failure: one line at first, then one a minute; return the pause.

        A disk that is nearly full takes one sheet and refuses the next: that is no news either.
        """
        at = clock.ticks()
        self.pause = min(self.pause * 2, LONGEST) if self.why else FIRST
        if not self.why:
            self.since = at
            _note("store-down", str(why), {"why": str(why)[:500]})
        if not 0 <= at - self._said < SAY_AGAIN:
            log.error("no sheet can be stored, all wait and none is lost: %s", why)
            self._said, self._told = at, True
        self.why, self.until = str(why), at + self.pause
        return self.pause

    def ended(self) -> None:
        """Take note that sheets are stored again, were it another process that was kept out."""
        if self.why and self._told:
            seconds = (clock.ticks() - self.since) // clock.SECOND
            log.warning("sheets are stored again after %d s", seconds)
            self._told = False
        if self.why or (self._unsure and current()):
            _note("store-up", self.why, {})
        self.why, self.pause, self._unsure = "", 0, False


def current() -> dict[str, Any]:
    """Return why no sheet can be stored at present and since when; empty while they can."""
    found = figures.value(NAME)
    return {**found, "since": figures.when(NAME)} if found else {}


def _note(what: str, why: str, now: dict[str, Any]) -> None:
    with transaction.atomic():
        change_log.note(what, [], {"why": why[:500]})
        figures.keep(NAME, now)
