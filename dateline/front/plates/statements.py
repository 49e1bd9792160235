"""Say how statements stand, who makes them and what mark they get: rules without a reader."""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from dateline.chronology.choices import RelationKind
from dateline.chronology.rules import seen_in
from dateline.lib.multilingual import Wording

STANDINGS = {
    "confirmed": "confirmed",
    "denied": "denied",
    "refuted": "refuted",
    "disputed": "differ",
    "corrected": "corrected",
}
MARKS = {"unstated": "bare", "report": "media", "assessment": "study"}
VERBS = {"confirms": "confirms", "denies": "denies", "declines": "declines", "urges": "urges"}
ENDS = ".!?…؟。！？"
CLOSING = "”“»’\"')"
OPENING = tuple('“«„‘"「『')
LONG = 5  # letters of a word that says something
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d+")


def status_key(statement: Any, names: Mapping[int, Any]) -> str:
    """Return the status of a statement: the first that fits.

    What is denied by nobody whom readers can see stands as if nobody had denied it.
    """
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


def verb(statement: Any) -> str:
    """Return what a source does with its words; an assessment is found, but a quote is said."""
    quoted = is_quoted(statement)
    said = "finds" if statement.genre == "assessment" and not quoted else "says"
    return VERBS.get(statement.act, said)


def is_quoted(statement: Any) -> bool:
    """Return whether a statement is given in its source's own words."""
    return statement.form == "direct" or statement.text[:1] in OPENING


def html(statement: Any) -> str:
    """Return the words with an end mark; a source's own stand between quotation marks."""
    words = escape(with_end_mark(statement.text), quote=False)
    marked = statement.text[:1] in OPENING
    return f"<q>{words}</q>" if is_quoted(statement) and not marked else words


def hedge(statement: Any) -> Wording:
    """Return the source's words of doubt where what it says lacks them."""
    inside = statement.hedge.text.casefold() in statement.text.casefold()
    return Wording() if inside else Wording(*statement.hedge)


def reason(note: Wording, *, proof: bool = False) -> Wording:
    """Return why a statement stands as it does, without the words by which the desk files it.

    proof: it goes on after a colon, in small letters.
    """
    own = seen_in(note.text)
    if not own:
        return note
    return note._replace(text=own if proof else own[:1].upper() + own[1:])


def mark(found: Sequence[Any], names: Mapping[int, Any]) -> str:
    """Return the mark of an entry on its line: of several statements, else of the one."""
    if len(found) > 1:
        return "many"
    if not found:
        return "bare"
    if status_key(found[0], names) == "confirmed":
        return "event"
    return MARKS.get(base_key(found[0], names), "said")


def owners(statement: Any) -> list[Any]:
    """Return the parts of those whose statement it is: who speaks, else who reports it itself."""
    speakers = [part for part in statement.parts if part.role == "speaker"]
    return speakers or list(statement.parts)


def carriers(statement: Any) -> list[Any]:
    """Return the parts of the outlets through which a statement came, where others speak."""
    if not any(part.role == "speaker" for part in statement.parts):
        return []
    return [part for part in statement.parts if part.role == "via"]


def related(statement: Any, kind: str, *, onwards: bool) -> list[Any]:
    """Return the statements that this one denies or answers, or that do so to it."""
    return [one for one in statement.relations if one.kind == kind and one.onwards == onwards]


def contradicting(statement: Any) -> list[Any]:
    """Return the statements that contradict this one: the relation goes both ways."""
    return [one for one in statement.relations if one.kind == RelationKind.CONTRADICTS]


def name_of(part: Any, names: Mapping[int, Any]) -> str:
    """Return how a source is called: as named here, by its record, or as it is described."""
    if part.named_as:
        return str(part.named_as.text)
    if part.agent_id in names:
        return str(names[part.agent_id].name)
    return str(part.unnamed_as.text)


def calling_words(found: Iterable[Any], names: Mapping[int, Any]) -> list[str]:
    """Return the words by which a text may call the sources of its statements, longest first."""
    words: set[str] = set()
    for statement in found:
        for part in statement.parts:
            known = names[part.agent_id].name if part.agent_id in names else ""
            words |= {part.named_as.text, known, part.unnamed_as.text}
    return sorted(words - {""}, key=lambda one: (-len(one), one))


def with_bold_mentions(text: str, words: Sequence[str]) -> str:
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


def with_end_mark(text: str) -> str:
    """Return the words of a statement with a full stop where they have no mark of their own."""
    bare = text.rstrip().rstrip(CLOSING)
    return text if not bare or bare[-1] in ENDS or text.rstrip()[-1] in ENDS else f"{text}."


def says_more(text: str, lines: Iterable[str]) -> bool:
    """Return whether a text says more than the lines of its statements.

    It does where two words or more of some length are in none of the lines: one word may be the
    verb by which the text reports what a line quotes.
    """
    said = {word for line in lines for word in _words(line)}
    return len(_words(text) - said) > 1


def _words(text: str) -> set[str]:
    """Return the words of a text that say something: long ones, and numbers."""
    found = (one.casefold() for one in WORD.findall(text))
    return {word for word in found if len(word) >= LONG or word.isdigit()}
