"""Choose the rule pack for a text by its letters."""

from __future__ import annotations

import re

from .english import ENGLISH
from .foreign import FOREIGN
from .language import Language
from .ukrainian import UKRAINIAN

PACKS = {"en": ENGLISH, "uk": UKRAINIAN}
SAMPLE = 40_000
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "that",
        "is",
        "was",
        "for",
        "with",
        "has",
        "are",
        "said",
        "from",
        "by",
        "not",
    ]
)


def pack_for(text: str, declared: str = "") -> Language:
    """Return the pack of a text's language; the plain one (header, dates, quotes) if unknown.

    declared: what the page says of itself, believed only where the letters allow it.
    """
    sample = text[:SAMPLE].casefold()
    if _is_cyrillic(sample):
        return (
            UKRAINIAN
            if sum(map(sample.count, "іїєґ")) >= sum(map(sample.count, "ыэъё"))
            else FOREIGN
        )
    code = declared.casefold()[:2]
    found = _WORD.findall(sample)
    share = sum(1 for word in found if word in _ENGLISH) / max(1, len(found))
    if share >= 0.08 or (code == "en" and share >= 0.03) or len(found) < 30 and code in ("", "en"):
        return ENGLISH
    return FOREIGN


def _is_cyrillic(sample: str) -> bool:
    cyrillic = sum(1 for letter in sample if "Ѐ" <= letter <= "ӿ")
    latin = sum(1 for letter in sample if "a" <= letter <= "z")
    return cyrillic > latin
