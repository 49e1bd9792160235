"""Lay out the day strip and the calendar: numbers for drawing, no words and no clock."""

from calendar import Calendar
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dateline.front.records import MARKS, ChronologyDay, DayCount, StripDay

LEAST_DAYS = 4  # fewer days are read faster as a list
GAP = timedelta(days=60)  # what is longer is drawn as a gap
STEPS = (1, 2, 3, 4, 5, 7)  # the least counts of the six heights


class Column(NamedTuple):
    """One column of a day strip: a day that has entries, or a long gap between two of them.

    step: how high, from 1; 0 for a gap. year: the day, where it is the first of its year.
    months: how long a gap is, roughly; whole years from two years on.
    """

    step: int
    year: date | None = None
    months: int = 0
    years: int = 0


class Ranks(NamedTuple):
    """A day strip ready to be drawn: its columns, and its days by year, each after its first."""

    columns: tuple[Column, ...]
    years: tuple[tuple[date, tuple[StripDay, ...]], ...]


def ranks(days: Sequence[StripDay]) -> Ranks | None:
    """Return a strip by rank, one column a day that has entries; None where there are too few.

    Days stand at even distances, so a gap of more than GAP is drawn and told as such.
    """
    if len(days) < LEAST_DAYS:
        return None
    columns: list[Column] = []
    years: dict[int, list[StripDay]] = {}
    before: date | None = None
    for day in days:
        if before and day.date - before > GAP:
            columns.append(_gap(day.date - before))
        columns.append(Column(_step(day.count), None if day.date.year in years else day.date))
        years.setdefault(day.date.year, []).append(day)
        before = day.date
    return Ranks(tuple(columns), tuple((found[0].date, tuple(found)) for found in years.values()))


def _step(count: int) -> int:
    """Return how high a count of entries stands: 1, 2, 3, 4, 5 and 6, 7 and more."""
    return sum(count >= least for least in STEPS)


def _gap(length: timedelta) -> Column:
    """Return the column of a gap: in months, from two years on in years."""
    months = round(length.days / 30.44)
    return Column(0, None, months) if months < 24 else Column(0, None, 0, round(months / 12))


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
