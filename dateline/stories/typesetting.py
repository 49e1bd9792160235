"""Typesetting on save: one kind of quotation mark and of dash, whatever was typed or pasted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wagtail.blocks import StreamValue

from dateline.lib.text import typography, typography_html

Setter = Callable[[str, str], str]

WORDS: dict[str, dict[str, Setter] | Setter] = {
    "paragraph": typography_html,
    "heading": typography,
    "quote": {"text": typography_html, "role": typography, "unnamed_reason": typography},
    "picture": {"caption": typography},
    "embed": {"title": typography, "text": typography},
    "fact_box": {"heading": typography, "text": typography_html},
    "number": {"what": typography, "source": typography},
}
"""What of each kind of block is text; the rest is left as it is."""


def set_words(texts: dict[str, str]) -> dict[str, str]:
    """Return texts by language, each set as its language sets them."""
    return {language: typography(text, language) for language, text in texts.items()}


def set_stream(value: Any, language: str) -> Any:
    """Return a stream of blocks with its text set; the same value where nothing changes."""
    if not isinstance(value, StreamValue) or not len(value):
        return value
    raw = value.get_prep_value()
    fresh = [_set_block(block, language) for block in raw]
    if fresh == raw:
        return value
    return StreamValue(value.stream_block, fresh, is_lazy=True)


def _set_block(block: dict[str, Any], language: str) -> dict[str, Any]:
    way = WORDS.get(block["type"])
    held = block["value"]
    if way is None:
        return block
    if callable(way):
        return {**block, "value": way(held or "", language)}
    changed = {name: put(held[name], language) for name, put in way.items() if held.get(name)}
    return {**block, "value": {**held, **changed}}
