"""Name a stretch of a source text by its code points, with the characters it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Strength = Literal["sure", "likely", "guess"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open offsets in Unicode code points, and the text that stands there."""

    start: int
    end: int
    exact: str

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


def cut(text: str, start: int, end: int) -> Span:
    """Take text[start:end] as a span."""
    return Span(start, end, text[start:end])


def trim(text: str, start: int, end: int) -> Span:
    """Take text[start:end] as a span, without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end, text[start:end])


def fold(words: str) -> str:
    """Reduce words to one case and single spaces, for comparing."""
    return " ".join(words.split()).casefold()
