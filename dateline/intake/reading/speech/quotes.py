"""Give each quotation its kind and its speaker, from the statements around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.intake.reading.draft import DraftedMention, DraftedQuote, DraftedStatement
from dateline.intake.reading.prose import PreparedParagraph
from dateline.intake.reading.rule_pack import RulePack
from dateline.intake.reading.sources.spans import Span, Strength, cut, fold
from dateline.intake.reading.speech.mentions import Cast
from dateline.intake.reading.speech.quotations import CLOSING, Marked, span_with_marks

FEWEST_WORDS = 4
_TURN = re.compile(
    r"(?P<name>[^\W\d_a-zа-яіїєґ][\w.'’-]{0,30}(?:\s[^\W\d_a-zа-яіїєґ][\w.'’-]{1,30}){0,2})\s?:\s(?=\S)"
)


def read_quotes(
    text: str, passage: PreparedParagraph, statements: Sequence[DraftedStatement], cast: Cast
) -> list[DraftedQuote]:
    """Return the quotations of one paragraph, nested ones marked as such."""
    found: list[DraftedQuote] = []
    for pair in passage.pairs:
        span = span_with_marks(text, pair, passage.span.end)
        if pair.end is None and not (pair.depth == 1 and pair.start == passage.span.start):
            continue
        quote = _quote(text, passage, (pair, span), statements, cast)
        if quote and quote.text.exact.strip():
            found.append(quote)
    return found


def _quote(
    text: str,
    passage: PreparedParagraph,
    place: tuple[Marked, Span],
    statements: Sequence[DraftedStatement],
    cast: Cast,
) -> DraftedQuote | None:
    pair, span = place
    inner = cut(text, span.start + 1, span.end - (1 if pair.end is not None else 0))
    if pair.depth > 1:
        return DraftedQuote(span=span, rule="nested-marks", text=inner, kind="nested")
    statement = _around(span, statements)
    if statement is None:
        return _alone(passage, span, inner, cast)
    mention = statement.sources[0] if statement.sources else None
    speaker = mention or (statement.via[0] if statement.via else None)
    whole = _stands_whole(inner, statement)
    return DraftedQuote(
        span=span,
        rule="quote-whole" if whole else "quote-in-statement",
        strength=_strength(speaker),
        text=inner,
        kind="direct" if whole else "partial",
        speaker=speaker.name if speaker and speaker.name else None,
        mention=speaker.span if speaker else None,
        cue=statement.cue,
    )


def _around(span: Span, statements: Sequence[DraftedStatement]) -> DraftedStatement | None:
    """Find the attributed statement that a quotation belongs to: it holds it, or leads to it."""
    attributed = [one for one in statements if one.act != "asserts"]
    for one in attributed:
        if any(
            content.start <= span.start and span.end <= content.end + 1 for content in one.content
        ):
            return one
    for one in attributed:
        end = max(one.attribution.end if one.attribution else 0, one.span.end)
        if 0 <= span.start - end <= 3:
            return one
    return None


def _stands_whole(inner: Span, statement: DraftedStatement) -> bool:
    """Tell a quotation that is a sentence of its own from words inside reported speech."""
    first = next((letter for letter in inner.exact if letter.isalnum()), "")
    words = statement.span
    opens = inner.start - 1 == words.start or inner.start > words.end
    return first.isupper() and (
        opens or statement.rule == "content-first" or statement.rule == "says"
    )


def _alone(passage: PreparedParagraph, span: Span, inner: Span, cast: Cast) -> DraftedQuote | None:
    """Read a quotation nobody is said to utter: a whole paragraph goes on speaking."""
    whole = span.start == passage.span.start and span.end >= passage.span.end - 1
    last = cast.people[-1] if cast.people else cast.host
    if whole and len(inner.exact.split()) >= FEWEST_WORDS and last:
        return DraftedQuote(
            span=span,
            rule="quote-goes-on",
            strength="guess",
            text=inner,
            kind="direct",
            speaker=last.name,
        )
    return DraftedQuote(
        span=span, rule="marks-in-own-voice", strength="guess", text=inner, kind="scare"
    )


def _strength(speaker: DraftedMention | None) -> Strength:
    if speaker is None or not speaker.name:
        return "guess"
    return "likely" if speaker.resolved else "sure"


def read_turns(
    text: str, passages: Sequence[PreparedParagraph], pack: RulePack
) -> list[DraftedQuote]:
    """Read an interview set as turns ("Name: words"): two names or more, four turns or more."""
    turns: list[tuple[PreparedParagraph, re.Match[str]]] = []
    for passage in passages:
        match = _TURN.match(text, passage.span.start, passage.span.end)
        if match and fold(match["name"]) not in (*pack.furniture, *pack.labels):
            turns.append((passage, match))
    names = {match["name"] for _, match in turns}
    if len(turns) < 4 or not 2 <= len(names) <= 4:
        return []
    return [
        DraftedQuote(
            span=passage.span,
            rule="interview-turn",
            text=cut(text, match.end(), passage.span.end),
            kind="turn",
            speaker=match["name"],
            mention=cut(text, *match.span("name")),
        )
        for passage, match in turns
    ]


def unclosed(text: str, passage: PreparedParagraph) -> list[Span]:
    """Return marks that nothing closes, save those of a speech that goes on in the next one."""
    return [
        cut(text, pair.start, pair.start + 1)
        for pair in passage.pairs
        if pair.end is None and pair.start != passage.span.start and text[pair.start] not in CLOSING
    ]
