"""Typesetting on save of words kept by language; bodies are typeset in the room of blocks."""

from __future__ import annotations

from dateline.lib.text import typography


def set_words(texts: dict[str, str]) -> dict[str, str]:
    """Return texts by language, each set as its language sets them."""
    return {language: typography(text, language) for language, text in texts.items()}
