"""English, as an American newsroom writes it; the clock keeps the newsroom's 24 hours."""

from dateline.lib.languages.model import Language

LANGUAGE = Language(
    code="en_US",
    patterns={
        "date": "MMMM d, y",
        "date_and_time": "MMMM d, y, HH:mm",
        "weekday_and_date": "EEEE, MMMM d, y",
        "weekday_date_and_time": "EEEE, MMMM d, y, HH:mm",
        "weekday_and_day": "EEEE, MMMM d",
        "day_and_month": "MMMM d",
        "day_and_short_month": "MMM d",
    },
    spans={
        "day": ("MMMM d – ", "d, y"),
        "month": ("MMMM d – ", "MMMM d, y"),
        "year": ("MMMM d, y – ", "MMMM d, y"),
        "day_bare": ("MMMM d – ", "d"),
        "month_bare": ("MMMM d – ", "MMMM d"),
    },
)
