"""Japanese: words run on without spaces."""

from dateline.lib.languages.model import Language

LANGUAGE = Language(
    code="ja",
    runs_on=True,
    patterns={"time": "HH:mm"},
    phrases={
        "about": "{}頃",
        "about_long": "{}頃",
        "perhaps": "{}か",
        "from": "{}から",
        "by": "{}まで",
        "as_of": "{}現在",
        "years": "{}～{}年",
    },
    zones={"Europe/Kyiv": "キーウ時間", "Asia/Tokyo": "日本時間"},
)
