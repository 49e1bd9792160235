"""Choose the CLDR pattern in which a language says a date: its own, else one made of CLDR's.

CLDR's presets are taken apart and put together anew, for they have clocks of twelve hours;
a newsroom keeps 24 hours and Western digits in every language.
"""

import re
from collections.abc import Mapping

from babel import Locale

from dateline.lib import tags
from dateline.lib.languages import language
from dateline.lib.languages.modules import until_changed

MONTH = re.compile(r"(?<![ML])([ML])\1{2}(?!\1)")
WEEKDAY = re.compile(r"(?<![Ec])([Ec]{1,3})(?![Ec])")
QUOTED = re.compile(r"('[^']*')")
CLOCK = re.compile(r"H{1,2}\W?mm")
DIFFERS = {"day": "d", "month": "M", "year": "y"}

Halves = tuple[str, str]


class LocaleWithOwnNames(Locale):
    """A locale whose months and weekdays are called as a language's module says."""

    own_months: Mapping[str, Mapping[str, Mapping[int, str]]]
    own_days: Mapping[str, Mapping[str, Mapping[int, str]]]

    @property
    def months(self) -> Mapping[str, Mapping[str, Mapping[int, str]]]:  # type: ignore[override]
        """Return the names of months by context and width."""
        return self.own_months

    @property
    def days(self) -> Mapping[str, Mapping[str, Mapping[int, str]]]:  # type: ignore[override]
        """Return the names of weekdays by context and width."""
        return self.own_days


@until_changed
def locale_of(tag: str) -> Locale:
    """Return Babel's locale for a tag such as en-GB, en_GB or uk.

    Raises LookupError, with the remedy, for a language that neither CLDR nor a module knows.
    """
    own = language(tag)
    found = tags.cldr_locale(own.code) or (own.locale and tags.cldr_locale(own.locale))
    if not found:
        raise LookupError(
            f"no dates are known in the language {tag!r}: CLDR has none, and no module of the "
            "language names a locale to borrow from (docs/where-code-lives.md, “A language”)"
        )
    if not (own.months or own.weekdays):
        return found
    return _named(found, own.months, own.months_alone or own.months, own.weekdays)


@until_changed
def spans_of(tag: str) -> Mapping[str, Halves]:
    """Return how a language says intervals: first and second half by what differs in them.

    Keys: day, month, year, and day_bare, month_bare for an interval without its year.
    """
    return {**_cldr_spans(locale_of(tag), patterns_of(tag)), **language(tag).spans}


@until_changed
def patterns_of(tag: str) -> Mapping[str, str]:
    """Return the patterns of a language by their keys."""
    return {**_made_of_cldr(locale_of(tag)), **language(tag).patterns}


def _named(
    locale: Locale,
    months: Mapping[str, tuple[str, ...]],
    alone: Mapping[str, tuple[str, ...]],
    weekdays: Mapping[str, tuple[str, ...]],
) -> LocaleWithOwnNames:
    """Return a locale with other names of months and weekdays."""
    made = LocaleWithOwnNames(locale.language, locale.territory, locale.script, locale.variant)
    made.own_months = {
        "format": {**locale.months["format"], **_numbered(months, 1)},
        "stand-alone": {**locale.months["stand-alone"], **_numbered(alone, 1)},
    }
    days = _numbered(weekdays, 0)
    made.own_days = {context: {**locale.days[context], **days} for context in made.own_months}
    return made


def _numbered(names: Mapping[str, tuple[str, ...]], first: int) -> dict[str, Mapping[int, str]]:
    """Return names by width and number."""
    return {width: dict(enumerate(words, first)) for width, words in names.items()}


def _made_of_cldr(locale: Locale) -> dict[str, str]:
    """Return the patterns that CLDR's data give."""
    skeletons = {name: pattern.pattern for name, pattern in locale.datetime_skeletons.items()}
    date = str(locale.date_formats["long"].pattern)
    weekday = str(locale.date_formats["full"].pattern)
    clock = CLOCK.search(skeletons.get("Hm", ""))
    time = clock.group() if clock else "HH:mm"
    glue = str(locale.datetime_formats["medium"])
    found = {
        "date": date,
        "weekday_and_date": weekday,
        "day_and_month": _long(_first_of(skeletons, "MMMMd", "MMMd")),
        "day_and_short_month": _first_of(skeletons, "MMMd", "MMMMd"),
        "weekday_and_day": _long(_first_of(skeletons, *"MMMMEEEEd MMMEEEEd MMMMEd MMMEd".split())),
        "day_alone": _first_of(skeletons, "d"),
        "month_and_year_alone": _long(_first_of(skeletons, "yMMMM", "yMMM")),
        "year_alone": _first_of(skeletons, "y"),
        "time": time,
        "date_and_time": glue.replace("{1}", date).replace("{0}", time),
        "weekday_date_and_time": glue.replace("{1}", weekday).replace("{0}", time),
    }
    alone = found["month_and_year_alone"]
    return found | {"month_and_year": alone.replace("L", "M")}


def _cldr_spans(locale: Locale, found: Mapping[str, str]) -> dict[str, Halves]:
    """Return both halves of CLDR's intervals: "d.–" and "d. MMMM y" for "6.–9. August 2024"."""
    date, day = found["date"], found["day_and_month"]
    apart = (f"{date} – ", day) if date.startswith("y") else (f"{day} – ", date)
    plain = {"day": apart, "month": apart, "year": (f"{date} – ", date)}
    plain |= {"day_bare": (f"{day} – ", day), "month_bare": (f"{day} – ", day)}
    made: dict[str, Halves] = {}
    for key, otherwise in plain.items():
        bare = key.endswith("_bare")
        fields = locale.interval_formats.get("MMMd" if bare else "yMMMd", {})
        halves = [_long(half) for half in fields.get(DIFFERS[key.partition("_")[0]], ())]
        reads_on = len(halves) == 2 and _bare(day if bare else date).endswith(_bare(halves[1]))
        made[key] = (halves[0], halves[1]) if reads_on else otherwise
    return made


def _bare(pattern: str) -> str:
    """Return a pattern without the marks around its words."""
    return pattern.replace("'", "")


def _first_of(skeletons: Mapping[str, str], *names: str) -> str:
    """Return the pattern of the first skeleton that a locale has."""
    return next((skeletons[name] for name in names if name in skeletons), names[0])


def _long(pattern: str) -> str:
    """Return a pattern with months and weekdays written whole; what it quotes stays."""
    parts = QUOTED.split(pattern)
    return "".join(part if at % 2 else _whole_names(part) for at, part in enumerate(parts))


def _whole_names(part: str) -> str:
    """Widen the names of months and weekdays, where a part has names of them."""
    part = MONTH.sub(lambda found: found[1] * 4, part)
    return WEEKDAY.sub(lambda found: found[1][0] * 4, part)
