"""Find the sentence that says who said it, to whom, in which programme, on which outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dateline.intake.reading.draft import DraftedProvenance
from dateline.intake.reading.prose import PreparedParagraph
from dateline.intake.reading.rule_pack import CAPITALS, RulePack, either
from dateline.intake.reading.sources.spans import Span, cut, trim

_UPPER = CAPITALS
_NAME = rf"[{_UPPER}][\w.'’ʼ-]{{1,30}}(?:\s[{_UPPER}][\w.'’ʼ-]{{1,30}}){{1,3}}"
_PLAIN = rf"[{_UPPER}0-9][\w'’-]{{0,30}}(?:\s[{_UPPER}0-9][\w'’-]{{0,30}}){{0,4}}"
_TITLE = rf"(?:[«“\"](?P<quoted>[^»”\"\n]{{2,60}})[»”\"]|(?P<plain>{_PLAIN}))"
_END = r"(?=[.,\s]|$)"
_ABOUT = r"[^,.;:]{3,120}(?:,\s[^\W\d_" + _UPPER + r"][^,.;:]{3,80})?"
_SPEAKER = re.compile(rf"(?P<name>{_NAME})(?:,\s(?P<about>{_ABOUT}),)?\s$")
_SPEAKER_AFTER = re.compile(rf"\s(?P<about>[^\W\d_{_UPPER}][^,.;:]{{3,100}}\s)?(?P<name>{_NAME})")


@lru_cache
def _cue(pack: RulePack) -> re.Pattern[str] | None:
    return (
        re.compile(rf"(?<!\w){either(pack.provenance)}", re.IGNORECASE) if pack.provenance else None
    )


@lru_cache
def _patterns(pieces: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Compile patterns of a pack, with what is alike in all languages in its places."""
    alike = {"{name}": _NAME, "{title}": _TITLE, "{end}": _END}
    made = []
    for piece in pieces:
        for place, pattern in alike.items():
            piece = piece.replace(place, pattern)
        made.append(re.compile(piece))
    return tuple(made)


def find_provenance(
    text: str, passages: Sequence[PreparedParagraph], pack: RulePack
) -> DraftedProvenance | None:
    """Return the provenance that one of the body's first paragraphs states, if any."""
    cue = _cue(pack)
    for passage in passages[:12] if cue else ():
        span = passage.span
        match = cue.search(text, span.start, span.end) if cue and len(span.exact) <= 600 else None
        kind = _kind_of(span.exact, pack)
        found = _compose(text, span, match, kind, pack) if match and kind else None
        if found:
            return found
    return None


def _kind_of(sentence: str, pack: RulePack) -> str | None:
    for kind, pattern in pack.occasions.items():
        if re.search(pattern, sentence, re.IGNORECASE):
            return kind
    return None


def _compose(
    text: str, span: Span, cue: re.Match[str], kind: str, pack: RulePack
) -> DraftedProvenance | None:
    before = _SPEAKER.search(text, span.start, cue.start())
    after = None if before else _SPEAKER_AFTER.match(text, cue.end(), span.end)
    speaker = before or after
    if speaker is None:
        return None
    asked = _interviewer(text, (cue.end(), span.end), speaker, pack)
    called, about = _without_role(text, speaker, pack)
    return DraftedProvenance(
        span=span,
        rule="said-this-in",
        strength="sure" if before and asked else "likely",
        kind=kind,
        speaker=called,
        description=_group(text, speaker, "about") or about,
        interviewer=asked,
        programme=_title(text, (cue.start(), span.end), pack.programmes),
        outlet=_title(text, (cue.start(), span.end), pack.on_outlets),
    )


def _without_role(text: str, speaker: re.Match[str], pack: RulePack) -> tuple[Span, Span | None]:
    """Part a role from the name it stands before: "Pilot Ana Prew"."""
    start, end = speaker.span("name")
    first = speaker["name"].split()[0]
    if len(speaker["name"].split()) > 2 and first.casefold() in pack.roles:
        return trim(text, start + len(first), end), cut(text, start, start + len(first))
    return cut(text, start, end), None


def _interviewer(
    text: str, place: tuple[int, int], speaker: re.Match[str], pack: RulePack
) -> Span | None:
    for pattern in _patterns(pack.asked_by):
        for match in pattern.finditer(text, *place):
            group = "name" if match["name"] else "host"
            if match[group] != speaker["name"]:
                return _group(text, match, group)
    return None


def _title(text: str, place: tuple[int, int], pieces: tuple[str, ...]) -> Span | None:
    for pattern in _patterns(pieces):
        match = pattern.search(text, *place)
        if match:
            return _group(text, match, "quoted" if match["quoted"] else "plain")
    return None


def _group(text: str, match: re.Match[str], name: str) -> Span | None:
    if match[name] is None:
        return None
    start, end = match.span(name)
    while end > start and text[end - 1].isspace():
        end -= 1
    return cut(text, start, end)
