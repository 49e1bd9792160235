"""Say times and dates in words, in any language that CLDR or a module of ours knows.

Patterns are those of `dateline.lib.patterns`; phrases and names of zones are the language's own.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from babel.dates import format_date, format_datetime, format_time

from dateline.lib.edtf import Edtf, Moment, zone_of
from dateline.lib.languages import language
from dateline.lib.patterns import locale_of, patterns_of, spans_of

NUMERAL_FIRST = re.compile(r"(d{1,2}\.?)\s*")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

SAME_ZONE = {"Europe/Kiev": "Europe/Kyiv"}

# A language whose module has no phrases gets signs instead of another language's words.
SIGNS = {
    "about": "≈ {}",
    "about_long": "≈ {}",
    "perhaps": "{} (?)",
    "from": "{} –",
    "by": "– {}",
    "as_of": "{}",
    "years": "{} – {}",
}


def sort_key(at: datetime) -> int:
    """Return microseconds since the epoch: how times are ordered everywhere."""
    return (at - EPOCH) // timedelta(microseconds=1)


def from_sort_key(key: int) -> datetime:
    """Return the time that a sort key stands for, in UTC."""
    return EPOCH + timedelta(microseconds=key)


def local_day(at: datetime, zone: str | tzinfo) -> date:
    """Return the day that a clock in the zone shows."""
    return at.astimezone(zone_of(zone)).date()


def day_start(day: date, zone: str | tzinfo) -> datetime:
    """Return the first instant of a day in the zone, in UTC."""
    return datetime.combine(day, time.min, zone_of(zone)).astimezone(UTC)


def machine(at: datetime, zone: str | tzinfo) -> str:
    """Return the value of a datetime attribute: local, to the minute, with its offset."""
    return at.astimezone(zone_of(zone)).isoformat(timespec="minutes")


def clock(at: datetime, zone: str | tzinfo, locale: str) -> str:
    """Return the time in the zone, on 24 hours: "19:23", in Finnish "19.23"."""
    local = at.astimezone(zone_of(zone)).time()
    return str(format_time(local, patterns_of(locale)["time"], locale=locale_of(locale)))


def dateline(at: datetime, zone: str | tzinfo, locale: str) -> str:
    """Return day and time as an article's dateline prints them."""
    return _timed(at, zone, "weekday_date_and_time", locale)


def day_heading(day: date, locale: str, *, year: bool = False) -> str:
    """Return weekday and day with the first letter raised, as a heading of a day."""
    return with_capital(weekday_words(day, locale, year=year))


def weekday_words(day: date, locale: str, *, year: bool = True) -> str:
    """Return weekday and day inside a line: "субота, 21 вересня 2024"."""
    return _day_words(day, "weekday_and_date" if year else "weekday_and_day", locale)


def day_words(day: date, locale: str, *, year: bool = True) -> str:
    """Return "6 August 2024", or without its year."""
    return _day_words(day, "date" if year else "day_and_month", locale)


def short_day(day: date, locale: str) -> str:
    """Return "25 Dec", for narrow columns."""
    return _day_words(day, "day_and_short_month", locale)


def day_parts(day: date, locale: str) -> tuple[str, str, str]:
    """Return numeral, month and year of a chronology's day: "1", "de dezembro", "de 2026".

    The month is the one that stands beside a numeral. Where a language does not write them in
    this order, the numeral is empty and the month is the whole day: "", "12月1日", "".
    """
    patterns, known = patterns_of(locale), locale_of(locale)
    without, whole = patterns["day_and_month"], patterns["date"]
    found = NUMERAL_FIRST.match(without)
    if not found or not whole.startswith(without):
        return "", day_words(day, locale, year=False), ""
    parts = found[1], without[found.end() :], whole[len(without) :].strip()
    numeral, month, year = (str(format_date(day, one, locale=known)) for one in parts)
    return numeral, month, year


def month_words(day: date, locale: str) -> str:
    """Return month and year standing alone: "вересень 2024"."""
    return _day_words(day, "month_and_year_alone", locale)


def month_heading(year: int, month: int, locale: str) -> str:
    """Return month and year standing alone, with the first letter raised."""
    return with_capital(month_words(date(year, month, 1), locale))


def month_name(day: date, locale: str) -> str:
    """Return the month standing alone with its first letter raised."""
    return with_capital(format_date(day, "LLLL", locale=locale_of(locale)))


def year_words(day: date, locale: str) -> str:
    """Return a year as CLDR says it alone: "2024", "2024年"."""
    return _day_words(day, "year_alone", locale)


def span_words(first: date, last: date, locale: str, *, year: bool = True) -> str:
    """Return "6 – 9 August 2024": the days from first to last, month and year said once."""
    if first == last:
        return day_words(last, locale, year=year)
    key = "day" if first.month == last.month else "month"
    if first.year != last.year:
        key = "year"
    elif not year:
        key += "_bare"
    before, after = spans_of(locale)[key]
    known = locale_of(locale)
    return f"{format_date(first, before, locale=known)}{format_date(last, after, locale=known)}"


def weekday_names(locale: str, *, width: str = "abbreviated") -> tuple[str, ...]:
    """Return the names of the days of the week, from Monday."""
    names = locale_of(locale).days["stand-alone"][width]
    return tuple(names[number] for number in range(7))


