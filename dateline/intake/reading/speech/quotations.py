"""Match quotation marks by position, straight and curly alike, with a stack."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.intake.reading.sources.spans import Span

STRAIGHT = '"'
OPENING = "“„«‟"
CLOSING = "”»‟"
DEEPEST = 8
_BEFORE_OPEN = "([{—–-/:"
_AFTER_CLOSE = ".,;:!?)]}—–-…/"
BLANK = "\ue000"


@dataclass(frozen=True, slots=True)
class Marked:
    """One pair of marks: positions of both; end is None when nothing closes it.

    depth: 1 for an outer pair. mixed: opened and closed by different kinds of marks.
    """

    start: int
    end: int | None
    depth: int
    mixed: bool = False
    holds_same: bool = False


def pair_marks(text: str, start: int, end: int) -> list[Marked]:
    """Return the pairs in text[start:end] in the order in which they open."""
    stack: list[list[int]] = []
    found: list[Marked] = []
    for place in range(start, end):
        letter = text[place]
        if letter != STRAIGHT and letter not in OPENING and letter not in CLOSING:
            continue
        opens = _opens(text, place, (start, end), bool(stack))
        if opens and len(stack) < DEEPEST:
            if stack and text[stack[-1][0]] == letter == STRAIGHT:
                stack[-1][1] = 1
            stack.append([place, 0])
        elif opens is False and stack:
            begin, same = stack.pop()
            mixed = _kind(text[begin]) != _kind(letter)
            found.append(Marked(begin, place, len(stack) + 1, mixed, bool(same)))
    found += [Marked(begin, None, depth) for depth, (begin, _) in enumerate(stack, 1)]
    return sorted(found, key=lambda pair: pair.start)


def _opens(text: str, place: int, bounds: tuple[int, int], inside: bool) -> bool | None:
    """Say whether a mark opens (True), closes (False) or is neither (None: inches, seconds)."""
    start, end = bounds
    letter = text[place]
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    if letter in "«„":
        return True
    if letter == "»":
        return False
    free_before = before.isspace() or before in _BEFORE_OPEN or before in OPENING
    free_after = after.isspace() or after in _AFTER_CLOSE or after in CLOSING or after == STRAIGHT
    if letter == "“":
        return not inside or not free_after
    if letter == "”":
        return False
    if free_before and not after.isspace():
        return True
    if inside and (free_after or not free_before):
        return False
    return None


def _kind(mark: str) -> str:
    return "straight" if mark == STRAIGHT else "angle" if mark in "«»" else "curly"


def quoted(pair: Marked, limit: int) -> tuple[int, int]:
    """Return the stretch between a pair's marks; to the limit when nothing closes it."""
    return pair.start + 1, pair.end if pair.end is not None else limit


def mask(text: str, pairs: list[Marked]) -> str:
    """Copy the text, blanking what stands between outer marks; offsets stay the same.

    A rule run on the copy never matches inside a quotation. The last point or comma inside
    the marks stays, for it may end the sentence around them. An unclosed pair hides nothing.
    pairs: of the whole text, in order.
    """
    pieces: list[str] = []
    at = 0
    for pair in pairs:
        if pair.depth != 1 or pair.start < at or pair.end is None:
            continue
        first, last = pair.start + 1, pair.end
        if last > first and text[last - 1] in ".,!?…":
            last -= 1
        pieces += [text[at:first], BLANK * (last - first)]
        at = last
    pieces.append(text[at:])
    return "".join(pieces)


def span_with_marks(text: str, pair: Marked, limit: int) -> Span:
    """Return the span of a pair with its marks."""
    last = limit if pair.end is None else pair.end + 1
    return Span(pair.start, last, text[pair.start : last])
