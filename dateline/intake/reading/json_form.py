"""Write a draft as plain JSON values: what scripts, `dateline import --json` and scores take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.intake.reading.draft import (
    Draft,
    DraftedDate,
    DraftedEntry,
    DraftedLine,
    DraftedPart,
    DraftedQuote,
    DraftedStatement,
    DraftedText,
    DraftedTime,
)
from dateline.intake.reading.sources.spans import Span

FORMAT = "dateline-draft/1"
SAID = ("direct", "partial", "turn")


def as_score(draft: Draft) -> dict[str, Any]:
    """Return the draft in the form of docs/reference/import.md, offsets in code points."""
    return {
        "format": FORMAT,
        "source": _source(draft),
        "page": _page(draft),
        "provenance": provenance(draft),
        "body": [{**_mark(one), "kind": one.kind, "speaker": one.speaker} for one in draft.body],
        "newsfeed": [item(one) for one in draft.newsfeed],
        "chronology": _span(draft.chronology),
        "entries": [_entry(one) for one in draft.entries],
        "statements": list(_statements(draft)),
        "quotes": [quote(one) for one in draft.quotes if one.kind in SAID],
        "other_quotes": [quote(one) for one in draft.quotes if one.kind not in SAID],
        "tags": [_wording(one) for one in draft.tags],
        "related": [_wording(one) for one in draft.related],
        "defects": [{**_mark(one), "kind": one.kind, "note": one.note} for one in draft.defects],
    }


def _source(draft: Draft) -> dict[str, Any]:
    source = draft.source
    return {
        "name": source.name,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "sha256": source.sha256,
        "characters": len(source.text),
        "language": draft.language,
        "title": source.title,
        "url": source.url,
    }


def _page(draft: Draft) -> dict[str, Any]:
    fields = ("site_name", "label", "headline", "lead", "byline")
    found: dict[str, DraftedText | None] = {name: getattr(draft, name) for name in fields}
    page: dict[str, Any] = {name: one.value if one else None for name, one in found.items()}
    page["published"] = draft.published.edtf if draft.published else None
    page["zone"] = draft.published.zone if draft.published else None
    page["weekday_agrees"] = draft.published.weekday_agrees if draft.published else None
    marks: dict[str, DraftedPart | None] = {**found, "published": draft.published}
    page["marks"] = {name: _mark(one) for name, one in marks.items() if one}
    return page


def provenance(draft: Draft) -> dict[str, Any] | None:
    """Return who said it to whom, in which programme, or None."""
    found = draft.provenance
    if found is None:
        return None
    parts = ("speaker", "description", "interviewer", "programme", "outlet")
    return {
        **_mark(found),
        "kind": found.kind,
        **{part: _span(getattr(found, part)) for part in parts},
    }


def published(found: DraftedTime) -> dict[str, Any]:
    """Return when the page says it was published."""
    return {
        "edtf": found.edtf,
        "zone": found.zone,
        "weekday": found.weekday,
        "weekday_agrees": found.weekday_agrees,
    }


def _mark(found: DraftedPart) -> dict[str, Any]:
    return {
        "start": found.span.start,
        "end": found.span.end,
        "exact": found.span.exact,
        "rule": found.rule,
        "rule_version": found.version,
        "strength": found.strength,
    }


def _span(span: Span | None) -> dict[str, Any] | None:
    return {"start": span.start, "end": span.end, "exact": span.exact} if span else None


def _wording(found: DraftedText) -> dict[str, Any]:
    return {**_mark(found), "value": found.value}


def item(found: DraftedLine) -> dict[str, Any]:
    """Return one line of the newsfeed."""
    label = found.label.value if found.label else None
    return {
        **_mark(found),
        "edtf": found.edtf,
        "time": found.time.exact,
        "label": label,
        "headline": found.headline,
        "text": [span.exact for span in found.text],
    }


def when(given: DraftedDate) -> dict[str, Any]:
    """Return a date with its basis and its words."""
    return {
        "edtf": given.edtf or "",
        "basis": given.basis,
        "role": given.role,
        "expression": _span(given.expression),
        "weekday_agrees": given.weekday_agrees,
    }


def _entry(entry: DraftedEntry) -> dict[str, Any]:
    return {
        **_mark(entry),
        **when(entry.date),
        "statements": [statement(one) for one in entry.statements],
    }


def _statements(draft: Draft) -> Iterator[dict[str, Any]]:
    for entry in draft.entries:
        yield from (statement(one) for one in entry.statements)
    yield from (statement(one) for one in draft.statements)


def statement(one: DraftedStatement) -> dict[str, Any]:
    """Return one statement with its source."""
    source = one.sources[0] if one.sources else None
    via = one.via[0] if one.via else None
    return {
        **_mark(one),
        "content": [_span(span) for span in one.content],
        "attribution": _span(one.attribution),
        "cue": _span(one.cue),
        "source": source.span.exact if source else None,
        "speaker": source.name if source else None,
        "speaker_kind": source.kind if source else None,
        "speaker_description": source.description if source else None,
        "stands_in": source.resolved if source else False,
        "source_span": _span(source.span) if source else None,
        "via": via.span.exact if via else None,
        "via_name": via.name if via else None,
        "via_kind": via.kind if via else None,
        "via_span": _span(via.span) if via else None,
        "form": one.form,
        "act": one.act,
        "modality": one.modality,
        "hedges": [_span(span) for span in one.hedges],
        "stale": [_span(span) for span in one.stale],
        "when": when(one.when) if one.when else None,
        "holds_until": one.holds_until,
    }


def quote(given: DraftedQuote) -> dict[str, Any]:
    """Return one quotation; start and end are those of the words without the marks."""
    return {
        **_mark(given),
        "start": given.text.start,
        "end": given.text.end,
        "exact": given.text.exact,
        "with_marks": _span(given.span),
        "kind": given.kind,
        "speaker": given.speaker,
        "mention": _span(given.mention),
        "cue": _span(given.cue),
    }
