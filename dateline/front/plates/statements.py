"""Say how statements stand, who makes them and what mark they get: rules without a reader."""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from dateline.chronology.rules import seen_in
from dateline.front.records import Status
from dateline.lib.multilingual import Wording

STANDINGS = {
    "confirmed": "confirmed",
    "denied": "refuted",
    "refuted": "refuted",
    "disputed": "differ",
    "corrected": "corrected",
}
MARKS = {"unstated": "bare", "report": "media", "assessment": "study"}


def status_key(statement: Any, names: Mapping[int, Any]) -> str:
    """Return the status of a statement: the first that fits."""
    if statement.act == "declines":
        return "declined"
    return STANDINGS.get(statement.standing) or base_key(statement, names)


def base_key(statement: Any, names: Mapping[int, Any]) -> str:
    """Return what a statement is by its sources alone, standings aside."""
    if not statement.parts:
        return "unstated"
    speakers = [part for part in statement.parts if part.role == "speaker"]
    kinds = {names[part.agent_id].kind for part in speakers if part.agent_id in names}
    return "report" if not speakers or "outlet" in kinds else statement.genre


def statuses(
    found: Iterable[Any], names: Mapping[int, Any], differ: Mapping[str, str]
) -> tuple[Status, ...]:
    """Return the statuses of statements, each once; none at all is "source not stated"."""
    made: list[Status] = []
    for statement in found:
        key = status_key(statement, names)
        address = differ.get(statement.uid, "") if key == "differ" else ""
        status = Status(key, address, reason(statement.standing_note))
        if status not in made:
            made.append(status)
    return tuple(made) or (Status("unstated"),)


def reason(note: Wording) -> Wording:
    """Return why a statement stands as it does, without the words by which the desk files it."""
    own = seen_in(note.text)
    return note._replace(text=own[:1].upper() + own[1:]) if own else note


def mark(found: Sequence[Any], names: Mapping[int, Any]) -> str:
    """Return the mark of an entry on its line, by its first statement."""
    if not found:
        return "bare"
    first = found[0]
    if status_key(first, names) == "confirmed":
        return "event"
    return MARKS.get(base_key(first, names), "said")


def notes(entry: Any) -> tuple[str, ...]:
    """Return the small words after the statuses: unnamed sources, then what the date is."""
    unnamed = [
        part
        for statement in entry.statements
        for part in statement.parts
        if part.unnamed_as and not part.agent_id
    ]
    word = "unnamed_source" if len(unnamed) == 1 else "unnamed_sources"
    return ((word,) if unnamed else ()) + entry.notes


def name_of(part: Any, names: Mapping[int, Any]) -> str:
    """Return how a source is called: as named here, by its record, or as it is described."""
    if part.named_as:
        return str(part.named_as.text)
    if part.agent_id in names:
        return names[part.agent_id].name
    return str(part.unnamed_as.text)


def who(statement: Any, names: Mapping[int, Any]) -> str:
    """Return who makes a statement: its speakers, else those through whom it came."""
    speakers = [part for part in statement.parts if part.role == "speaker"]
    called_ = [name_of(part, names) for part in speakers or statement.parts]
    return ", ".join(dict.fromkeys(name for name in called_ if name))


def called(found: Iterable[Any], names: Mapping[int, Any]) -> list[str]:
    """Return the words by which a text may call the sources of its statements, longest first."""
    words: set[str] = set()
    for statement in found:
        for part in statement.parts:
            known = names[part.agent_id].name if part.agent_id in names else ""
            words |= {part.named_as.text, known, part.unnamed_as.text}
    return sorted(words - {""}, key=lambda one: (-len(one), one))


def via(found: Iterable[Any], names: Mapping[int, Any]) -> str:
    """Return the outlets through which statements came, where somebody else speaks."""
    outlets: list[str] = []
    for statement in found:
        if any(part.role == "speaker" for part in statement.parts):
            outlets += [name_of(part, names) for part in statement.parts if part.role == "via"]
    return ", ".join(dict.fromkeys(one for one in outlets if one))


def bold(text: str, words: Sequence[str]) -> str:
    """Return a text as HTML with the first mention of each of the words in bold."""
    if not words:
        return escape(text, quote=False)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words))
    written, at, seen = [], 0, set()
    for found in pattern.finditer(text):
        if found.group() not in seen:
            seen.add(found.group())
            written.append(escape(text[at : found.start()], quote=False))
            written.append(f"<b>{escape(found.group(), quote=False)}</b>")
            at = found.end()
    return "".join(written) + escape(text[at:], quote=False)
