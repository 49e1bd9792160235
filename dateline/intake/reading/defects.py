"""List what is wrong with a page, for an editor to mend before it is published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline.intake.reading.days.dayline import day_of
from dateline.intake.reading.draft import Draft, DraftedDefect, DraftedMention, DraftedStatement
from dateline.intake.reading.layout import Layout
from dateline.intake.reading.prose import PreparedParagraph
from dateline.intake.reading.rule_pack import RulePack, either, words
from dateline.intake.reading.sources.spans import Span, Strength, cut
from dateline.intake.reading.speech.quotations import span_with_marks
from dateline.intake.reading.speech.quotes import unclosed
from dateline.intake.reading.template_leaks import leak

_NO_BREAK = re.compile(r"[\u00a0\u202f\u2007]+")
_SMALL = frozenset(words("the, of, for, in, on, a, an, and, на, в, у, з, по"))


def find_defects(
    draft: Draft, layout: Layout, passages: Sequence[PreparedParagraph], pack: RulePack
) -> tuple[DraftedDefect, ...]:
    """Return all defects in the order of their places."""
    text = draft.source.text
    found = [
        *_leaks(layout, passages, text),
        *_empty(layout),
        *_marks(passages, text),
        *_dates(draft, layout),
        *_passives(draft),
        *_loaded(draft, passages, pack),
        *_two_names(draft),
        *_letters(draft),
    ]
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end, one.kind)))


def _defect(kind: str, span: Span, note: str = "", strength: Strength = "likely") -> DraftedDefect:
    return DraftedDefect(
        span=span, rule=kind.replace("_", "-"), strength=strength, kind=kind, note=note
    )


def _leaks(
    layout: Layout, passages: Sequence[PreparedParagraph], text: str
) -> Iterator[DraftedDefect]:
    for block in layout.leaks:
        yield _defect("template_leak", block.span, strength="sure")
    for passage in passages:
        place = leak(passage.block.text)
        if place:
            start = passage.span.start
            yield _defect("template_leak", cut(text, start + place[0], start + place[1]))


def _empty(layout: Layout) -> Iterator[DraftedDefect]:
    for block in layout.empty:
        yield _defect("empty_furniture", block.span, strength="sure")


def _marks(passages: Sequence[PreparedParagraph], text: str) -> Iterator[DraftedDefect]:
    for passage in passages:
        for pair in passage.pairs:
            span = span_with_marks(text, pair, passage.span.end)
            if pair.mixed and pair.depth == 1:
                yield _defect("mixed_quotation_marks", span, strength="sure")
            if pair.holds_same and pair.end is not None:
                yield _defect("nested_same_marks", span)
        for mark in unclosed(text, passage):
            yield _defect("unclosed_quotation_mark", mark)


def _dates(draft: Draft, layout: Layout) -> Iterator[DraftedDefect]:
    page = day_of(draft.published.edtf) if draft.published else None
    if draft.published and draft.published.weekday_agrees is False:
        yield _defect("weekday_disagrees", draft.published.span, strength="sure")
    first = layout.feed.first_day
    if page and first and layout.feed.first_day_span and (first - page).days > 1:
        note = (
            f"the newsfeed begins on {first.isoformat()}, {(first - page).days} days after the page"
        )
        yield _defect("feed_later_than_page", layout.feed.first_day_span, note, "sure")
    for entry in draft.entries:
        if entry.date.weekday_agrees is False and entry.date.expression:
            yield _defect("weekday_disagrees", entry.date.expression, strength="sure")


def _passives(draft: Draft) -> Iterator[DraftedDefect]:
    for statement in _statements(draft):
        if statement.rule == "impersonal" and statement.attribution:
            yield _defect("unattributed_passive", statement.attribution, strength="sure")


def _statements(draft: Draft) -> Iterator[DraftedStatement]:
    for entry in draft.entries:
        yield from entry.statements
    yield from draft.statements


@lru_cache
def _loaded_words(pack: RulePack) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){either(pack.loaded)}(?!\w)" if pack.loaded else r"(?!)", re.IGNORECASE
    )


def _loaded(
    draft: Draft, passages: Sequence[PreparedParagraph], pack: RulePack
) -> Iterator[DraftedDefect]:
    """Find loaded words outside quotation marks."""
    text, pattern = draft.source.text, _loaded_words(pack)
    for passage in passages:
        quoted = [(pair.start, pair.end) for pair in passage.pairs if pair.end is not None]
        for match in pattern.finditer(text, passage.span.start, passage.span.end):
            if not any(start < match.start() < end for start, end in quoted):
                yield _defect(
                    "loaded_word_in_own_voice", cut(text, *match.span()), strength="guess"
                )


def _two_names(draft: Draft) -> Iterator[DraftedDefect]:
    """Find one body under two names: the same words but for order, ending and small words."""
    seen: dict[frozenset[str], DraftedMention] = {}
    for statement in _statements(draft):
        for mention in (*statement.sources, *statement.via):
            stems = frozenset(
                _stem(word) for word in mention.name.casefold().split() if word not in _SMALL
            )
            if mention.kind == "person" or len(stems) < 3:
                continue
            first = seen.setdefault(stems, mention)
            if _key(first) != _key(mention):
                yield _defect("two_names_for_one_body", mention.span, f"also called {first.name}")


def _key(mention: DraftedMention) -> str:
    return mention.name.casefold().removeprefix("the ")


def _stem(word: str) -> str:
    word = word.strip(".,'’")
    for ending, instead in (("ies", "y"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + instead
    return word


def _letters(draft: Draft) -> Iterator[DraftedDefect]:
    text = draft.source.text
    stretches = [Span(0, len(text), text)]
    if draft.source.media_type == "text/html":
        stretches = [one.span for one in (draft.headline, draft.lead) if one]
    for stretch in stretches:
        for match in _NO_BREAK.finditer(text, stretch.start, stretch.end):
            yield _defect("no_break_space", cut(text, *match.span()), strength="sure")
    if draft.source.replaced:
        place = text.find("\ufffd")
        note = f"{draft.source.replaced} places could not be decoded as {draft.source.encoding}"
        yield _defect("undecodable_bytes", cut(text, place, place + 1), note, "sure")
