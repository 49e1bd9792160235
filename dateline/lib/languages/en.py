"""English, as a British newsroom writes it."""

from dateline.lib.languages.model import DAY_FIRST, DAY_FIRST_SPANS, Language

LANGUAGE = Language(
    code="en",
    patterns=DAY_FIRST,
    spans=DAY_FIRST_SPANS,
    phrases={
        "about": "on or about {}",
        "about_long": "about {}",
        "perhaps": "possibly {}",
        "from": "from {}",
        "by": "by {}",
        "as_of": "as of {}",
        "year": "{}",
        "year_beside": "{}",
        "years": "{} – {}",
    },
    zones={"Europe/Kyiv": "Kyiv time"},
    latin_and="and",
    articles=("a", "an", "the"),
)
