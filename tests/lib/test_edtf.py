"""What the newsroom's part of EDTF accepts, means and refuses."""

from datetime import UTC, datetime

import pytest

from dateline.lib.edtf import BadDate, parse

KYIV = "Europe/Kyiv"


def utc(*parts: int) -> datetime:
    """Return a time in UTC."""
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2024", "year", utc(2023, 12, 31, 22), utc(2024, 12, 31, 21, 59, 59, 999999)),
        ("2024-08", "month", utc(2024, 7, 31, 21), utc(2024, 8, 31, 20, 59, 59, 999999)),
        ("2024-08-XX", "month", utc(2024, 7, 31, 21), utc(2024, 8, 31, 20, 59, 59, 999999)),
        ("2024-08-06", "day", utc(2024, 8, 5, 21), utc(2024, 8, 6, 20, 59, 59, 999999)),
        (
            "2024-08-06T19:23+03:00",
            "minute",
            utc(2024, 8, 6, 16, 23),
            utc(2024, 8, 6, 16, 23, 59, 999999),
        ),
        ("2024-08-14/..", "interval", utc(2024, 8, 13, 21), None),
        ("../2024-08-08", "interval", None, utc(2024, 8, 8, 20, 59, 59, 999999)),
        (
            "2024-08-06/2024-08-09",
            "interval",
            utc(2024, 8, 5, 21),
            utc(2024, 8, 9, 20, 59, 59, 999999),
        ),
    ],
)
def test_a_date_covers_what_it_says(
    text: str, precision: str, first: datetime | None, last: datetime | None
) -> None:
    date = parse(text)

    assert (date.precision, *date.bounds(KYIV)) == (precision, first, last)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2024-08-06", False, False),
        ("2024-08-06~", True, False),
        ("2024-08-06?", False, True),
        ("2024-08%", True, True),
        ("2024-08-06~/2024-08-09?", True, True),
        ("2024-08-06T19:23Z~", True, False),
    ],
)
def test_the_mark_behind_a_date_is_read(text: str, approximate: bool, uncertain: bool) -> None:
    date = parse(text)

    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("", "", "not a date"),
        ("6 August", "6 August", "not a date"),
        ("2024-8-6", "2024-8-6", "not a date"),
        ("XXXX-08-06", "XXXX-08-06", "not a date"),
        ("٢٠٢٤", "٢٠٢٤", "not a date"),
        ("0000-01-01", "0000-01-01", "the year must lie"),
        ("2024-13", "2024-13", "no month 13"),
        ("2023-02-29", "2023-02-29", "no day 29"),
        ("2024-00-10", "2024-00-10", "no month 00"),
        ("2024-08-XXT10:00Z", "2024-08-XXT10:00Z", "a time needs a day"),
        ("2024-08-06T19:23", "2024-08-06T19:23", "not a date"),
        ("2024-08-06T24:00Z", "2024-08-06T24:00Z", "no such time"),
        ("2024-08-06T10:00+15:00", "2024-08-06T10:00+15:00", "no offset"),
        ("2024-08-06/2024-08-40", "2024-08-40", "no day 40"),
        ("../..", "../..", "at least one date"),
        ("/2024", "", "not a date"),
        ("2024/2025/2026", "2025/2026", "not a date"),
        ("2024-10-25/2023-10-29", "2024-10-25/2023-10-29", "runs backwards"),
        ("2024-08-06T10:00Z/2024-08-06T12:30+03:00", "2024-08-06T10:00Z", "runs backwards"),
    ],
)
def test_what_is_no_date_is_refused_with_its_place(text: str, place: str, why: str) -> None:
    with pytest.raises(BadDate, match=why) as refused:
        parse(text)

    assert place in refused.value.place


def test_an_interval_may_end_within_its_first_month() -> None:
    first, last = parse("2024-08/2024-08-06").bounds(KYIV)

    assert (first, last) == (utc(2024, 7, 31, 21), utc(2024, 8, 6, 20, 59, 59, 999999))


def test_a_day_without_midnight_still_has_a_start() -> None:
    first, last = parse("2024-03-31").bounds("Asia/Beirut")  # clocks jump from 0:00 to 1:00

    assert first is not None
    assert last is not None
    assert first < last


def test_an_open_start_is_ordered_by_its_end() -> None:
    assert parse("../2024-08-08").sort_time(KYIV) == utc(2024, 8, 8, 20, 59, 59, 999999)
    assert parse("2024-08-14/..").sort_time(KYIV) == utc(2024, 8, 13, 21)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", KYIV])
@pytest.mark.parametrize("text", ["0002", "9998-12-31"])
def test_the_farthest_years_have_bounds_in_every_zone(text: str, zone: str) -> None:
    first, last = parse(text).bounds(zone)

    assert first is not None
    assert last is not None
    assert first < last
