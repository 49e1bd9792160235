"""Russian: newspapers leave out the "г." with which CLDR ends dates."""

from dateline.lib.languages import uk
from dateline.lib.languages.model import DAY_FIRST, DAY_FIRST_SPANS, Language

LANGUAGE = Language(
    code="ru",
    patterns=DAY_FIRST,
    spans=DAY_FIRST_SPANS,
    phrases={
        "about": "около {}",
        "about_long": "около {}",
        "perhaps": "возможно, {}",
        "from": "с {}",
        "by": "до {}",
        "as_of": "по состоянию на {}",
        "year": "{} год",
        "year_beside": "{} года",
        "years": "{} – {} годы",
    },
    zones={"Europe/Kyiv": "по киевскому времени"},
    letters={**uk.LANGUAGE.letters, "г": "g", "и": "i", "е": "e", "й": "y"},
    initials=uk.LANGUAGE.initials,
    latin_and="i",
)
