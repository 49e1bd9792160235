"""German. Umlauts become two letters in addresses, as on a keyboard without them."""

from dateline.lib.languages.model import Language

LANGUAGE = Language(
    code="de",
    phrases={
        "about": "um den {}",
        "about_long": "etwa {}",
        "perhaps": "möglicherweise {}",
        "from": "ab {}",
        "by": "bis {}",
        "as_of": "Stand {}",
    },
    zones={"Europe/Kyiv": "Kyjiwer Zeit", "Europe/Berlin": "Berliner Zeit"},
    letters={"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"},
    latin_and="und",
    articles=("der", "die", "das", "ein", "eine"),
)
