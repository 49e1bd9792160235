"""Divide a plain text into blocks: a line each, or a paragraph where lines were wrapped."""

from __future__ import annotations

import re

from dateline.intake.reading.sources.source import SourceBlock
from dateline.intake.reading.sources.spans import Span, trim

_LINE = re.compile(r"[^\r\n\u2028\u2029\x85\f]+")
_TIME = re.compile(r"\s*\d{1,2}[:.]\d{2}\b")
NARROW, WIDE = 45, 100


def divide_text(text: str) -> tuple[SourceBlock, ...]:
    """Return the blocks of a text, in order; empty lines only part them."""
    groups = _groups(text)
    hard = any(_wrapped([span.exact for _, span in group]) for group in groups)
    return tuple(
        SourceBlock(span=span, number=number)
        for group in groups
        for number, span in (_join(text, group) if hard else group)
    )


def _groups(text: str) -> list[list[tuple[int, Span]]]:
    """Collect neighbouring lines; an empty line ends a group."""
    groups: list[list[tuple[int, Span]]] = []
    number, seen, last = 1, 0, -2
    for match in _LINE.finditer(text):
        between = text[seen : match.start()]
        number += between.count("\n") + between.count("\r") - between.count("\r\n")
        seen = match.end()
        span = trim(text, match.start(), match.end())
        if not span.exact:
            continue
        if number != last + 1 or not groups:
            groups.append([])
        groups[-1].append((number, span))
        last = number
    return groups


def _join(text: str, group: list[tuple[int, Span]]) -> list[tuple[int, Span]]:
    """Make one paragraph of lines that a mailer or a wire has wrapped."""
    if not _even([span.exact for _, span in group]):
        return group
    number, first = group[0]
    return [(number, trim(text, first.start, group[-1][1].end))]


def _even(lines: list[str]) -> bool:
    """Ask whether lines could be one wrapped paragraph: full but for the last, none a time."""
    if len(lines) < 2 or any(_TIME.match(line) for line in lines):
        return False
    return all(NARROW <= len(line) <= WIDE for line in lines[:-1])


def _wrapped(lines: list[str]) -> bool:
    """Ask whether lines were wrapped for certain: most go on in the middle of a sentence."""
    flowing = sum(1 for line in lines[1:] if line[0].islower() or line[0].isdigit())
    return (
        _even(lines)
        and flowing * 2 >= len(lines) - 1
        and any(line[-1] not in '.!?:”»"' for line in lines[:-1])
    )
