"""Reckon with days: fit a year to a day and month, write EDTF, check a weekday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

WINDOW = 4  # years back in which a weekday may settle a missing year


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day, month or year as printed: what the words leave out is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def possible(self) -> bool:
        """Say whether such a day exists in some year."""
        if self.month is None or self.day is None:
            return self.month is None or 1 <= self.month <= 12
        return exact(self.year or 2024, self.month, self.day) is not None


def exact(year: int, month: int, day: int) -> date | None:
    """Make a date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def edtf(day: CalendarDay) -> str | None:
    """Write a day with a year as EDTF, to the precision it has."""
    if day.year is None:
        return None
    if day.month is None:
        return f"{day.year:04d}"
    if day.day is None:
        return f"{day.year:04d}-{day.month:02d}"
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def with_year(day: CalendarDay, page: date | None, *, ahead: bool = False) -> CalendarDay:
    """Give a day without a year the latest one not after the page's date.

    ahead: a deadline, which takes the first year in which it lies on or after that date.
    A day stays as it is when the page has no date.
    """
    if day.year is not None or page is None or day.month is None:
        return day
    number = day.day or 1
    years = range(page.year, page.year + 9) if ahead else range(page.year, page.year - 9, -1)
    for year in years:
        fitting = exact(year, day.month, number)
        if fitting and (fitting >= page if ahead else fitting <= page):
            return CalendarDay(year, day.month, day.day)
    return day


def as_date(day: CalendarDay) -> date | None:
    """Return the first date a full or partial day names; None without a year."""
    return exact(day.year, day.month or 1, day.day or 1) if day.year else None


def weekday_back(page: date, weekday: int, *, weeks: int = 0) -> date:
    """Return the latest such weekday not after the page's date, less whole weeks."""
    return page - timedelta(days=(page.weekday() - weekday) % 7 + 7 * weeks)


def weekday_ahead(page: date, weekday: int) -> date:
    """Return the first such weekday after the page's date."""
    return page + timedelta(days=(weekday - page.weekday() - 1) % 7 + 1)


def agrees(day: CalendarDay, weekday: int | None) -> bool | None:
    """Say whether a printed weekday fits its full date; None when either is missing."""
    if weekday is None or day.year is None or day.month is None or day.day is None:
        return None
    found = exact(day.year, day.month, day.day)
    return found is not None and found.weekday() == weekday
