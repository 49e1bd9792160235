"""Press the archive: a day, a month, a year, out of the newsfeed's lines."""

from collections.abc import Iterable
from datetime import date

from dateline.front import addresses
from dateline.front.plates.frame import argument_ids, chrome, frame, with_front_links
from dateline.front.plates.newsfeed import month_link
from dateline.front.reads.bulletins import BulletinRow
from dateline.front.records import (
    ArchiveDay,
    ArchiveMonth,
    ArchiveYear,
    DayCount,
    DayLink,
    Edition,
    FeedDay,
    MonthCount,
)
from dateline.press import Page, Reader, Sheet, plate

WHOLE_DAY = 5000


@plate("archive-day", importance=3, kind="bulletin")
class ArchiveDayPlate:
    """The plate of one archive day: all lines of the day, oldest first."""

    def sheets(self, row: BulletinRow) -> Iterable[Sheet]:
        """Give the line's day its page."""
        address = addresses.archive_day(row.edition.code, row.day)
        yield Sheet(address, f"{row.edition.id}:{row.day.toordinal()}", own=False)

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put a day together; None without lines."""
        edition_id, ordinal = argument_ids(arg)
        day = date.fromordinal(ordinal)
        edition = frame(read, edition_id)
        key = f"feedday:{edition_id}:{day.isoformat()}"
        rows = read.window(key, WHOLE_DAY, "row", oldest=True)
        if edition is None or not rows:
            return None
        before, after = read.beside(f"feeddays:{edition_id}", ordinal)
        view = ArchiveDay(
            day=FeedDay(day, tuple(rows), len(rows)),
            month=month_link(edition, day),
            year=year_link(edition, day),
            earlier=_day(edition, before),
            later=_day(edition, after),
        )
        address = addresses.archive_day(edition.code, day)
        around = chrome(with_front_links(read, edition_id, edition), address)
        return Page("archive_day.html", chrome=around, archive=view)


@plate("archive-month", importance=3, kind="bulletin")
class ArchiveMonthPlate:
    """The plate of one archive month: a calendar with counts."""

    def sheets(self, row: BulletinRow) -> Iterable[Sheet]:
        """Give the line's month its page."""
        first = row.day.replace(day=1)
        address = addresses.archive_month(row.edition.code, first.year, first.month)
        yield Sheet(address, f"{row.edition.id}:{first.toordinal()}", own=False)

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put a month together; None without lines."""
        edition_id, ordinal = argument_ids(arg)
        first = date.fromordinal(ordinal)
        edition = frame(read, edition_id)
        counts = read.tally(f"feedmonth:{edition_id}:{first.isoformat()[:7]}")
        if edition is None or not counts:
            return None
        days = [(first.replace(day=day), count) for day, count in sorted(counts.items())]
        before, _after = read.beside(f"feeddays:{edition_id}", ordinal)
        _before, after = read.beside(f"feeddays:{edition_id}", next_month(first).toordinal() - 1)
        view = ArchiveMonth(
            month=first,
            days=tuple(
                DayCount(day, count, addresses.archive_day(edition.code, day))
                for day, count in days
            ),
            year=year_link(edition, first),
            earlier=_month(edition, before),
            later=_month(edition, after),
        )
        address = addresses.archive_month(edition.code, first.year, first.month)
        around = chrome(with_front_links(read, edition_id, edition), address)
        return Page("archive_month.html", chrome=around, archive=view)


@plate("archive-year", importance=3, kind="bulletin")
class ArchiveYearPlate:
    """The plate of one archive year: months with counts."""

    def sheets(self, row: BulletinRow) -> Iterable[Sheet]:
        """Give the line's year its page."""
        address = addresses.archive_year(row.edition.code, row.day.year)
        yield Sheet(address, f"{row.edition.id}:{row.day.year}", own=False)

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put a year together; None without lines."""
        edition_id, year = argument_ids(arg)
        first = date(year, 1, 1)
        edition = frame(read, edition_id)
        counts = read.tally(f"feedyear:{edition_id}:{year:04d}")
        if edition is None or not counts:
            return None
        before, _after = read.beside(f"feeddays:{edition_id}", first.toordinal())
        last = date(year, 12, 31).toordinal()
        _before, after = read.beside(f"feeddays:{edition_id}", last)
        view = ArchiveYear(
            year=first,
            months=tuple(
                MonthCount(
                    date(year, month, 1), count, addresses.archive_month(edition.code, year, month)
                )
                for month, count in sorted(counts.items())
            ),
            earlier=_year(edition, before),
            later=_year(edition, after),
        )
        address = addresses.archive_year(edition.code, year)
        around = chrome(with_front_links(read, edition_id, edition), address)
        return Page("archive_year.html", chrome=around, archive=view)


def next_month(first: date) -> date:
    """Return the first day of the month after."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def year_link(edition: Edition, day: date) -> DayLink:
    """Point to the archive of a day's year."""
    return DayLink(date(day.year, 1, 1), addresses.archive_year(edition.code, day.year))


def _day(edition: Edition, ordinal: int | None) -> DayLink | None:
    """Point to a day, if there is one."""
    if ordinal is None:
        return None
    day = date.fromordinal(ordinal)
    return DayLink(day, addresses.archive_day(edition.code, day))


def _month(edition: Edition, ordinal: int | None) -> DayLink | None:
    """Point to the month of a day, if there is one."""
    return None if ordinal is None else month_link(edition, date.fromordinal(ordinal))


def _year(edition: Edition, ordinal: int | None) -> DayLink | None:
    """Point to the year of a day, if there is one."""
    return None if ordinal is None else year_link(edition, date.fromordinal(ordinal))
