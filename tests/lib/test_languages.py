"""Whatever CLDR knows of a language is known here, and a module knows it better."""

from datetime import date

import pytest
from babel import Locale, localedata

from dateline.lib import languages, patterns, tags, when
from dateline.lib.sorting import sort_key
from dateline.settings.languages import direction_of, own_name

DATES = {"date", "weekday_and_date", "day_and_month", "month_and_year", "time", "year_alone"}


@pytest.mark.parametrize(
    ("tag", "forebears"),
    [
        ("en-GB", "en_GB en_001 en"),
        ("pt-br", "pt_BR pt"),
        ("pt-AO", "pt_AO pt_PT pt"),
        ("es-MX", "es_MX es_419 es"),
        ("zh-TW", "zh_TW zh_Hant"),
        ("zh-Hans-SG", "zh_Hans_SG zh_Hans zh"),
        ("sr-Latn", "sr_Latn"),
        ("sr-Cyrl", "sr_Cyrl sr"),
        ("nb-NO", "nb_NO nb no"),
        ("qya", "qya"),
    ],
)
def test_a_variant_falls_back_along_its_parents(tag: str, forebears: str) -> None:
    assert tags.forebears(tag) == tuple(forebears.split())


@pytest.mark.parametrize(
    "tag", sorted({one.partition("_")[0] for one in localedata.locale_identifiers()})
)
def test_every_language_that_cldr_knows_has_dates_and_marks(tag: str) -> None:
    assert patterns.patterns_of(tag).keys() >= DATES
    assert all(len(halves) == 2 for halves in patterns.spans_of(tag).values())
    assert all(languages.language(tag).quotation_marks.outer)


@pytest.mark.parametrize(
    ("tag", "name", "direction"),
    [
        ("uk", "Українська", "ltr"),
        ("en-GB", "English", "ltr"),
        ("ar-EG", "العربية", "rtl"),
        ("he", "עברית", "rtl"),
        ("fa", "فارسی", "rtl"),
        ("ur", "اردو", "rtl"),
        ("ckb", "کوردیی ناوەندی", "rtl"),
        ("az-Arab", "آذربایجان تۆرکجه‌سی", "rtl"),
        ("sr-Latn", "Srpski", "ltr"),
        ("qya", "qya", "ltr"),
    ],
)
def test_a_language_has_its_name_and_its_direction(tag: str, name: str, direction: str) -> None:
    assert own_name(tag) == name
    assert direction_of(tag) == direction


def test_every_locale_of_cldr_runs_as_cldr_says() -> None:
    said = {one: Locale.parse(one).character_order for one in localedata.locale_identifiers()}
    rtl = {one for one, order in said.items() if order == "right-to-left"}

    assert {one for one in said if direction_of(one) == "rtl"} == rtl


@pytest.mark.parametrize(
    ("tag", "ordered"),
    [
        ("uk", "Андрій Галина Ґалаґан Дмитро Євген Жанна Ігор Їжакевич Йосип Яна"),
        ("ru", "Егор Ёлкин Жанна Эмма Яна"),
        ("en", "Adam Ångström Bo Émile Zoe Яна"),
        ("sv", "Adam Bo Zoe Åsa Ärla Örjan"),
        ("et", "Saar Šura Zoja Tamm Õun Äär"),
        ("cs", "Cyril Čapek Hus Chalupa Ivan"),
        ("es", "Nora Ñandú Oscar"),
        ("pl", "Adam Lena Łucja Mariusz"),
        ("lt", "Ema Ęrikas Fina"),
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(tag: str, ordered: str) -> None:
    names = ordered.split()

    assert sorted(sorted(names), key=lambda name: sort_key(name, tag)) == names


def test_a_language_that_nobody_knows_is_refused_with_the_remedy() -> None:
    with pytest.raises(LookupError, match=r"where-code-lives\.md"):
        patterns.locale_of("qya")


def test_a_site_says_in_which_locale_it_writes_a_language() -> None:
    languages.write_as({"pt": "pt-PT"})
    try:
        marks = languages.language("pt").quotation_marks
        short = when.short_day(date(2026, 12, 1), "pt")
    finally:
        languages.write_as({})

    assert marks.outer == ("«", "»")
    assert (short, when.short_day(date(2026, 12, 1), "pt")) == ("1/12", "1 de dez.")
    assert languages.language("pt").quotation_marks.outer == ("“", "”")
