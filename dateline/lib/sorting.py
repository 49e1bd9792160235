"""Put names in the order of a language's alphabet."""

import unicodedata

from dateline.lib.cldr import ALPHABETS
from dateline.lib.languages import language, name_locale
from dateline.lib.languages.modules import until_changed
from dateline.lib.tags import forebears

Key = tuple[tuple[tuple[int, int], ...], str]
LETTER = 1
SPACE = (0, 0)


def sort_key(text: str, tag: str) -> Key:
    """Return what names are sorted by: letters in the language's order, accents last.

    A letter of another alphabet stands after all of the language's own; signs that are no
    letter or digit stand before.
    """
    places, longest = _places(name_locale(tag))
    folded = unicodedata.normalize("NFC", text.casefold())
    found, at = [], 0
    while at < len(folded):
        size = next(
            (n for n in range(longest, 0, -1) if folded[at : at + n] in places),
            1,
        )
        found.append(_place(folded[at : at + size], places))
        at += size
    return tuple(found), folded


def _place(sign: str, places: dict[str, int]) -> tuple[int, int]:
    """Return where a letter stands: in the alphabet, by its bare letter, or by Unicode."""
    bare = unicodedata.normalize("NFKD", sign)[:1]
    for one in (sign, bare):
        if one in places:
            return 2, places[one]
    if bare.isdigit():
        return 1, ord(bare)
    return (3, ord(bare)) if bare.isalpha() else SPACE


@until_changed
def _places(locale: str) -> tuple[dict[str, int], int]:
    """Return the place of each letter of a language's alphabet, and the length of the longest."""
    tags = forebears(locale)
    known = (ALPHABETS[tag] for tag in tags if tag in ALPHABETS)
    letters = (language(locale).alphabet or next(known, "")).casefold().split()
    places: dict[str, int] = {}
    for place, letter in enumerate(letters):
        for one in letter.split("="):
            places.setdefault(unicodedata.normalize("NFC", one), place)
    return places, max(map(len, places), default=1)
