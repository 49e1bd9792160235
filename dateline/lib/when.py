"""Say times and dates in words: explicit CLDR patterns, never Babel's presets.

Presets give "7:23 PM" for English and "2024 р." for Ukrainian; a newsroom keeps 24 hours,
Western digits and its own names for zones.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_datetime

from dateline.lib.edtf import Edtf, Moment, zone_of

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

ARTICLE = "EEEE, d MMMM y, HH:mm"
MINUTE = "d MMMM y, HH:mm"
DAY_HEADING = "EEEE, d MMMM"
DAY_HEADING_YEAR = "EEEE, d MMMM y"
DAY = "d MMMM y"
DAY_WITHOUT_YEAR = "d MMMM"
SHORT_DAY = "d MMM"
MONTH_ALONE = "LLLL y"
MONTH_BESIDE = "MMMM y"  # after a preposition, or beside a numeral: the genitive

ZONES = {
    ("Europe/Kyiv", "en"): "Kyiv time",
    ("Europe/Kyiv", "uk"): "за київським часом",
}
SAME_ZONE = {"Europe/Kiev": "Europe/Kyiv"}

# How a language says that a date is about, doubtful, a start, an end, or a state on a day.
# A language that is not here gets signs instead of another language's words.
PHRASES = {
    "en": {
        "about": "on or about {}",
        "about_long": "about {}",
        "perhaps": "possibly {}",
        "from": "from {}",
        "by": "by {}",
        "as_of": "as of {}",
        "year": "{}",
        "year_beside": "{}",
        "years": "{} – {}",
    },
    "uk": {
        "about": "близько {}",
        "about_long": "близько {}",
        "perhaps": "можливо, {}",
        "from": "з {}",
        "by": "до {}",
        "as_of": "станом на {}",
        "year": "{} рік",
        "year_beside": "{} року",
        "years": "{} – {} роки",
    },
}
SIGNS = {
    "about": "≈ {}",
    "about_long": "≈ {}",
    "perhaps": "{} (?)",
    "from": "{} –",
    "by": "– {}",
    "as_of": "{}",
    "year": "{}",
    "year_beside": "{}",
    "years": "{} – {}",
}


def sort_key(at: datetime) -> int:
    """Return microseconds since the epoch: how times are ordered everywhere."""
    return (at - EPOCH) // timedelta(microseconds=1)


def from_sort_key(key: int) -> datetime:
    """Return the time that a sort key stands for, in UTC."""
    return EPOCH + timedelta(microseconds=key)


@lru_cache(maxsize=64)
def locale_of(tag: str) -> Locale:
    """Return Babel's locale for a tag such as en-GB, en_GB or uk."""
    return Locale.parse(tag.replace("_", "-"), sep="-")


def local_day(at: datetime, zone: str | tzinfo) -> date:
    """Return the day that a clock in the zone shows."""
    return at.astimezone(zone_of(zone)).date()


def day_start(day: date, zone: str | tzinfo) -> datetime:
    """Return the first instant of a day in the zone, in UTC."""
    return datetime.combine(day, time.min, zone_of(zone)).astimezone(UTC)


def machine(at: datetime, zone: str | tzinfo) -> str:
    """Return the value of a datetime attribute: local, to the minute, with its offset."""
    return at.astimezone(zone_of(zone)).isoformat(timespec="minutes")


def clock(at: datetime, zone: str | tzinfo) -> str:
    """Return HH:MM in the zone, on 24 hours."""
    return at.astimezone(zone_of(zone)).strftime("%H:%M")


def dateline(at: datetime, zone: str | tzinfo, locale: str) -> str:
    """Return day and time as an article's dateline prints them."""
    return format_datetime(at.astimezone(zone_of(zone)), ARTICLE, locale=locale_of(locale))


def day_heading(day: date, locale: str, *, year: bool = False) -> str:
    """Return weekday and day with the first letter raised, as a heading of a day."""
    pattern = DAY_HEADING_YEAR if year else DAY_HEADING
    return _raised(format_date(day, pattern, locale=locale_of(locale)))


def day_words(day: date, locale: str, *, year: bool = True) -> str:
    """Return "6 August 2024", or without its year."""
    return format_date(day, DAY if year else DAY_WITHOUT_YEAR, locale=locale_of(locale))


def short_day(day: date, locale: str) -> str:
    """Return "25 Dec", for narrow columns."""
    return format_date(day, SHORT_DAY, locale=locale_of(locale))


def numeral_and_month(day: date, locale: str) -> tuple[str, str]:
    """Return the two parts of a chronology's day, the month as it stands beside a numeral."""
    return str(day.day), format_date(day, "MMMM", locale=locale_of(locale))


def month_heading(year: int, month: int, locale: str) -> str:
    """Return month and year standing alone, with the first letter raised."""
    return _raised(format_date(date(year, month, 1), MONTH_ALONE, locale=locale_of(locale)))


def weekday_names(locale: str, *, width: str = "abbreviated") -> tuple[str, ...]:
    """Return the names of the days of the week, from Monday."""
    names = locale_of(locale).days["stand-alone"][width]
    return tuple(names[number] for number in range(7))


def zone_words(zone: str | tzinfo, locale: str, at: datetime) -> str:
    """Return how readers call the zone: "Kyiv time", or "UTC+2" at that time."""
    name = str(zone)
    own = ZONES.get((SAME_ZONE.get(name, name), locale_of(locale).language))
    return own or offset_words(zone, at)


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
        return format_date(moment.first_day, MONTH_ALONE, locale=locale_of(locale))
    if moment.precision == "year":
        return _phrase(locale, "year").format(moment.year)
    return _beside(moment, zone, locale, year=year)


def _beside(moment: Moment, zone: str | tzinfo, locale: str, *, year: bool) -> str:
    """Return a date after a preposition (the genitive, where a language has cases)."""
    if moment.at:
        return format_datetime(
            moment.at.astimezone(zone_of(zone)), MINUTE, locale=locale_of(locale)
        )
    if moment.day:
        return day_words(moment.first_day, locale, year=year)
    if moment.month:
        return format_date(moment.first_day, MONTH_BESIDE, locale=locale_of(locale))
    return _phrase(locale, "year_beside").format(moment.year)


def _span(start: Moment, end: Moment, zone: str | tzinfo, locale: str, *, year: bool) -> str:
    """Return an interval that is closed on both sides, saying month and year once if it can."""
    if start.precision == end.precision == "year":
        return _phrase(locale, "years").format(start.year, end.year)
    year = year or start.year != end.year
    last = _alone(end, zone, locale, year=year)
    if start[:4] == end[:4]:
        return last
    if start.precision == end.precision == "day" and start.year == end.year:
        first = (
            str(start.day)
            if start.month == end.month
            else day_words(start.first_day, locale, year=False)
        )
        return f"{first} – {last}"
    return f"{_alone(start, zone, locale, year=year)} – {last}"


def _phrase(locale: str, key: str) -> str:
    """Return a phrase in the locale's language, or the sign that needs no language."""
    return PHRASES.get(locale_of(locale).language, SIGNS)[key]


def _raised(words: str) -> str:
    """Raise the first letter and leave the rest."""
    return words[:1].upper() + words[1:]
