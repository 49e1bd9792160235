"""The shape of a language's module."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.lib.cldr import ROOT_MARKS

Pair = tuple[str, str]


class Marks(NamedTuple):
    """A language's quotation marks, outer and inner."""

    outer: Pair
    inner: Pair


def marks_of(four: str) -> Marks:
    """Return marks from four signs: outer opening and closing, inner opening and closing."""
    return Marks((four[0], four[1]), (four[2], four[3]))


DAY_FIRST = {
    "date": "d MMMM y",
    "date_and_time": "d MMMM y, HH:mm",
    "weekday_and_date": "EEEE, d MMMM y",
    "weekday_date_and_time": "EEEE, d MMMM y, HH:mm",
    "weekday_and_day": "EEEE, d MMMM",
    "day_and_month": "d MMMM",
    "day_and_short_month": "d MMM",
    "day_alone": "d",
    "month_and_year_alone": "LLLL y",
    "month_and_year": "MMMM y",
    "year_alone": "y",
    "time": "HH:mm",
}
"""All patterns that a module may say, as a language has them that writes 6 August 2024."""

DAY_FIRST_SPANS = {
    "day": ("d – ", "d MMMM y"),
    "month": ("d MMMM – ", "d MMMM y"),
    "year": ("d MMMM y – ", "d MMMM y"),
    "day_bare": ("d – ", "d MMMM"),
    "month_bare": ("d MMMM – ", "d MMMM"),
}
"""All intervals that a module may say, by what differs; bare: without the year."""


@dataclass(frozen=True, kw_only=True)
class Language:
    """One language's rules of setting, saying dates and writing addresses.

    Whatever is left out is CLDR's, or that of the language's CLDR parent.
    locale: the CLDR locale whose data a language borrows that CLDR does not know.
    name: what the language calls itself; direction: "rtl" or "ltr".
    months, weekdays: names by width ("wide", "abbreviated"), twelve or seven (from Monday).
    months_alone: the names of months that stand alone, where they differ.
    dash: the sign for a hyphen between spaces; before: which space stands before a sign.
    runs_on: words have no spaces between them, so that a mark needs none before it.
    patterns, spans: CLDR patterns of dates and of intervals, as DAY_FIRST and DAY_FIRST_SPANS.
    phrases: words around dates by the keys of `dateline.lib.when.SIGNS`.
    zones: how readers call a time zone, by its name.
    letters, initials, sequences: Latin letters for addresses: of a letter, of a letter that
    begins a word, of several letters together; latin_and: the word for "&" in addresses.
    articles: words that stand before a noun and are no part of a role.
    alphabet: letters in their order, parted by spaces; = stands between those of one place.
    """

    code: str
    locale: str = ""
    name: str = ""
    direction: str = ""
    months: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    months_alone: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weekdays: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    marks: Marks | None = None
    dash: str = ""
    before: Mapping[str, str] = field(default_factory=dict)
    runs_on: bool = False
    patterns: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    zones: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    initials: Mapping[str, str] = field(default_factory=dict)
    sequences: Mapping[str, str] = field(default_factory=dict)
    latin_and: str = ""
    articles: tuple[str, ...] = ()
    alphabet: str = ""

    @property
    def quotation_marks(self) -> Marks:
        """Return the marks, those of CLDR's root where nothing says others."""
        return self.marks or marks_of(ROOT_MARKS)
