"""Hold what was read: a draft of frozen suggestions, each with its span, rule and strength."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dateline.intake.reading.sources.source import Source
from dateline.intake.reading.sources.spans import Span, Strength

Basis = Literal["stated", "year_inferred", "relative", "inherited"]
Kind = Literal["person", "organisation", "government", "outlet", "group", "unnamed"]
Role = Literal["event", "as_of", "since", "deadline"]
Act = Literal["asserts", "says", "confirms", "denies", "declines", "urges"]
Modality = Literal["claimed", "declined", "own"]
Form = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedPart:
    """A suggestion: where it stands, which rule made it, how sure that rule is."""

    span: Span
    rule: str
    version: int = 1
    strength: Strength = "likely"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedText(DraftedPart):
    """A piece of the page taken as it stands: headline, label, lead, tag; one line of it."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedTime(DraftedPart):
    """When the page says that it was published: local time of the page unless a zone stands."""

    edtf: str
    weekday: str | None = None
    weekday_agrees: bool | None = None
    zone: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedMention:
    """One who says or passes on: the words used here, and whom they are taken to name."""

    span: Span
    name: str
    kind: Kind
    description: str = ""
    resolved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedProvenance(DraftedPart):
    """Who said it to whom, in which programme, on which outlet."""

    kind: str
    speaker: Span | None = None
    description: Span | None = None
    interviewer: Span | None = None
    programme: Span | None = None
    outlet: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedQuote(DraftedPart):
    """Words between marks: the span holds the marks, the text does not."""

    text: Span
    kind: Literal["direct", "partial", "nested", "scare", "heading", "turn"]
    speaker: str | None = None
    mention: Span | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedParagraph(DraftedPart):
    """One block of the article's body, in order."""

    kind: Literal[
        "paragraph", "quote_paragraph", "subheading", "chronology_paragraph", "provenance"
    ]
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedDate:
    """An EDTF date with the words that gave it (none when it was taken over)."""

    edtf: str | None
    basis: Basis
    role: Role = "event"
    expression: Span | None = None
    weekday_agrees: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedStatement(DraftedPart):
    """One source's utterance: its content apart from the clause that attributes it."""

    content: tuple[Span, ...]
    attribution: Span | None = None
    cue: Span | None = None
    sources: tuple[DraftedMention, ...] = ()
    via: tuple[DraftedMention, ...] = ()
    form: Form = "indirect"
    act: Act = "says"
    modality: Modality = "claimed"
    hedges: tuple[Span, ...] = ()
    stale: tuple[Span, ...] = ()
    when: DraftedDate | None = None
    holds_until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedEntry(DraftedPart):
    """One dated paragraph and the statements in it, in order."""

    date: DraftedDate
    statements: tuple[DraftedStatement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedLine(DraftedPart):
    """One line of a newsfeed: the span is its headline."""

    headline: str
    time: Span
    edtf: str | None
    label: DraftedText | None = None
    days: tuple[Span, ...] = ()
    text: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedDefect(DraftedPart):
    """Something wrong with the page that an editor should see."""

    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything that the rules suggest for one source."""

    source: Source
    language: str
    site_name: DraftedText | None = None
    label: DraftedText | None = None
    headline: DraftedText | None = None
    published: DraftedTime | None = None
    lead: DraftedText | None = None
    byline: DraftedText | None = None
    provenance: DraftedProvenance | None = None
    body: tuple[DraftedParagraph, ...] = ()
    quotes: tuple[DraftedQuote, ...] = ()
    chronology: Span | None = None
    entries: tuple[DraftedEntry, ...] = ()
    statements: tuple[DraftedStatement, ...] = ()
    newsfeed: tuple[DraftedLine, ...] = ()
    tags: tuple[DraftedText, ...] = ()
    related: tuple[DraftedText, ...] = ()
    defects: tuple[DraftedDefect, ...] = field(default=())
