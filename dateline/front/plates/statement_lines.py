"""Put statements together as lines: who says what, how it stands, and why."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.chronology.choices import RelationKind
from dateline.front import addresses
from dateline.front.plates import names, statements
from dateline.front.plates.entries import StoryEntries
from dateline.front.records import Link, StatementSource, StatementView, Status
from dateline.lib.multilingual import Wording


def line(
    told: StoryEntries, entry_id: int, statement: Any, *, answers: bool = False
) -> StatementView:
    """Return one statement as pages show it; answers: with what it denies or answers."""
    own = statements.owners(statement)
    read_at = dict.fromkeys(names.site_link(part.url) for part in statement.parts)
    carriers = dict.fromkeys(statements.carriers(statement))
    return StatementView(
        anchor=addresses.statement_anchor(statement.uid),
        address=addresses.at(told.page, addresses.statement_anchor(statement.uid)),
        html=statements.html(statement),
        hedge=statements.hedge(statement),
        status=status(told, statement),
        sources=tuple(source(told, part, statement.day) for part in own),
        verb=statements.verb(statement),
        several=len(own) > 1 or any(_is_group(told, part) for part in own),
        via=tuple(_outlet(told, part) for part in carriers),
        read_at=tuple(link for link in read_at if link),
        day=statement.day,
        language=statement.language,
        answers=_answered(told, statement) if answers else None,
    )


def status(told: StoryEntries, statement: Any) -> Status:
    """Return how a statement stands; a denial of which readers see nothing does not count."""
    key = statements.status_key(statement, told.names)
    note = statements.reason(statement.standing_note, proof=key == "refuted")
    if key == "differ":
        return Status(key, _versions(told, statement), note)
    if key != "denied":
        return Status(key, "", note)
    denials = _seen(told, statements.related(statement, RelationKind.DENIES, onwards=False))
    by = [speaker_name(told, part) for _at, one in denials for part in statements.owners(one)]
    if not by:
        return Status(statements.base_key(statement, told.names))
    address = next((place for place, _one in denials if place), "")
    return Status(key, address, note, tuple(dict.fromkeys(by)))


def speaker_name(told: StoryEntries, part: Any) -> StatementSource:
    """Return who is behind a statement: the name alone."""
    agent = told.names.get(part.agent_id)
    name = statements.name_of(part, told.names)
    if agent is None:
        return StatementSource(name, unnamed=True, language=part.unnamed_as.language)
    address = addresses.story_source(told.page, agent.slug) if agent.slug else ""
    return StatementSource(name, address)


def source(told: StoryEntries, part: Any, day: date | None) -> StatementSource:
    """Return who makes a statement, with the role of that day, or with why nobody is named."""
    found = speaker_name(told, part)
    if found.unnamed:
        reason = part.unnamed_reason._replace(text=part.unnamed_reason.text.strip().rstrip("."))
        return replace(found, name=_raised(found.name), reason=reason)
    role, former = _role(told, told.names[part.agent_id], day)
    return replace(found, role=role, former=former)


def _role(told: StoryEntries, agent: Any, day: date | None) -> tuple[Wording, bool]:
    """Return what an agent was on a day, and whether it is so no longer; else its side."""
    for title, start, end in agent.roles if day else ():
        if (start is None or start <= day) and (end is None or day <= end):
            return title, told.is_over(end)
    side = told.names.get(agent.side_id) if agent.kind == "person" else None
    return Wording(side.name if side else ""), False


def _is_group(told: StoryEntries, part: Any) -> bool:
    agent = told.names.get(part.agent_id)
    return bool(agent and agent.kind == "group")


def _outlet(told: StoryEntries, part: Any) -> Link:
    """Return an outlet that carried a statement, with the address of its own page."""
    agent = told.names.get(part.agent_id)
    link = names.agent_link(told.edition, agent) if agent else None
    name = statements.name_of(part, told.names)
    return Link(name, link.address if link else "", "" if agent else part.unnamed_as.language)


def _versions(told: StoryEntries, statement: Any) -> str:
    """Return where a disputed statement's versions are: side by side, else the other one."""
    if statement.uid in told.differ:
        return told.differ[statement.uid]
    places = (place for place, _one in _seen(told, statements.contradicting(statement)))
    return next((place for place in places if place), "")


def _seen(told: StoryEntries, relations: Iterable[Any]) -> list[tuple[str, Any]]:
    """Return those related statements that readers can see, each with its address if it has one."""
    found = ((one, told.statement(one.entry_id, one.uid)) for one in relations)
    return [(told.place(one.entry_id, one.uid), seen) for one, seen in found if seen]


def _answered(told: StoryEntries, statement: Any) -> StatementView | None:
    """Return what a statement denies or answers, if readers can see it."""
    kinds = (RelationKind.DENIES, RelationKind.ANSWERS)
    relations = [one for kind in kinds for one in statements.related(statement, kind, onwards=True)]
    for relation in relations:
        seen = told.statement(relation.entry_id, relation.uid)
        if seen:
            return line(told, relation.entry_id, seen)
    return None


def _raised(words: str) -> str:
    """Return a description with its first letter raised, as a line begins with it."""
    return words[:1].upper() + words[1:]


def spoken_words(view: StatementView) -> list[str]:
    """Return the words of a line, for comparison with the text of its entry."""
    sources = [word for one in view.sources for word in (one.name, one.role.text)]
    return [view.html, view.hedge.text, *sources, *(link.text for link in view.via)]
