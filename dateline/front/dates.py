"""Filters of readers' templates for times and dates, bound to one edition's zone and language.

Patterns and words are `dateline.lib.when`'s; here they only get their zone and locale.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from email.utils import format_datetime

from dateline.lib import when

BESIDE_NUMBER = re.compile(r"(?<=\d) |(?<=\d\.) |(?<![,،]) (?=\d)")


def filters(locale: str, zone: str) -> dict[str, Callable[..., object]]:
    """Return the filters by their names in templates."""
    face = EditionTimes(locale, zone)
    names = (
        "hhmm",
        "iso",
        "iso_of",
        "loosely",
        "day",
        "dayhead",
        "weekday",
        "longdate",
        "daymonth",
        "shortday",
        "dayparts",
        "yearname",
        "monthhead",
        "monthname",
        "span",
        "rfc822",
    )
    return {name: getattr(face, name) for name in names}


class EditionTimes:
    """The times of one edition in its language, zone and clock."""

    def __init__(self, locale: str, zone: str) -> None:
        self.locale = locale
        self.zone = zone

    def day(self, at: datetime | date) -> date:
        """Return the day in the edition's zone; a date stays as it is."""
        return when.local_day(at, self.zone) if isinstance(at, datetime) else at

    def iso(self, at: datetime | date) -> str:
        """Return the value of a datetime attribute: with offset, or a plain date."""
        return when.machine(at, self.zone) if isinstance(at, datetime) else at.isoformat()

    def iso_of(self, at: date, precision: str) -> str:
        """Return the value of a datetime attribute as exact as the date is known."""
        return at.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)]

    def loosely(self, at: date, precision: str) -> str:
        """Return a date as exact as it is known: "1 October 2023", "October 2023", "2023"."""
        if precision == "year":
            return when.year_words(self.day(at), self.locale)
        day = self.day(at)
        if precision == "month":
            return unbroken(when.month_words(day, self.locale))
        return self.longdate(at)

    def hhmm(self, at: datetime) -> str:
        """Return the time as the language writes it: "19:23"."""
        return when.clock(at, self.zone, self.locale)

    def dayhead(self, at: datetime | date, year: bool = True) -> str:
        """Return "Wednesday, 25 December", with its year unless told otherwise."""
        return when.day_heading(self.day(at), self.locale, year=year)

    def weekday(self, at: datetime | date) -> str:
        """Return an article's day inside a line: "субота, 21 вересня 2024"."""
        return unbroken(when.weekday_words(self.day(at), self.locale))

    def longdate(self, at: datetime | date) -> str:
        """Return "21 September 2024"."""
        return when.day_words(self.day(at), self.locale)

    def daymonth(self, at: datetime | date) -> str:
        """Return "21 September", where the year is beside it."""
        return when.day_words(self.day(at), self.locale, year=False)

    def shortday(self, at: datetime | date) -> str:
        """Return "21 Sept", for narrow columns."""
        return when.short_day(self.day(at), self.locale)

    def dayparts(self, at: datetime | date) -> tuple[str, str, str]:
        """Return numeral, month and year of a day: «1», «вересня», «2024»; see lib.when."""
        return when.day_parts(self.day(at), self.locale)

    def yearname(self, at: date) -> str:
        """Return the year alone: "2024", "2024年"."""
        return when.year_words(at, self.locale)

    def monthhead(self, at: datetime | date) -> str:
        """Return "September 2024", standing alone: «Вересень 2024»."""
        day = self.day(at)
        return when.month_heading(day.year, day.month, self.locale)

    def monthname(self, at: datetime | date) -> str:
        """Return the month standing alone with its first letter raised."""
        return when.month_name(self.day(at), self.locale)

    def span(self, first: date, last: date, first_in: str = "day", last_in: str = "day") -> str:
        """Return "6 August – 13 September 2024", saying month and year once if it can.

        first_in, last_in: how exact the dates are; "October 2023 – 13 September 2024".
        """
        if not first_in == last_in == "day":
            words = [self.loosely(first, first_in), self.loosely(last, last_in)]
            return " – ".join(dict.fromkeys(words))
        return when.span_words(first, last, self.locale)

    def rfc822(self, at: datetime) -> str:
        """Return the date of an RSS item, in UTC."""
        return format_datetime(at.astimezone(UTC), usegmt=True)


def unbroken(words: str) -> str:
    """Return a date whose numbers stay on the line of the word beside them."""
    return BESIDE_NUMBER.sub("\N{NO-BREAK SPACE}", words)
