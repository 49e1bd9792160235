"""Reckon the demo's dates from the day on which it is filled.

The content says "-9 05:14" (nine days before, by the clock of the zone) and "today -38" (minutes
before the filling); the words of a text say {on-3} and {date-9}. The same `at` gives the same
dates to the second.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date

from dateline.lib import when

SPAN = timedelta(minutes=300)
LEAST = timedelta(minutes=30)
DAY = re.compile(r"(?P<day>[+-]?\d+)(?:\s+(?P<hour>\d\d):(?P<minute>\d\d))?")
TODAY = re.compile(r"today\s+-(?P<minutes>\d+)")
MARK = re.compile(r"\{(?P<kind>day|date|on|On|in)(?P<day>[+-]?\d+)\}")
INTERVAL = re.compile(r"(?P<first>[+-]?\d+)/(?P<last>[+-]?\d+)")

ON_UKRAINIAN = (
    "у понеділок", "у вівторок", "у середу", "у четвер", "у п’ятницю", "у суботу", "у неділю",
)  # fmt: skip
IN_UKRAINIAN = (
    "у січні", "у лютому", "у березні", "у квітні", "у травні", "у червні",
    "у липні", "у серпні", "у вересні", "у жовтні", "у листопаді", "у грудні",
)  # fmt: skip


class BadMoment(ValueError):
    """A date in the demo's content that cannot be read."""


class Calendar:
    """The demo's time, hung on one instant."""

    def __init__(self, at: datetime, zone: str) -> None:
        """Hang the calendar on an aware instant; zone: where the days lie."""
        self.at = at
        self.zone = ZoneInfo(zone)
        self.today = at.astimezone(self.zone).date()

    def day(self, away: int) -> date:
        """Return the day so many days after today; earlier ones are negative."""
        return self.today + timedelta(days=away)

    def moment(self, text: str) -> datetime:
        """Return the instant of "-9 05:14" or of "today -38", in UTC.

        Minutes of today shrink when today is younger than they reach.
        """
        found = TODAY.fullmatch(text.strip())
        if found:
            return self._back(int(found["minutes"]))
        dated = DAY.fullmatch(text.strip())
        if not dated or not dated["hour"]:
            raise BadMoment(f"“{text}” is neither “-9 05:14” nor “today -38”")
        clock = time(int(dated["hour"]), int(dated["minute"]), tzinfo=self.zone)
        return datetime.combine(self.day(int(dated["day"])), clock).astimezone(UTC)

    def _back(self, minutes: int) -> datetime:
        """Return an instant of today, no earlier than just after midnight."""
        midnight = datetime.combine(self.today, time.min, self.zone).astimezone(UTC)
        room = min(SPAN, max(LEAST, self.at - midnight - timedelta(minutes=5)))
        away = timedelta(minutes=minutes) * (room / SPAN)
        return (self.at - away).replace(second=0, microsecond=0)

    def edtf(self, text: str) -> str:
        """Return the EDTF of a date in the content.

        Accepted: "-9", "-9~", "-9 05:14", "from -9", "by +8", "as of -90", "month -60",
        "year -60", "-9/-5".
        """
        words, _, rest = text.rpartition(" ")
        span = INTERVAL.fullmatch(text)
        if span:
            return f"{self.day(int(span['first']))}/{self.day(int(span['last']))}"
        if ":" in rest:
            return self.moment(text).astimezone(self.zone).isoformat(timespec="minutes")
        mark = "~" if rest.endswith("~") else ""
        day = self.day(int(rest.removesuffix("~")))
        shapes = {
            "": f"{day}{mark}", "as of": f"{day}{mark}", "from": f"{day}{mark}/..",
            "by": f"../{day}{mark}", "month": f"{day:%Y-%m}{mark}", "year": f"{day:%Y}{mark}",
        }  # fmt: skip
        if words not in shapes:
            raise BadMoment(f"“{text}” begins with none of: {', '.join(shapes)}")
        return shapes[words]

    def words(self, text: str, language: str) -> str:
        """Return the text with {day-3}, {on-3}, {date-9} and {in-130} put into words."""
        return MARK.sub(lambda mark: self._said(mark["kind"], int(mark["day"]), language), text)

    def _said(self, kind: str, away: int, language: str) -> str:
        day = self.day(away)
        if kind == "date":
            return when.day_words(day, language, year=False)
        if kind == "day":
            return format_date(day, "EEEE", locale=when.locale_of(language))
        if kind == "in":
            month = format_date(day, "LLLL", locale=when.locale_of(language))
            return IN_UKRAINIAN[day.month - 1] if language == "uk" else f"in {month}"
        named = format_date(day, "EEEE", locale=when.locale_of(language))
        said = ON_UKRAINIAN[day.weekday()] if language == "uk" else f"on {named}"
        return said[:1].upper() + said[1:] if kind == "On" else said