def zone_words(zone: str | tzinfo, locale: str, at: datetime) -> str:
    """Return how readers call the zone: "Kyiv time", or "UTC+2" at that time."""
    name = str(zone)
    return own_zone_words(name, locale) or offset_words(zone, at)


def own_zone_words(zone: str, locale: str) -> str:
    """Return what a language's module calls a zone, "" where it has no name of its own."""
    return language(locale).zones.get(SAME_ZONE.get(zone, zone), "")


def offset_words(zone: str | tzinfo, at: datetime) -> str:
    """Return the zone's distance from UTC at a time: "UTC+2", "UTC+5:30", "UTC"."""
    away = at.astimezone(zone_of(zone)).utcoffset() or timedelta()
    minutes = int(away.total_seconds() // 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "\N{MINUS SIGN}"
    return f"UTC{sign}{hours}:{rest:02d}" if rest else f"UTC{sign}{hours}"


def as_of(edtf: Edtf, zone: str | tzinfo, locale: str, *, year: bool = True) -> str:
    """Return "as of 19 August 2024": the state of things on that date."""
    return _phrase(locale, "as_of").format(_alone(edtf.known, zone, locale, year=year))


def edtf_words(edtf: Edtf, zone: str | tzinfo, locale: str, *, year: bool = True) -> str:
    """Return a date in words, no more precise than it was given.

    year: whether a day shows its year; months and years always do.
    """
    if not edtf.interval:
        return _single(edtf.known, zone, locale, year=year)
    if edtf.end is None or edtf.start is None:
        key = "from" if edtf.start else "by"
        words = _phrase(locale, key).format(_beside(edtf.known, zone, locale, year=year))
    else:
        words = _span(edtf.start, edtf.end, zone, locale, year=year)
    return _hedged(words, edtf.approximate, edtf.uncertain, locale, about="about_long")


def _single(moment: Moment, zone: str | tzinfo, locale: str, *, year: bool) -> str:
    """Return one date in words, standing alone or after "about"."""
    if not moment.approximate:
        words = _alone(moment, zone, locale, year=year)
        return _hedged(words, False, moment.uncertain, locale, about="about")
    about = "about" if moment.day else "about_long"
    words = _beside(moment, zone, locale, year=year)
    return _hedged(words, True, moment.uncertain, locale, about=about)


def _hedged(words: str, approximate: bool, uncertain: bool, locale: str, *, about: str) -> str:
    """Put the language's words for about and perhaps around a date."""
    if approximate:
        words = _phrase(locale, about).format(words)
    if uncertain:
        words = _phrase(locale, "perhaps").format(words)
    return words


def _alone(moment: Moment, zone: str | tzinfo, locale: str, *, year: bool) -> str:
    """Return a date standing alone (the nominative, where a language has cases)."""
    if moment.precision == "month":
        return month_words(moment.first_day, locale)
    if moment.precision == "year":
        return _year(moment, "year", locale)
    return _beside(moment, zone, locale, year=year)


def _beside(moment: Moment, zone: str | tzinfo, locale: str, *, year: bool) -> str:
    """Return a date after a preposition (the genitive, where a language has cases)."""
    if moment.at:
        return _timed(moment.at, zone, "date_and_time", locale)
    if moment.day:
        return day_words(moment.first_day, locale, year=year)
    if moment.month:
        return _day_words(moment.first_day, "month_and_year", locale)
    return _year(moment, "year_beside", locale)


def _span(start: Moment, end: Moment, zone: str | tzinfo, locale: str, *, year: bool) -> str:
    """Return an interval that is closed on both sides, saying month and year once if it can."""
    if start.precision == end.precision == "year":
        return _phrase(locale, "years").format(start.year, end.year)
    year = year or start.year != end.year
    if start.precision == end.precision == "day":
        return span_words(start.first_day, end.first_day, locale, year=year)
    last = _alone(end, zone, locale, year=year)
    if start[:4] == end[:4]:
        return last
    return f"{_alone(start, zone, locale, year=year)} – {last}"


def _year(moment: Moment, key: str, locale: str) -> str:
    """Return a year by the language's phrase, else as CLDR says it: "2024", "2024年"."""
    phrase = language(locale).phrases.get(key)
    year = moment.first_day
    return phrase.format(year.year) if phrase else year_words(year, locale)


def _day_words(day: date, key: str, locale: str) -> str:
    """Return a day in the language's pattern of that key."""
    return str(format_date(day, patterns_of(locale)[key], locale=locale_of(locale)))


def _timed(at: datetime, zone: str | tzinfo, key: str, locale: str) -> str:
    """Return a time of a day in the language's pattern of that key."""
    local = at.astimezone(zone_of(zone))
    return str(format_datetime(local, patterns_of(locale)[key], locale=locale_of(locale)))


def _phrase(locale: str, key: str) -> str:
    """Return a phrase in the locale's language, or the sign that needs no language."""
    return language(locale).phrases.get(key) or SIGNS[key]


def with_capital(words: str) -> str:
    """Raise the first letter and leave the rest; a script without capitals stays as it is."""
    return words[:1].title() + words[1:]
