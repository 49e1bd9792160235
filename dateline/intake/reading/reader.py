"""Put the rules together: a source in, a draft out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.intake.reading.chronology import (
    DatedParagraph,
    chronology,
    chronology_span,
    entries,
    sections,
    stray_entries,
)
from dateline.intake.reading.defects import find_defects
from dateline.intake.reading.draft import (
    Draft,
    DraftedEntry,
    DraftedMention,
    DraftedParagraph,
    DraftedProvenance,
    DraftedQuote,
    DraftedStatement,
)
from dateline.intake.reading.layout import Layout, lay_out, page_day
from dateline.intake.reading.packs import pack_for
from dateline.intake.reading.prose import PreparedParagraph, prepare
from dateline.intake.reading.rule_pack import RulePack
from dateline.intake.reading.sources.source import Source, SourceBlock
from dateline.intake.reading.speech.mentions import Cast
from dateline.intake.reading.speech.provenance import find_provenance
from dateline.intake.reading.speech.quotes import read_quotes, read_turns
from dateline.intake.reading.speech.statements import read_statements


@dataclass
class Spoken:
    """What the body's paragraphs say, by the number of their block."""

    statements: dict[int, list[DraftedStatement]] = field(default_factory=dict)
    quotes: dict[int, list[DraftedQuote]] = field(default_factory=dict)


def draft_of(source: Source) -> Draft:
    """Read a source by the rules of its language."""
    pack = pack_for(source.text, source.language)
    layout = lay_out(source, pack)
    rows = [*_lead_rows(source, layout), *layout.body]
    _, passages = prepare(source.text, rows, pack)
    provenance = find_provenance(source.text, [one for one in passages if one.kind != "lead"], pack)
    passages = [_marked(one, provenance) for one in passages]
    cast = _cast(provenance, pack)
    spoken = _listen(source.text, passages, cast)
    head = layout.header
    draft = Draft(
        source=source,
        language=pack.code if pack.code != "und" else source.language or "und",
        site_name=head.site_name,
        label=head.label,
        headline=head.headline,
        published=head.published,
        lead=head.lead,
        byline=head.byline,
        provenance=provenance,
        newsfeed=layout.feed.items,
        tags=tuple(layout.tags),
        related=tuple(layout.related),
    )
    draft = _with_body(draft, passages, spoken, pack)
    draft = _with_chronology(draft, layout, passages, spoken, pack)
    return replace(draft, defects=find_defects(draft, layout, passages, pack))


def _lead_rows(source: Source, layout: Layout) -> list[tuple[SourceBlock, str]]:
    lead = layout.header.lead
    return [
        (block, "lead")
        for block in source.blocks
        if lead and block.span == lead.span and block.tag != "meta"
    ]


def _marked(passage: PreparedParagraph, provenance: DraftedProvenance | None) -> PreparedParagraph:
    """Set the paragraph of the provenance apart: it says where the words come from."""
    if provenance and passage.span == provenance.span:
        return replace(passage, kind="provenance")
    return passage


def _cast(provenance: DraftedProvenance | None, pack: RulePack) -> Cast:
    """Begin with the person the page says was interviewed."""
    cast = Cast(pack)
    if provenance and provenance.speaker:
        about = provenance.description.exact if provenance.description else ""
        speaker = DraftedMention(
            span=provenance.speaker, name=provenance.speaker.exact, kind="person", description=about
        )
        cast.host = cast.meet(speaker)
    return cast


def _listen(text: str, passages: Sequence[PreparedParagraph], cast: Cast) -> Spoken:
    spoken = Spoken()
    for passage in passages:
        if passage.kind == "provenance":
            continue
        found = list(read_statements(text, passage, cast))
        number = passage.block.number
        spoken.statements[number] = found
        spoken.quotes[number] = read_quotes(text, passage, found, cast)
    return spoken


def _with_body(
    draft: Draft, passages: Sequence[PreparedParagraph], spoken: Spoken, pack: RulePack
) -> Draft:
    body = [one for one in passages if one.kind not in ("lead", "dayhead")]
    turns = {one.span.start: one for one in read_turns(draft.source.text, body, pack)}
    quotes = [quote for one in passages for quote in spoken.quotes.get(one.block.number, ())]
    if turns:
        quotes = [quote for quote in quotes if quote.kind != "direct"] + list(turns.values())
    paragraphs = [
        _paragraph(
            one,
            [*filter(None, (turns.get(one.span.start),)), *spoken.quotes.get(one.block.number, ())],
        )
        for one in body
    ]
    quotes.sort(key=lambda quote: quote.span.start)
    return replace(draft, body=tuple(paragraphs), quotes=tuple(quotes))


def _paragraph(passage: PreparedParagraph, quotes: Sequence[DraftedQuote]) -> DraftedParagraph:
    said = [quote for quote in quotes if quote.kind in ("direct", "turn")]
    length = sum(len(quote.text.exact) for quote in said)
    spoken = bool(said) and length * 2 > len(passage.span.exact)
    kind = "quote_paragraph" if spoken else passage.kind
    return DraftedParagraph(
        span=passage.span,
        rule=f"body-{kind.replace('_', '-')}",
        kind=kind,  # type: ignore[arg-type]
        speaker=said[0].speaker if spoken else None,
    )


def _with_chronology(
    draft: Draft,
    layout: Layout,
    passages: Sequence[PreparedParagraph],
    spoken: Spoken,
    pack: RulePack,
) -> Draft:
    """Date the chronologies; what stands outside them keeps its attributed statements only."""
    page = page_day(layout)
    speeches = {one.span.start for one in draft.body if one.kind == "quote_paragraph"}
    runs = [run for section in sections(passages, pack) if (run := chronology(section))]
    inside = {one.passage.block.number for run in runs for one in run}
    outside = [one for one in passages if one.block.number not in inside]
    plain = [one for one in outside if one.span.start not in speeches]
    for number in spoken.statements.keys() - inside:
        spoken.statements[number] = [one for one in spoken.statements[number] if _reported(one)]
    found = [entry for run in runs for entry in entries(run, spoken.statements, page)]
    stray = [] if runs else stray_entries(plain, spoken.statements, page)
    dated = {entry.span.start for entry in stray}
    rest = [
        statement
        for one in outside
        if one.span.start not in dated
        for statement in spoken.statements.get(one.block.number, ())
    ]
    return replace(
        draft,
        body=_mark_chronology(draft, runs),
        chronology=chronology_span(draft.source.text, runs),
        entries=tuple(sorted((*found, *stray), key=_start)),
        statements=tuple(rest),
    )


def _start(entry: DraftedEntry) -> int:
    return entry.span.start


def _reported(statement: DraftedStatement) -> bool:
    return statement.act != "asserts" and statement.form != "direct"


def _mark_chronology(
    draft: Draft, runs: Sequence[Sequence[DatedParagraph]]
) -> tuple[DraftedParagraph, ...]:
    starts = {one.passage.span.start for run in runs for one in run}
    return tuple(
        replace(one, kind="chronology_paragraph") if one.span.start in starts else one
        for one in draft.body
    )
