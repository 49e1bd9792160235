"""The demo's dates hang on the instant of filling."""

from datetime import UTC, datetime

import pytest

from dateline.demo.calendar import BadMoment, Calendar
from dateline.lib import edtf

NOON = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)  # a Wednesday, noon in Kyiv
SOON = datetime(2026, 3, 3, 22, 20, tzinfo=UTC)  # the same day, twenty minutes old


def kyiv(at=NOON):
    return Calendar(at, "Europe/Kyiv")


def test_a_day_and_a_clock_are_read_in_the_zone():
    assert kyiv().moment("-9 05:14") == datetime(2026, 2, 23, 3, 14, tzinfo=UTC)


def test_minutes_of_today_are_counted_back_from_the_filling():
    assert kyiv().moment("today -38") == datetime(2026, 3, 4, 9, 22, tzinfo=UTC)


def test_a_young_day_keeps_the_order_and_lets_nothing_lie_ahead():
    calendar = kyiv(SOON)

    earlier, later = calendar.moment("today -280"), calendar.moment("today -12")

    assert earlier < later <= SOON
    assert calendar.moment("-1 22:40") < earlier


@pytest.mark.parametrize("text", ["yesterday", "-9", "-9 5:14", "today 38", ""])
def test_other_moments_are_refused(text):
    with pytest.raises(BadMoment):
        kyiv().moment(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", "2026-03-04"),
        ("-9~", "2026-02-23~"),
        ("from -28", "2026-02-04/.."),
        ("by -6", "../2026-02-26"),
        ("as of -8", "2026-02-24"),
        ("month -75", "2025-12"),
        ("year -400", "2025"),
        ("-8/-5", "2026-02-24/2026-02-27"),
        ("-9 05:14", "2026-02-23T05:14+02:00"),
    ],
)
def test_dates_of_the_chronology_become_edtf(text, expected):
    made = kyiv().edtf(text)

    assert made == expected
    assert edtf.parse(made)


def test_words_name_the_day_in_the_language_of_the_text():
    said = "{On-3}, {date-9}, {in-130}, {day0}"

    assert kyiv().words(said, "en") == "On Sunday, 23 February, in October, Wednesday"
    assert kyiv().words(said, "uk") == "У неділю, 23 лютого, у жовтні, середа"
