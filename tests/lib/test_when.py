"""How times and dates read in English and Ukrainian, and in a language without own words."""

from datetime import UTC, date, datetime

import pytest

from dateline.lib import when
from dateline.lib.edtf import parse

KYIV = "Europe/Kyiv"
AT = datetime(2024, 9, 21, 16, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en-GB", "Saturday, 21 September 2024, 19:23"),
        ("en", "Saturday, 21 September 2024, 19:23"),
        ("en-US", "Saturday, September 21, 2024, 19:23"),
        ("uk", "субота, 21 вересня 2024, 19:23"),
        ("de", "Samstag, 21. September 2024, 19:23"),
        ("pt-BR", "sábado, 21 de setembro de 2024, 19:23"),
        ("fr-CA", "samedi 21 septembre 2024, 19:23"),
        ("ja", "2024年9月21日土曜日 19:23"),
        ("ar", "السبت، 21 سبتمبر 2024، 19:23"),
        ("he", "יום שבת, 21 בספטמבר 2024, 19:23"),
        ("fi", "lauantai 21. syyskuuta 2024 19.23"),
    ],
)
def test_a_dateline_has_24_hours_and_no_abbreviations(locale: str, words: str) -> None:
    assert when.dateline(AT, KYIV, locale) == words


def test_the_feed_shows_the_hour_of_the_newsroom() -> None:
    assert when.clock(AT, KYIV, "uk") == "19:23"
    assert when.clock(AT, KYIV, "fi") == "19.23"
    assert when.machine(AT, KYIV) == "2024-09-21T19:23+03:00"


def test_a_day_heading_begins_with_a_capital() -> None:
    assert when.day_heading(date(2024, 9, 13), "uk") == "Пʼятниця, 13 вересня"
    assert when.day_heading(date(2024, 9, 13), "en-GB", year=True) == "Friday, 13 September 2024"


def test_a_month_is_genitive_beside_a_numeral_and_nominative_alone() -> None:
    assert when.day_parts(date(2024, 9, 13), "uk") == ("13", "вересня", "2024")
    assert when.month_heading(2024, 9, "uk") == "Вересень 2024"
    assert when.short_day(date(2024, 12, 25), "en-GB") == "25 Dec"


@pytest.mark.parametrize(
    ("zone", "locale", "words"),
    [
        (KYIV, "en-GB", "Kyiv time"),
        ("Europe/Kiev", "uk", "за київським часом"),
        ("Europe/Riga", "en", "UTC+3"),
        ("Asia/Kolkata", "uk", "UTC+5:30"),
        ("America/New_York", "en", "UTC−4"),
        ("UTC", "en", "UTC"),
    ],
)
def test_a_zone_has_its_own_words_or_its_distance(zone: str, locale: str, words: str) -> None:
    assert when.zone_words(zone, locale, AT) == words


@pytest.mark.parametrize(
    ("text", "english", "ukrainian"),
    [
        ("2024-08-06", "6 August 2024", "6 серпня 2024"),
        ("2024-08-06~", "on or about 6 August 2024", "близько 6 серпня 2024"),
        ("2024-08-06?", "possibly 6 August 2024", "можливо, 6 серпня 2024"),
        ("2024-08-14/..", "from 14 August 2024", "з 14 серпня 2024"),
        ("../2024-08-08", "by 8 August 2024", "до 8 серпня 2024"),
        ("2024-08", "August 2024", "серпень 2024"),
        ("2024-08-XX", "August 2024", "серпень 2024"),
        ("2024-08~", "about August 2024", "близько серпня 2024"),
        ("2024-08/..", "from August 2024", "з серпня 2024"),
        ("2024", "2024", "2024 рік"),
        ("2024/..", "from 2024", "з 2024 року"),
        ("2024/2025", "2024 – 2025", "2024 – 2025 роки"),
        ("2024-08-06/2024-08-09", "6 – 9 August 2024", "6 – 9 серпня 2024"),
        ("2024-08-06/2024-08-06", "6 August 2024", "6 серпня 2024"),
        ("2024-08-30/2024-09-02", "30 August – 2 September 2024", "30 серпня – 2 вересня 2024"),
        ("2024-08-06T19:23+02:00", "6 August 2024, 20:23", "6 серпня 2024, 20:23"),
    ],
)
def test_a_date_is_no_more_precise_than_it_was(text: str, english: str, ukrainian: str) -> None:
    edtf = parse(text)

    assert when.edtf_words(edtf, KYIV, "en-GB") == english
    assert when.edtf_words(edtf, KYIV, "uk") == ukrainian


