"""Lay out the day strip and the calendar: numbers for drawing, no words and no clock."""

from calendar import Calendar
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dateline.front.records import MARKS, ChronologyDay, DayCount, StripDay

LEAST_DAYS = 4  # fewer days are read faster as a list
LABEL_ROOM = 13.0  # per cent of the strip that the name of a month needs


class Bar(NamedTuple):
    """One day's bar, in per cent of the drawing."""

    x: float
    width: float
    height: float


class Tick(NamedTuple):
    """The place of a month's name."""

    x: float
    date: date


class Drawing(NamedTuple):
    """A strip ready to be drawn as SVG without a view box."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


def drawing(days: Sequence[StripDay], *, mirrored: bool = False) -> Drawing | None:
    """Return the bars of a strip, or None when there are too few days for one.

    mirrored: time runs from the right, as the script does.
    """
    if len(days) < LEAST_DAYS:
        return None
    first, last = days[0].date, days[-1].date
    span = (last - first).days + 1
    most = max(day.count for day in days)
    width = round(min(0.9, 62 / span), 2)
    bars = []
    for day in days:
        start = (day.date - first).days * (100 - width) / max(span - 1, 1)
        x = 100 - width - start if mirrored else start
        bars.append(Bar(round(x, 2), width, round(12 + 88 * day.count / most, 1)))
    return Drawing(tuple(bars), _ticks(first, last, mirrored))


def _ticks(first: date, last: date, mirrored: bool) -> tuple[Tick, ...]:
    """Return the months of a strip, leaving out those that have no room for their name."""
    span = (last - first).days + 1
    ticks: list[Tick] = []
    at = first
    while at <= last:
        x = (at - first).days / span * 100
        if 100 - x >= LABEL_ROOM or not ticks:
            if ticks and x - ticks[-1].x < LABEL_ROOM:
                if len(ticks) == 1:
                    ticks[-1] = Tick(x, at)
            else:
                ticks.append(Tick(x, at))
        at = date(at.year + at.month // 12, at.month % 12 + 1, 1)
    return tuple(Tick(round(100 - t.x if mirrored else t.x, 2), t.date) for t in ticks)


def weeks(
    month: date, days: Sequence[DayCount], first_weekday: int = 0
) -> list[list[DayCount | None]]:
    """Return a month as weeks of counted days; None for days of other months."""
    counted = {day.date: day for day in days}
    calendar = Calendar(first_weekday)
    return [
        [counted.get(day, DayCount(day, 0)) if day.month == month.month else None for day in week]
        for week in calendar.monthdatescalendar(month.year, month.month)
    ]


def marks(days: Sequence[ChronologyDay]) -> tuple[str, ...]:
    """Return the marks that occur in a chronology, in the legend's order."""
    found = {entry.mark for day in days for entry in day.entries}
    return tuple(mark for mark in MARKS if mark in found)
