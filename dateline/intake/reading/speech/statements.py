"""Make statements of a paragraph's readings: who says, what exactly, how hedged, how old."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from dateline.intake.reading.days.dates import inherit, settle
from dateline.intake.reading.draft import (
    DraftedDate,
    DraftedMention,
    DraftedStatement,
    Form,
    Modality,
)
from dateline.intake.reading.prose import PreparedParagraph
from dateline.intake.reading.rule_pack import RulePack, either
from dateline.intake.reading.sources.spans import Span, Strength, cut, trim
from dateline.intake.reading.speech.attribution import Place, ReadAttribution, attributions
from dateline.intake.reading.speech.clauses import Clause
from dateline.intake.reading.speech.mentions import Cast, name, role_names
from dateline.intake.reading.speech.quotations import BLANK


def read_statements(
    text: str, passage: PreparedParagraph, cast: Cast
) -> Iterator[DraftedStatement]:
    """Yield a paragraph's statements in order, and let the cast meet who speaks.

    Dates of single statements are left to the chronology.
    """
    for clause in passage.clauses:
        readings = attributions(clause)
        for reading in readings:
            yield _statement(text, clause, reading, cast)


def _statement(text: str, clause: Clause, reading: ReadAttribution, cast: Cast) -> DraftedStatement:
    content = tuple(_content(text, place) for place in reading.content if place[1] > place[0])
    source = _mention(text, clause, reading.source, cast)
    via = _mention(text, clause, reading.via, cast)
    return DraftedStatement(
        span=cut(text, content[0].start, content[-1].end),
        rule=reading.rule,
        strength=_strength(reading, source),
        content=content,
        attribution=_place(text, reading.attribution),
        cue=_place(text, reading.cue),
        sources=(source,) if source else (),
        via=(via,) if via else (),
        form=_form(clause, reading),
        act=reading.act,  # type: ignore[arg-type]
        modality=_modality(reading),
        hedges=tuple(_matches(text, content, _words(cast.pack))),
        stale=tuple(_matches(text, content, _stale(cast.pack))),
    )


def _content(text: str, place: Place) -> Span:
    return trim(text, *place)


def _mention(text: str, clause: Clause, place: Place | None, cast: Cast) -> DraftedMention | None:
    if place is None:
        return None
    span = trim(text, *place)
    near = role_names(clause.masked, clause.start, span.start, cast.pack)
    nearest = name(near[-1], cast) if near else None
    found = name(span, cast, nearest if nearest and nearest.kind == "person" else None)
    if not found.resolved or nearest:
        cast.meet(found)
    return found


def _strength(reading: ReadAttribution, source: DraftedMention | None) -> Strength:
    """Return how sure a statement is: never sure where its source is a pronoun or missing."""
    if reading.rule == "own-voice":
        return "guess"
    if source is None or source.resolved or not source.name:
        return "likely" if source and source.name else "guess"
    return reading.strength


def _modality(reading: ReadAttribution) -> Modality:
    if reading.act == "asserts":
        return "own"
    return "declined" if reading.act == "declines" else "claimed"


def _form(clause: Clause, reading: ReadAttribution) -> Form:
    words = "".join(clause.masked[start:end] for start, end in reading.content)
    if BLANK not in words:
        return "indirect"
    alone = not any(letter.isalnum() for letter in words)
    return "direct" if alone and reading.rule in ("content-first", "says") else "mixed"


def _place(text: str, place: Place | None) -> Span | None:
    return cut(text, *place) if place else None


@lru_cache
def _words(pack: RulePack) -> re.Pattern[str]:
    return _any(tuple(re.escape(word) for word in pack.hedges))


@lru_cache
def _stale(pack: RulePack) -> re.Pattern[str]:
    return _any(pack.stale)


def _any(pieces: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(pieces)}(?!\w)" if pieces else r"(?!)", re.IGNORECASE)


def _matches(text: str, content: tuple[Span, ...], pattern: re.Pattern[str]) -> Iterator[Span]:
    for span in content:
        for match in pattern.finditer(text, span.start, span.end):
            yield cut(text, match.start(), match.end())


def with_times(
    statement: DraftedStatement,
    passage: PreparedParagraph,
    *,
    page: date | None,
    before: date | None,
) -> DraftedStatement:
    """Give a statement the time its own sentence opens with ("Later, …") and its deadline."""
    start = statement.attribution.start if statement.attribution else statement.span.start
    start = min(start, statement.span.start)
    clause = next((one for one in passage.clauses if one.start <= start < one.end), None)
    when: DraftedDate | None = None
    if clause and clause is not passage.clauses[0]:
        opening = next(iter(clause.openings), None)
        if opening and opening.shape in ("order", "meanwhile"):
            when = inherit(before, opening).when
        elif opening and opening.explicit:
            when = settle(opening, page=page, before=before).when
    return replace(statement, when=when, holds_until=_deadline(statement, passage, page))


def _deadline(
    statement: DraftedStatement, passage: PreparedParagraph, page: date | None
) -> str | None:
    for found in passage.dates:
        if found.role == "deadline" and found.explicit and statement.span.covers(found.span):
            return settle(found, page=page, before=None).when.edtf
    return None
