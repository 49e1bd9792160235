"""Prepare the body for the rules: quotation marks paired, quotations blanked, dates found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.intake.reading.days.expressions import Expression, expressions
from dateline.intake.reading.rule_pack import RulePack
from dateline.intake.reading.sources.source import SourceBlock
from dateline.intake.reading.sources.spans import Span
from dateline.intake.reading.speech.clauses import Clause, make_clause
from dateline.intake.reading.speech.quotations import Marked, mask, pair_marks
from dateline.intake.reading.speech.sentences import sentences

LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class PreparedParagraph:
    """One paragraph with what the rules need of it, by offsets into the whole text."""

    block: SourceBlock
    kind: str
    pairs: tuple[Marked, ...] = ()
    dates: tuple[Expression, ...] = ()
    clauses: tuple[Clause, ...] = field(default=(), repr=False)

    @property
    def span(self) -> Span:
        return self.block.span


def prepare(
    text: str, body: Iterable[tuple[SourceBlock, str]], pack: RulePack
) -> tuple[str, list[PreparedParagraph]]:
    """Return the text with its quotations blanked, and the passages of the body.

    A paragraph too long for prose (20,000 characters) is kept, and left unread.
    """
    rows = list(body)
    pairs = {
        block.number: pair_marks(text, block.span.start, block.span.end)
        for block, _ in rows
        if len(block.text) <= LONGEST
    }
    masked = mask(text, [pair for block, _ in rows for pair in pairs.get(block.number, ())])
    return masked, [
        _passage(masked, block, kind, (pairs.get(block.number, []), pack)) for block, kind in rows
    ]


def _passage(
    masked: str, block: SourceBlock, kind: str, parts: tuple[list[Marked], RulePack]
) -> PreparedParagraph:
    pairs, pack = parts
    start, end = block.span.start, block.span.end
    if kind not in ("paragraph", "lead") or end - start > LONGEST:
        return PreparedParagraph(block, kind, tuple(pairs))
    dates = expressions(masked, start, end, pack)
    clauses = tuple(
        make_clause(masked, place, dates, pack) for place in sentences(masked, start, end, pack)
    )
    return PreparedParagraph(block, kind, tuple(pairs), tuple(dates), clauses)
