"""The archive: a day, a month, a year."""

from dataclasses import dataclass
from datetime import date

from dateline.front.records.lists import FeedDay


@dataclass(frozen=True, slots=True)
class DayLink:
    """A link to a day, or to the month or year that begins with the day."""

    date: date
    address: str


@dataclass(frozen=True, slots=True)
class DayCount:
    """The count of one day of a month; address "" when nothing was published."""

    date: date
    count: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class MonthCount:
    """The count of one month of a year; date: the month's first day."""

    date: date
    count: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class ArchiveDay:
    """The archive of a day, for Page("archive_day.html", chrome=…, archive=…); rows oldest first.

    earlier and later: the neighbouring days that have rows. month, year: the way up.
    """

    day: FeedDay
    month: DayLink
    year: DayLink | None = None
    earlier: DayLink | None = None
    later: DayLink | None = None


@dataclass(frozen=True, slots=True)
class ArchiveMonth:
    """The archive of a month, for Page("archive_month.html", chrome=…, archive=…).

    month: its first day. days: only those with rows are needed.
    """

    month: date
    days: tuple[DayCount, ...]
    year: DayLink | None = None
    earlier: DayLink | None = None
    later: DayLink | None = None


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """A year by months, for Page("archive_year.html", chrome=…, archive=…); year: its first day."""

    year: date
    months: tuple[MonthCount, ...]
    earlier: DayLink | None = None
    later: DayLink | None = None
