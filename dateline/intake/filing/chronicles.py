"""File a chronology: its story, its entries, their statements and who is behind them."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.chronology import actions as chronology
from dateline.chronology.choices import AttributionRole, Basis, DateRole, Form, SourceAct
from dateline.chronology.models import Attribution, Entry, Statement, StoryEntry
from dateline.intake.models import Suggestion
from dateline.lib.text import shorten
from dateline.stories.models import Story, StoryText

from . import names
from .case import Case

LIMIT = 600


def file_chronology(case: Case, *, title: str) -> tuple[Story | None, int]:
    """Publish the entries of the page's chronology under one story; (None, 0) without one."""
    kept = [one for one in case.all("entry") if one.payload.get("chronology")]
    dated = [one for one in kept if one.payload.get("edtf")]
    if not dated:
        return None, 0
    story = _story(case, title)
    for position, suggestion in enumerate(dated):
        entry = _entry(case, suggestion, position)
        entry.story_links = [StoryEntry(story=story)]
        entry = chronology.publish(entry, by=case.by, at=case.at)
        case.use(suggestion, entry.uid)
    return story, len(dated)


def _story(case: Case, title: str) -> Story:
    """Return the story of that title in the edition's language, made if there is none."""
    heading = shorten(title, 160)
    known = StoryText.objects.filter(language=case.language, title__iexact=heading).first()
    if known:
        return known.story
    slug = names.free_slug(StoryText, heading, case.language)
    story = Story(slugline=slug.upper()[:60], section=names.section(case))
    story.texts = [StoryText(language=case.language, title=heading, slug=slug)]
    story.save()
    return story


def _entry(case: Case, suggestion: Suggestion, position: int) -> Entry:
    payload = suggestion.payload
    text = _dated_words(case, suggestion)
    entry = Entry(
        when=payload["edtf"],
        when_basis=_one_of(Basis, payload.get("basis"), Basis.STATED),
        when_role=_one_of(DateRole, payload.get("role"), DateRole.EVENT),
        position=position,
        text={case.language: text} if len(text) <= LIMIT else {},
    )
    spoken = [one for one in case.all("statement") if one.payload.get("entry") == suggestion.start]
    statements = []
    for number, one in enumerate(spoken):
        statement = _statement(case, one, number)
        case.use(one, statement.uid)
        statements.append(statement)
    entry.statements = statements
    return entry


def _dated_words(case: Case, suggestion: Suggestion) -> str:
    """Return the entry's paragraph without the date it opens with."""
    start = suggestion.start
    expression = suggestion.payload.get("expression")
    if expression and expression["start"] <= start + 1 and expression["end"] < suggestion.end:
        start = expression["end"]
    words = " ".join(case.text[start : suggestion.end].split()).lstrip(",:–—- ")
    return words[:1].upper() + words[1:]


def _statement(case: Case, suggestion: Suggestion, position: int) -> Statement:
    payload = suggestion.payload
    words = " … ".join(filter(None, (case.words(span) for span in payload["content"])))
    hedges = dict.fromkeys(case.words(span).casefold() for span in payload.get("hedges", ()))
    statement = Statement(
        position=position,
        text={case.language: shorten(words, LIMIT)},
        form=_one_of(Form, payload.get("form"), Form.INDIRECT),
        act=_one_of(SourceAct, payload.get("act"), SourceAct.SAYS),
        hedge={case.language: shorten(", ".join(hedges), 60)} if hedges else {},
        said_when=(payload.get("when") or {}).get("edtf") or "",
        holds_until=_day(payload.get("holds_until")),
    )
    statement.attributions = _attributions(case, payload, suggestion)
    return statement


def _attributions(case: Case, payload: dict[str, Any], suggestion: Suggestion) -> list[Attribution]:
    """Name the speaker and the way; what names nobody says so."""
    if payload.get("act") == "asserts":
        return []
    found = []
    if payload.get("source_span"):
        found.append(_part(case, payload, "source", AttributionRole.SPEAKER))
    if payload.get("via_span"):
        found.append(_part(case, payload, "via", AttributionRole.VIA))
    if not found:
        words, reason = case.sentence("unnamed_source"), case.sentence("no_source")
        span = payload.get("attribution") or {"start": suggestion.start, "end": suggestion.end}
        found.append(
            _anchored(
                case,
                span,
                unnamed_as={case.language: words},
                unnamed_reason={case.language: reason},
            )
        )
    for position, one in enumerate(found):
        one.position = position
    return found


def _part(case: Case, payload: dict[str, Any], part: str, role: str) -> Attribution:
    """Make one source's part: an agent of the page's name for it, or words for who it is."""
    span = payload[f"{part}_span"]
    words = case.words(span)
    name, kind = (
        (payload.get("speaker"), payload.get("speaker_kind"))
        if part == "source"
        else (payload.get("via_name"), payload.get("via_kind"))
    )
    if not name or kind == "unnamed":
        return _anchored(
            case,
            span,
            role=role,
            unnamed_as={case.language: shorten(words, 200)},
            unnamed_reason={case.language: case.sentence("source_without_name")},
        )
    about = payload.get("speaker_description") if part == "source" else ""
    agent = names.agent(name, kind=str(kind), language=case.language, about=about or "")
    named = {} if payload.get("stands_in") and part == "source" else {case.language: words[:200]}
    return _anchored(case, span, role=role, agent=agent, named_as=named)


def _anchored(case: Case, span: dict[str, Any], **fields: Any) -> Attribution:
    """Make an attribution that points at its characters in the document."""
    text, start, end = case.text, span["start"], span["end"]
    return Attribution(
        document=case.draft.document,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - 32) : start],
        suffix=text[end : end + 32],
        **fields,
    )


def _one_of(choices: Any, value: Any, otherwise: str) -> str:
    return value if value in choices.values else otherwise


def _day(words: Any) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        return None
