"""Ukrainian.

Addresses: the national transliteration of 2010 (resolution 55 of the Cabinet of Ministers,
27 January). CLDR ends dates with "р.", which newspapers leave out.
"""

from dateline.lib.languages.model import DAY_FIRST, DAY_FIRST_SPANS, Language, marks_of

LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
LATIN = "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch  iu ia"

LANGUAGE = Language(
    code="uk",
    marks=marks_of("«»„“"),
    patterns=DAY_FIRST,
    spans=DAY_FIRST_SPANS,
    phrases={
        "about": "близько {}",
        "about_long": "близько {}",
        "perhaps": "можливо, {}",
        "from": "з {}",
        "by": "до {}",
        "as_of": "станом на {}",
        "year": "{} рік",
        "year_beside": "{} року",
        "years": "{} – {} роки",
    },
    zones={"Europe/Kyiv": "за київським часом"},
    letters=dict(zip(LETTERS, LATIN.split(" "), strict=True)),
    initials={"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"},
    sequences={"зг": "zgh"},
    latin_and="i",
)
