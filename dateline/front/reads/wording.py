"""Freeze texts in several languages, and choose of them what a page shows."""

from collections.abc import Mapping

from dateline.lib import multilingual
from dateline.lib.multilingual import Wording

Words = tuple[tuple[str, str], ...]
"""Language and text, the original first."""


def frozen_texts(kept: Mapping[str, str]) -> Words:
    """Freeze a text of a record: the original first, then by code; empty ones left out."""
    return tuple(multilingual.texts(kept).items())


def chosen_wording(texts: Words, lang: str) -> Wording:
    """Return the text in a page's language, else the original with its language."""
    for language, text in texts:
        if language == lang:
            return Wording(text)
    return Wording(texts[0][1], texts[0][0]) if texts else Wording()
