"""Find a page's chronology and date its paragraphs.

A chronology is a run of five or more paragraphs that open with a date and make up at least
half of it. Inside it an undated paragraph takes the date before, marked "~". Elsewhere only a
stated day makes an entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.intake.reading.days.calendar import CalendarDay
from dateline.intake.reading.days.dates import SettledDate, inherit, settle
from dateline.intake.reading.days.dayline import Dayline, read_dayline
from dateline.intake.reading.days.expressions import Expression
from dateline.intake.reading.draft import DraftedEntry, DraftedStatement
from dateline.intake.reading.prose import PreparedParagraph
from dateline.intake.reading.rule_pack import RulePack
from dateline.intake.reading.sources.spans import Span, cut
from dateline.intake.reading.speech.statements import with_times

FEWEST = 5


@dataclass(frozen=True, slots=True)
class DatedParagraph:
    """A paragraph and the day heading that stands over it, if one does."""

    passage: PreparedParagraph
    heading: Expression | None = None


def sections(passages: Sequence[PreparedParagraph], pack: RulePack) -> list[list[DatedParagraph]]:
    """Part the body at its subheadings and quote paragraphs; day headings date what follows."""
    found: list[list[DatedParagraph]] = [[]]
    heading: Expression | None = None
    for passage in passages:
        if passage.kind == "dayhead":
            line = read_dayline(passage.block.text, pack)
            heading = _heading(passage, line) if line else None
        elif passage.kind == "subheading":
            found.append([])
            heading = None
        elif passage.kind == "paragraph":
            found[-1].append(DatedParagraph(passage, heading))
            heading = None
    return [section for section in found if section]


def _heading(passage: PreparedParagraph, line: Dayline) -> Expression:
    day = CalendarDay(line.day.year, line.day.month, line.day.day)
    return Expression(passage.span, "day", first=day, weekday=line.weekday)


def chronology(section: Sequence[DatedParagraph]) -> Sequence[DatedParagraph]:
    """Return the run of a section that is a chronology; empty when there is none."""
    opens = [_opens(one) for one in section]
    dated = [number for number, how in enumerate(opens) if how]
    stated = [number for number, how in enumerate(opens) if how == "stated"]
    if not stated or len(dated) < FEWEST:
        return ()
    first = stated[0]
    last = len(section) if first == 0 else dated[-1] + 1
    run = section[first:last]
    if sum(1 for number in dated if number >= first) * 2 < len(run):
        return ()
    return run


def _opens(one: DatedParagraph) -> str:
    """Say how a paragraph opens: with a stated date, with an anaphor, or undated ("")."""
    if one.heading:
        return "stated"
    opening = _opening(one.passage)
    if opening is None:
        return ""
    return (
        "stated" if opening.explicit else "same" if opening.shape in ("same_day", "weekday") else ""
    )


def _opening(passage: PreparedParagraph) -> Expression | None:
    """Return the date that a paragraph's first clause opens with."""
    first = passage.clauses[0] if passage.clauses else None
    near = [one for one in passage.dates if one.span.start <= passage.span.start + 2]
    if near and near[0].role != "deadline":
        return near[0]
    return first.openings[0] if first and first.openings else None


def entries(
    run: Sequence[DatedParagraph], by_block: dict[int, list[DraftedStatement]], page: date | None
) -> list[DraftedEntry]:
    """Date the paragraphs of a chronology in order."""
    found: list[DraftedEntry] = []
    before: date | None = None
    for one in run:
        settled = _date(one, page, before)
        before = settled.day or before
        found.append(_entry(one.passage, settled, by_block, page))
    return found


def _date(one: DatedParagraph, page: date | None, before: date | None) -> SettledDate:
    """Choose a paragraph's date: its heading, its opening, a date in order within, else inherit."""
    if one.heading:
        return settle(one.heading, page=page, before=before)
    opening = _opening(one.passage)
    if opening and opening.shape not in ("meanwhile", "order"):
        return settle(opening, page=page, before=before)
    for found in one.passage.dates:
        if found.shape == "day" and found.role in ("event", "as_of", "since"):
            settled = settle(found, page=page, before=before)
            if settled.day and _in_order(settled.day, before, page):
                return replace(settled, strength="likely")
    return inherit(before, opening)


def _in_order(day: date, before: date | None, page: date | None) -> bool:
    return (before is None or day >= before) and (page is None or day <= page)


def _entry(
    passage: PreparedParagraph,
    settled: SettledDate,
    by_block: dict[int, list[DraftedStatement]],
    page: date | None,
) -> DraftedEntry:
    statements = tuple(
        with_times(one, passage, page=page, before=settled.day)
        for one in by_block.get(passage.block.number, ())
    )
    return DraftedEntry(
        span=passage.span,
        rule=f"entry-{settled.when.basis.replace('_', '-')}",
        strength=settled.strength,
        date=settled.when,
        statements=statements,
    )


def stray_entries(
    passages: Sequence[PreparedParagraph],
    by_block: dict[int, list[DraftedStatement]],
    page: date | None,
) -> list[DraftedEntry]:
    """Suggest an entry for a paragraph outside a chronology that states a day by its date."""
    found = []
    for passage in passages:
        stated = [one for one in passage.dates if one.shape == "day" and one.role == "event"]
        if passage.kind != "paragraph" or not stated:
            continue
        settled = settle(stated[0], page=page, before=None)
        if settled.when.edtf and (page is None or (settled.day or page) <= page):
            weak = replace(settled, strength="guess")
            found.append(_entry(passage, weak, by_block, page))
    return found


def chronology_span(text: str, runs: Sequence[Sequence[DatedParagraph]]) -> Span | None:
    """Return the stretch from the first chronology's start to the last one's end."""
    places = [one.passage.span for run in runs for one in run]
    return cut(text, places[0].start, places[-1].end) if places else None