def test_the_year_is_left_out_on_request_unless_it_tells_two_dates_apart() -> None:
    assert when.edtf_words(parse("2024-08-06~"), KYIV, "en", year=False) == "on or about 6 August"
    assert (
        when.edtf_words(parse("2023-12-30/2024-01-02"), KYIV, "en", year=False)
        == "30 December 2023 – 2 January 2024"
    )


def test_a_state_of_things_is_as_of_a_day() -> None:
    assert when.as_of(parse("2024-08-19"), KYIV, "en", year=False) == "as of 19 August"
    assert when.as_of(parse("2024-08"), KYIV, "uk") == "станом на серпень 2024"


def test_a_language_without_phrases_gets_signs_and_no_english() -> None:
    assert when.edtf_words(parse("2024-08-06~"), KYIV, "fi") == "≈ 6. elokuuta 2024"
    assert when.edtf_words(parse("2024-08-14/.."), KYIV, "cs") == "14. srpna 2024 –"


@pytest.mark.parametrize(
    ("locale", "day", "heading", "month", "span", "year"),
    [
        ("en", "1 December 2026", "Tuesday, 1 December", "December 2026", "1 – 9 {}", "2026"),
        ("uk", "1 грудня 2026", "Вівторок, 1 грудня", "Грудень 2026", "1 – 9 {}", "2026 рік"),
        ("de", "1. Dezember 2026", "Dienstag, 1. Dezember", "Dezember 2026", "1.–9. {}", "2026"),
        (
            "pt",
            "1 de dezembro de 2026",
            "Terça-feira, 1 de dezembro",
            "Dezembro de 2026",
            "1\u2009–\u20099 de {}",
            "2026",
        ),
        ("ja", "2026年12月1日", "12月1日火曜日", "2026年12月", "2026年12月1日～9日", "2026年"),
        ("hu", "2026. december 1.", "December 1., kedd", "2026. december", None, "2026."),
        (
            "lt",
            "2026 m. gruodžio 1 d.",
            "Gruodžio 1 d., antradienis",
            "2026 m. gruodis",
            None,
            None,
        ),
    ],
)
def test_a_day_is_said_as_its_language_says_it(
    locale: str, day: str, heading: str, month: str, span: str | None, year: str | None
) -> None:
    first, last = date(2026, 12, 1), date(2026, 12, 9)

    assert when.day_words(first, locale) == day
    assert when.day_heading(first, locale) == heading
    assert when.month_heading(2026, 12, locale) == month
    if span:
        said = span.format(" ".join(day.split(" ")[-3 if locale == "pt" else -2 :]))
        assert when.span_words(first, last, locale) == said
    if year:
        assert when.edtf_words(parse("2026"), KYIV, locale) == year


@pytest.mark.parametrize(
    ("locale", "parts"),
    [
        ("en-GB", ("1", "December", "2026")),
        ("de", ("1.", "Dezember", "2026")),
        ("pt", ("1", "de dezembro", "de 2026")),
        ("he", ("1", "בדצמבר", "2026")),
        ("en-US", ("", "December 1", "")),
        ("ja", ("", "12月1日", "")),
        ("hu", ("", "december 1.", "")),
    ],
)
def test_a_numeral_stands_alone_where_its_language_puts_it_first(
    locale: str, parts: tuple[str, str, str]
) -> None:
    assert when.day_parts(date(2026, 12, 1), locale) == parts


def test_a_sort_key_leads_back_to_its_time() -> None:
    later = AT.replace(microsecond=1)

    assert when.sort_key(later) == when.sort_key(AT) + 1
    assert when.from_sort_key(when.sort_key(later)) == later
    assert when.sort_key(datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)) == -1_000_000


def test_a_day_begins_at_midnight_of_the_newsroom() -> None:
    start = when.day_start(date(2024, 9, 22), KYIV)

    assert start == datetime(2024, 9, 21, 21, tzinfo=UTC)
    assert when.local_day(start, KYIV) == date(2024, 9, 22)
