"""Show chronology entries in one language, sources and stories by id."""

from datetime import date, datetime
from typing import NamedTuple

from dateline.front.reads.entries import (
    CorrectionWords,
    EntryRow,
    RelationRow,
    StatementPart,
    StatementRow,
    until,
)
from dateline.front.reads.wording import chosen_wording
from dateline.lib import edtf
from dateline.lib.multilingual import Wording
from dateline.press import facet


class SourceShown(NamedTuple):
    """One source's part: the entry's words for it, empty where the agent's name is meant.

    url: where it was read.
    """

    role: str
    agent_id: int | None
    named_as: Wording
    unnamed_as: Wording
    unnamed_reason: Wording
    url: str


class CorrectionShown(NamedTuple):
    """One correction of an entry or of one of its statements."""

    at: datetime
    kind: str
    was: Wording
    now: Wording
    reason: Wording


class StatementShown(NamedTuple):
    """One statement in one language, or in the original's.

    language: of the text, "" for the page's own. form: direct, indirect or mixed. hedge: the
    source's own words of doubt. day: on which it was made, None where no day is known.
    """

    uid: str
    text: str
    language: str
    form: str
    act: str
    genre: str
    standing: str
    standing_note: Wording
    hedge: Wording
    day: date | None
    parts: tuple[SourceShown, ...]
    relations: tuple[RelationRow, ...]


class EntryShown(NamedTuple):
    """One entry in one language, or in the original's (then language says which).

    first and until: the days that the date covers, until None for a single one. precision:
    day, month or year of what a list of days shows. at: where the time is known.
    """

    uid: str
    text: str
    language: str
    first: date
    until: date | None
    precision: str
    at: datetime | None
    notes: tuple[str, ...]
    key: bool
    statements: tuple[StatementShown, ...]
    corrections: tuple[CorrectionShown, ...]


@facet("entry", "shown", version=3, lingual=True)
def entry_shown(row: EntryRow, lang: str) -> EntryShown:
    """Return an entry in a language; sources by id where the entry does not name them itself."""
    text, language = chosen_wording(row.text, lang)
    dated = edtf.parse(row.when)
    first = dated.start or dated.known
    statements = tuple(_statement_shown(one, row.when, lang) for one in row.statements)
    return EntryShown(
        row.uid,
        text,
        language,
        first.first_day,
        until(dated),
        first.precision if first.precision != "minute" else "day",
        first.at,
        _notes(row, dated),
        row.key,
        statements,
        tuple(_correction(one, lang) for one in row.corrections),
    )


def _statement_shown(row: StatementRow, when: str, lang: str) -> StatementShown:
    """Return a statement in a language."""
    text, language = chosen_wording(row.text, lang)
    day = edtf.parse(row.said_when or when).known
    return StatementShown(
        row.uid,
        text,
        language,
        row.form,
        row.act,
        row.genre,
        row.standing,
        chosen_wording(row.standing_note, lang),
        chosen_wording(row.hedge, lang),
        day.first_day if day.day else None,
        tuple(_source_shown(one, lang) for one in row.parts),
        row.relations,
    )


def _source_shown(part: StatementPart, lang: str) -> SourceShown:
    """Return one source's part in a language; a name in another language is not used."""
    named_as = chosen_wording(part.named_as, lang)
    if named_as.language:
        named_as = Wording()
    unnamed, why = (chosen_wording(text, lang) for text in (part.unnamed_as, part.unnamed_reason))
    return SourceShown(part.role, part.agent_id, named_as, unnamed, why, part.url)


def _correction(row: CorrectionWords, lang: str) -> CorrectionShown:
    """Return a correction in a language."""
    texts = (chosen_wording(text, lang) for text in (row.was, row.now, row.reason))
    return CorrectionShown(row.at, row.kind, *texts)


def _notes(row: EntryRow, dated: edtf.Edtf) -> tuple[str, ...]:
    """Return the small words about an entry's date."""
    noted = {
        "date_not_stated": row.basis == "inherited",
        "since": dated.interval and dated.end is None,
        "as_of": row.role == "as_of",
        "about": row.basis != "inherited" and (dated.approximate or row.basis == "relative"),
        "by": (dated.interval and dated.start is None) or row.role == "deadline",
    }
    return tuple(note for note, holds in noted.items() if holds)


class EntryStories(NamedTuple):
    """The stories that hold an entry."""

    stories: tuple[int, ...]


@facet("entry", "stories", version=1)
def entry_stories(row: EntryRow) -> EntryStories:
    """Return the stories that hold an entry, for pages of its sources."""
    return EntryStories(row.stories)
