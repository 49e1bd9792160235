"""Typesetting on save: one kind of quotation mark and of dash, whatever was typed or pasted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import StreamValue

from dateline.lib.text import plain

from . import registry


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
    kind = registry.kind(block["type"])
    return {**block, "value": kind.typeset(block["value"], language)} if kind else block


def texts_of(stored: Any) -> Iterator[str]:
    """Yield the plain words of a stored body, one after the other; keys are not told apart."""
    if isinstance(stored, str):
        yield plain(stored)
    elif isinstance(stored, dict):
        for value in stored.values():
            yield from texts_of(value)
    elif isinstance(stored, list):
        for value in stored:
            yield from texts_of(value)
