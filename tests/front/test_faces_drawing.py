"""The day strip and the calendar: where things stand."""

from datetime import date

from dateline.front.records import ChronologyDay, DayCount, EntryView, StripDay
from dateline.front.strip import drawing, marks, weeks


def days(*counted):
    return [StripDay(date(2026, month, day), count, "#d") for month, day, count in counted]


def test_bars_stand_by_date_and_rise_by_count():
    drawn = drawing(days((3, 1, 1), (3, 2, 4), (3, 11, 2), (3, 31, 1)))
    first, second, third, last = drawn.bars

    assert first.x == 0
    assert abs(last.x + last.width - 100) < 0.1
    assert second.x < third.x / 3
    assert second.height == 100
    assert first.height == last.height < third.height < second.height


def test_time_runs_from_the_right_where_the_script_does():
    counted = days((3, 1, 1), (3, 2, 4), (3, 11, 2), (3, 31, 1))
    left, right = drawing(counted), drawing(counted, mirrored=True)

    assert [round(100 - b.x - b.width, 1) for b in right.bars] == [round(b.x, 1) for b in left.bars]


def test_months_are_named_where_there_is_room():
    drawn = drawing(days((1, 28, 1), (2, 10, 1), (3, 3, 1), (4, 29, 1)))

    assert [tick.date.month for tick in drawn.ticks] == [2, 3, 4]
    assert all(0 <= tick.x <= 87 for tick in drawn.ticks)


def test_few_days_are_not_drawn():
    assert drawing(days((1, 1, 1), (1, 2, 1), (1, 3, 1))) is None


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
