"""Read a line that is only a date, a time, or both: in any order, in any pack's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from dateline.intake.reading.days.calendar import CalendarDay
from dateline.intake.reading.rule_pack import RulePack

_TOKEN = re.compile(
    r"\d{1,4}(?:[:.]\d{1,2}){0,2}|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*\.?|[^\s\w]", re.UNICODE
)
_TIME = re.compile(
    r"(?<![\d.])([01]?\d|2[0-3])[:.]([0-5]\d)(?::([0-5]\d))?\s?(?:([ap])\.?m\b\.?)?(?![\d.])", re.I
)
_GLUED = re.compile(r"((?:19|20)\d{2})(\d{1,2}:\d{2})")
_ISO = re.compile(
    r"((?:19|20)\d{2})-(\d{2})-(\d{2})"
    r"(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?"
)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d{2})(?!\d)")
_ZONE = re.compile(
    r"\b(?:UTC|GMT|EET|EEST|CET|CEST|BST|EST|EDT|PST|PDT)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:\d{2}"
)
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Dayline:
    """What a date line says; other: the words that are no part of a date."""

    day: CalendarDay = CalendarDay()
    weekday: int | None = None
    clock: str = ""
    zone: str | None = None
    other: tuple[str, ...] = ()

    @property
    def full(self) -> bool:
        return None not in (self.day.year, self.day.month, self.day.day)

    @property
    def date(self) -> date | None:
        if not self.full:
            return None
        return date(self.day.year or 1, self.day.month or 1, self.day.day or 1)


def read_dayline(line: str, pack: RulePack) -> Dayline | None:
    """Read a line as a date, a time or both; None when it says more than that."""
    if not line or len(line) > LONGEST or not any(letter.isdigit() for letter in line):
        return None
    rest = _GLUED.sub(r"\1 \2", line)
    if match := _ISO.search(rest):
        return _iso(rest, match)
    zone = _ZONE.search(rest)
    rest = rest.replace(zone.group(), " ") if zone else rest
    rest, numeric = _take_numeric(rest)
    rest, clock = _take_clock(rest)
    found = _tokens(rest, pack, numeric)
    if found is None:
        return None
    day, weekday, other = found
    if not day.possible or (day == CalendarDay() and not clock) or len(other) > 2:
        return None
    return Dayline(day, weekday, clock, zone.group() if zone else None, other)


def _iso(line: str, match: re.Match[str]) -> Dayline | None:
    other = tuple(re.findall(r"[^\W\d_]+", line[: match.start()] + " " + line[match.end() :]))
    day = CalendarDay(int(match[1]), int(match[2]), int(match[3]))
    if not day.possible or len(other) > 2:
        return None
    clock = f"{match[4]}:{match[5]}:{match[6] or '00'}" if match[4] else ""
    return Dayline(day, None, clock, match[7], other)


def _take_numeric(rest: str) -> tuple[str, CalendarDay]:
    match = _NUMERIC.search(rest)
    if not match:
        return rest, CalendarDay()
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    if second > 12 >= first:
        first, second = second, first
    return rest[: match.start()] + " " + rest[match.end() :], CalendarDay(year, second, first)


def _take_clock(rest: str) -> tuple[str, str]:
    match = _TIME.search(rest)
    if not match:
        return rest, ""
    hour = int(match[1])
    half = (match[4] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    clock = f"{hour:02d}:{match[2]}:{match[3] or '00'}"
    return rest[: match.start()] + " " + rest[match.end() :], clock


def _tokens(
    rest: str, pack: RulePack, numeric: CalendarDay
) -> tuple[CalendarDay, int | None, tuple[str, ...]] | None:
    """Sort the words of a line into day, month, year, weekday and others."""
    year, month, day = numeric.year, numeric.month, numeric.day
    weekday: int | None = None
    other: list[str] = []
    for token in _TOKEN.findall(rest):
        word = token.casefold().rstrip(".").replace("’", "'").replace("ʼ", "'")
        if token.isdecimal():
            number = int(token)
            if number > 31 and year is None and 1900 <= number < 2100:
                year = number
            elif day is None and 1 <= number <= 31:
                day = number
            else:
                return None
        elif word in pack.months and month is None:
            month = pack.months[word]
        elif word in pack.weekdays and weekday is None:
            weekday = pack.weekdays[word]
        elif word.isalpha() and word not in _SMALL:
            other.append(word)
    return CalendarDay(year, month, day), weekday, tuple(other)


_SMALL = frozenset(
    (
        "of",
        "at",
        "on",
        "the",
        "st",
        "nd",
        "rd",
        "th",
        "о",
        "об",
        "року",
        "р",
        "um",
        "uhr",
        "den",
        "am",
        "de",
        "le",
        "à",
    )
)


def moment(stamp: str) -> tuple[str, str | None] | None:
    """Read a machine's ISO time into EDTF and its zone; None when it is none."""
    match = _ISO.search(stamp.strip())
    if not match or not CalendarDay(int(match[1]), int(match[2]), int(match[3])).possible:
        return None
    day = f"{match[1]}-{match[2]}-{match[3]}"
    if not match[4] or int(match[4]) > 23 or int(match[5]) > 59:
        return day, None
    zone = match[7]
    if zone and zone != "Z" and ":" not in zone:
        zone = zone[:3] + ":" + zone[3:]
    return f"{day}T{match[4]}:{match[5]}:{match[6] or '00'}{zone or ''}", zone


def day_of(edtf: str) -> date | None:
    """Return the calendar day of an EDTF moment."""
    try:
        return datetime.fromisoformat(edtf[:10]).date()
    except ValueError:
        return None
