"""Read one text that is kept in several languages: code -> plain text, the original marked.

Such a text is `{"en": "Two boats", "uk": "Два човни", "original": "en"}`; without any words it
is `{}`. All who read one ask here, so that no language's code is mistaken for the mark.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from dateline.lib.text import typography

ORIGINAL = "original"
"""The key that names the language of the original; no language has such a code."""

TextsByLanguage = Mapping[str, str]
NOTHING: TextsByLanguage = MappingProxyType({})


class Wording(NamedTuple):
    """One text as a page shows it; language is empty where it is the page's own."""

    text: str = ""
    language: str = ""

    def __bool__(self) -> bool:
        """Return whether there are words."""
        return bool(self.text)


def texts(kept: TextsByLanguage) -> dict[str, str]:
    """Return the texts by language: the original first, then by code; empty ones left out."""
    first = original(kept)
    codes = sorted((code for code in kept if code != ORIGINAL), key=lambda one: (one != first, one))
    return {code: kept[code] for code in codes if kept[code]}


def original(kept: TextsByLanguage, order: Sequence[str] = ()) -> str:
    """Return the language of the original, "" where there are no words.

    An unmarked text's original is the first in the order that has words, else by code.
    """
    marked = kept.get(ORIGINAL, "")
    if kept.get(marked):
        return marked
    found = [code for code in kept if code != ORIGINAL and kept[code]]
    return min(found, key=lambda one: (_place(one, order), one), default="")


def with_original_marked(kept: TextsByLanguage, order: Sequence[str] = ()) -> dict[str, str]:
    """Return the texts as they are stored: without empty ones, the original marked."""
    first = original(kept, order)
    return {**texts(kept), ORIGINAL: first} if first else {}


def typeset(kept: TextsByLanguage) -> dict[str, str]:
    """Return the texts, each set as its language sets them, the mark as it was."""
    return {
        code: text if code == ORIGINAL else typography(text, code) for code, text in kept.items()
    }


def text_in(kept: TextsByLanguage, language: str) -> Wording:
    """Return the text in a language, else the original with its language."""
    if kept.get(language) and language != ORIGINAL:
        return Wording(kept[language])
    first = original(kept)
    return Wording(kept[first], first) if first else Wording()


def missing_languages(kept: TextsByLanguage, languages: Sequence[str]) -> list[str]:
    """Return those of the languages in which the text has no words; none where it has no words."""
    return [code for code in languages if not kept.get(code)] if original(kept) else []


def _place(code: str, order: Sequence[str]) -> int:
    return order.index(code) if code in order else len(order)
