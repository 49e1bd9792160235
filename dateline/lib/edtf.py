"""Read the part of EDTF (ISO 8601-2) that a newsroom needs.

Accepted: YYYY, YYYY-MM, YYYY-MM-DD, YYYY-MM-XX, YYYY-MM-DDTHH:MM[:SS](Z|+hh:mm), each with
a trailing ~ ? or %, and the intervals a/b, ../b, a/.. made of them.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

Precision = Literal["minute", "day", "month", "year", "interval"]

OPEN = ".."
TICK = timedelta(microseconds=1)
# A year of room at both ends, so that no zone pushes a bound out of datetime's range.
FIRST_YEAR, LAST_YEAR = 2, 9998
FARTHEST_OFFSET = timedelta(hours=14)
SHAPE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d|XX)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"(?P<offset>Z|[+-]\d\d:\d\d))?)?)?(?P<mark>[~?%])?",
    re.ASCII,
)


class BadDate(ValueError):
    """A date that cannot be read; the words say which part, and why."""

    def __init__(self, text: str, place: str, why: str) -> None:
        """Keep the whole text, the offending part and the reason."""
        super().__init__(f"“{text}”: {why} in “{place}”" if place != text else f"“{text}”: {why}")
        self.text, self.place, self.why = text, place, why


class Moment(NamedTuple):
    """One side of a date: as much of it as was given."""

    year: int
    month: int | None = None
    day: int | None = None
    at: datetime | None = None  # aware, in the offset in which it was written
    approximate: bool = False
    uncertain: bool = False

    @property
    def precision(self) -> Precision:
        """Return the finest part that was given."""
        if self.at:
            return "minute"
        if self.day:
            return "day"
        return "month" if self.month else "year"

    @property
    def first_day(self) -> date:
        """Return the first day that the moment may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """Return the last day that the moment may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def first(self, zone: tzinfo) -> datetime:
        """Return the first instant that the moment may mean, in UTC."""
        if self.at:
            return self.at.astimezone(UTC)
        return datetime.combine(self.first_day, time.min, zone).astimezone(UTC)

    def last(self, zone: tzinfo) -> datetime:
        """Return the last instant that the moment may mean, in UTC."""
        if self.at:
            length = timedelta(seconds=1) if self.at.second else timedelta(minutes=1)
            return self.at.astimezone(UTC) + length - TICK
        after = datetime.combine(self.last_day + timedelta(days=1), time.min, zone)
        return after.astimezone(UTC) - TICK


def zone_of(name: tzinfo | str) -> tzinfo:
    """Return the zone of that name; a zone stays as it is."""
    return ZoneInfo(name) if isinstance(name, str) else name


@dataclass(frozen=True, slots=True)
class Edtf:
    """One date as it was written and as it is understood."""

    text: str
    start: Moment | None  # None: open
    end: Moment | None  # the same as start, unless it is an interval
    interval: bool

    @property
    def precision(self) -> Precision:
        """Return the finest part that was given, or "interval"."""
        if self.interval or self.start is None:
            return "interval"
        return self.start.precision

    @property
    def approximate(self) -> bool:
        """Return whether any part is marked as about."""
        return any(side.approximate for side in (self.start, self.end) if side)

    @property
    def uncertain(self) -> bool:
        """Return whether any part is marked as doubtful."""
        return any(side.uncertain for side in (self.start, self.end) if side)

    @property
    def known(self) -> Moment:
        """Return the side that is not open: the end, or the start where the end is open."""
        side = self.end or self.start
        if side is None:
            raise BadDate(self.text, self.text, "an interval needs at least one date")
        return side

    def bounds(self, zone: tzinfo | str) -> tuple[datetime | None, datetime | None]:
        """Return the first and the last instant in UTC; None where the side is open.

        zone: where the days lie; the last instant is within the date (its last microsecond).
        """
        where = zone_of(zone)
        first = self.start.first(where) if self.start else None
        last = self.end.last(where) if self.end else None
        if first and last:
            last = max(first, last)  # an instant with an offset beside a day of another zone
        return first, last

    def sort_time(self, zone: tzinfo | str) -> datetime:
        """Return the instant to order by: the start, or the end where the start is open."""
        if self.start:
            return self.start.first(zone_of(zone))
        return self.known.last(zone_of(zone))


def parse(text: str) -> Edtf:
    """Read one EDTF date.

    Raises BadDate, naming the part that cannot be read.
    """
    text = text.strip()
    if "/" not in text:
        moment = _moment(text, text)
        return Edtf(text, moment, moment, interval=False)
    left, _, right = text.partition("/")
    if left == OPEN and right == OPEN:
        raise BadDate(text, text, "an interval needs at least one date")
    start = None if left == OPEN else _moment(left, text)
    end = None if right == OPEN else _moment(right, text)
    if start and end and _backwards(start, end):
        raise BadDate(text, text, "the interval runs backwards")
    return Edtf(text, start, end, interval=True)


def _moment(part: str, text: str) -> Moment:
    """Read one side of a date, or raise BadDate."""
    found = SHAPE.fullmatch(part)
    if not found:
        raise BadDate(text, part, "not a date in the form YYYY-MM-DD")
    year = int(found["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadDate(text, part, f"the year must lie between {FIRST_YEAR} and {LAST_YEAR}")
    month = int(found["month"]) if found["month"] else None
    if month is not None and not 1 <= month <= 12:
        raise BadDate(text, part, f"there is no month {found['month']}")
    day = int(found["day"]) if found["day"] not in (None, "XX") else None
    if day is not None and not 1 <= day <= monthrange(year, month or 1)[1]:
        raise BadDate(text, part, f"the month has no day {found['day']}")
    if found["hour"] and day is None:
        raise BadDate(text, part, "a time needs a day")
    at = _instant(found, text, part) if found["hour"] else None
    mark = found["mark"]
    return Moment(year, month, day, at, mark in ("~", "%"), mark in ("?", "%"))


def _instant(found: re.Match[str], text: str, part: str) -> datetime:
    """Read the time and its offset, or raise BadDate."""
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:
        raise BadDate(text, part, "there is no such time of day")
    offset = _offset(found["offset"])
    if offset is None:
        raise BadDate(text, part, f"there is no offset {found['offset']}")
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    return datetime(year, month, day, hour, minute, second, tzinfo=timezone(offset))


def _offset(text: str) -> timedelta | None:
    """Read Z or +hh:mm; None when no place on earth keeps it."""
    if text == "Z":
        return timedelta()
    hours, minutes = int(text[1:3]), int(text[4:6])
    offset = timedelta(hours=hours, minutes=minutes)
    if minutes > 59 or offset > FARTHEST_OFFSET:
        return None
    return -offset if text[0] == "-" else offset


def _backwards(start: Moment, end: Moment) -> bool:
    """Return whether the end lies before the start; a day without offset is in any zone."""
    if start.at and end.at:
        return end.at < start.at
    return end.last_day < start.first_day
