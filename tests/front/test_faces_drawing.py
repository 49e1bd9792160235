"""The day strip and the calendar: where things stand."""

from datetime import date

from dateline.front.day_strip import marks, ranks, weeks
from dateline.front.records import ChronologyDay, DayCount, EntryView, StripDay


def days(*counted):
    return [StripDay(date(2026, month, day), count, "#d") for month, day, count in counted]


def test_a_strip_has_one_column_a_day_and_six_heights():
    counted = days(*((3, day, count) for day, count in enumerate((1, 2, 3, 4, 5, 6, 7, 30), 1)))

    assert [one.step for one in ranks(counted).columns] == [1, 2, 3, 4, 5, 5, 6, 6]


def test_a_gap_of_more_than_sixty_days_has_a_column_that_says_how_long_it_is():
    near = StripDay(date(2024, 1, 1), 1), StripDay(date(2024, 3, 1), 1)
    far = StripDay(date(2024, 10, 1), 2), StripDay(date(2027, 9, 2), 1)

    columns = ranks([*near, *far]).columns

    assert [(one.step, one.months, one.years) for one in columns] == [
        (1, 0, 0),
        (1, 0, 0),
        (0, 7, 0),
        (2, 0, 0),
        (0, 0, 3),
        (1, 0, 0),
    ]


def test_the_years_stand_on_the_strip_and_before_each_line_of_links():
    counted = [StripDay(date(year, 12, day), 1) for year in (2025, 2026) for day in (30, 31)]
    drawn = ranks(counted)

    assert [one.year and one.year.year for one in drawn.columns if one.step] == [
        2025,
        None,
        2026,
        None,
    ]
    assert [(year.year, days) for year, days in drawn.years] == [
        (2025, tuple(counted[:2])),
        (2026, tuple(counted[2:])),
    ]


def test_few_days_are_not_drawn():
    assert ranks(days((1, 1, 1), (1, 2, 1), (1, 3, 1))) is None


def test_a_month_begins_its_weeks_where_the_locale_does():
    march = weeks(date(2026, 3, 1), [DayCount(date(2026, 3, 1), 7, "/d/")], 0)

    assert march[0][:6] == [None] * 6
    assert march[0][6] == DayCount(date(2026, 3, 1), 7, "/d/")
    assert march[1][0] == DayCount(date(2026, 3, 2), 0)
    assert weeks(date(2026, 3, 1), [], 6)[0][0] == DayCount(date(2026, 3, 1), 0)


def test_marks_come_in_the_legends_order():
    entries = tuple(
        EntryView("u", "a", 1, "x", "#a", mark=mark) for mark in ("bare", "said", "bare")
    )

    assert marks([ChronologyDay(date(2026, 3, 1), entries, "d")]) == ("said", "bare")
