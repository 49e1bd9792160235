"""Spread a draft into single offers: what an editor accepts, changes or rejects one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.intake.reading import json_form
from dateline.intake.reading.draft import Draft, DraftedPart, DraftedText
from dateline.intake.reading.packs import packs
from dateline.intake.reading.sources.spans import Strength, fold


@dataclass(frozen=True, slots=True)
class Offer:
    """One suggestion as plain values; start and end are code points of the source's text."""

    kind: str
    payload: dict[str, Any]
    start: int
    end: int
    rule: str
    version: int
    strength: Strength


def offers(draft: Draft) -> list[Offer]:
    """Return every suggestion of a draft in the order of its places."""
    found = [
        *_head(draft),
        *_body(draft),
        *_chronology(draft),
        *(_offer("feed_item", one, json_form.item(one), draft) for one in draft.newsfeed),
        *(_offer("tag", one, {"value": one.value}, draft) for one in draft.tags),
        *(
            _offer("defect", one, {"kind": one.kind, "note": one.note}, draft)
            for one in draft.defects
        ),
    ]
    return sorted(found, key=lambda one: (one.start, -one.end, one.kind))


def _offer(kind: str, found: DraftedPart, payload: dict[str, Any], draft: Draft) -> Offer:
    label = payload.get("label") or (payload.get("value") if kind == "label" else None)
    if label:
        payload = {**payload, "code": label_code(label, draft.language)}
    return Offer(
        kind=kind,
        payload=payload,
        start=found.span.start,
        end=found.span.end,
        rule=found.rule,
        version=found.version,
        strength=found.strength,
    )


def label_code(printed: str, language: str) -> str:
    """Return the code of a printed label ("Exclusive" -> "exclusive"), "" for an unknown one."""
    pack = packs().get(language)
    return pack.labels.get(fold(printed), "") if pack else ""


def _head(draft: Draft) -> Iterator[Offer]:
    lines: tuple[tuple[str, DraftedText | None], ...] = (
        ("site_name", draft.site_name),
        ("label", draft.label),
        ("headline", draft.headline),
        ("lead", draft.lead),
    )
    for kind, found in lines:
        if found:
            yield _offer(kind, found, {"value": found.value}, draft)
    if draft.published:
        yield _offer("published", draft.published, json_form.published(draft.published), draft)
    if draft.provenance:
        yield _offer("provenance", draft.provenance, json_form.provenance(draft) or {}, draft)


def _body(draft: Draft) -> Iterator[Offer]:
    for one in draft.body:
        kind = "subheading" if one.kind == "subheading" else "paragraph"
        yield _offer(kind, one, {"kind": one.kind, "speaker": one.speaker}, draft)
    for quote in draft.quotes:
        if quote.kind in json_form.SAID:
            yield _offer("quote", quote, json_form.quote(quote), draft)


def _chronology(draft: Draft) -> Iterator[Offer]:
    """Offer entries and statements; a statement names the place of its entry."""
    run = draft.chronology
    for entry in draft.entries:
        inside = run is not None and run.covers(entry.span)
        yield _offer("entry", entry, {**json_form.when(entry.date), "chronology": inside}, draft)
        for one in entry.statements:
            payload = {**json_form.statement(one), "entry": entry.span.start}
            yield _offer("statement", one, payload, draft)
    for one in draft.statements:
        yield _offer("statement", one, {**json_form.statement(one), "entry": None}, draft)
