"""Portuguese, of Brazil and of Portugal; marks of quotation are CLDR's for each."""

from dateline.lib.languages.model import Language

LANGUAGE = Language(
    code="pt",
    patterns={
        "date_and_time": "d 'de' MMMM 'de' y, HH:mm",
        "weekday_date_and_time": "EEEE, d 'de' MMMM 'de' y, HH:mm",
    },
    phrases={
        "about": "por volta de {}",
        "about_long": "por volta de {}",
        "perhaps": "possivelmente {}",
        "from": "a partir de {}",
        "by": "até {}",
    },
    zones={"Europe/Kyiv": "hora de Kiev", "Europe/Lisbon": "hora de Lisboa"},
    latin_and="e",
    articles=("um", "uma", "o", "a", "os", "as"),
)
