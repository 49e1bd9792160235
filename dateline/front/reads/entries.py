"""Read chronology entries: dates, statements and who is behind them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from dateline.chronology.models import Attribution, Entry, Statement, StoryEntry
from dateline.front.reads.agents import finals
from dateline.front.reads.held import held
from dateline.front.reads.pictures import words
from dateline.lib import edtf, when
from dateline.press import facet, index, rows
from dateline.stories.models import Correction

Words = tuple[tuple[str, str], ...]
NOBODY = 0  # stands for an agent where an entry states no source
MOST_POSITIONS = 999_999  # microseconds: the order inside a day never leaves its second

HEAD = (
    "pk",
    "uid",
    "when",
    "when_basis",
    "when_role",
    "sort_at",
    "position",
    "language",
    "text",
    "key",
)
STATEMENT = ("uid", "text", "act", "genre", "standing", "standing_note", "said_when")
ATTRIBUTION = ("role", "agent_id", "named_as", "unnamed_as")


class Part(NamedTuple):
    """Hold one source's part in a statement."""

    role: str
    agent_id: int | None
    named_as: Words
    unnamed_as: Words


class StatementRow(NamedTuple):
    """Hold one statement."""

    uid: str
    text: Words
    act: str
    genre: str
    standing: str
    standing_note: str
    said_when: str
    parts: tuple[Part, ...]


class EntryRow(NamedTuple):
    """Hold one live entry; corrections: time and words, oldest first."""

    id: int
    uid: str
    when: str
    basis: str
    role: str
    sort_at: datetime
    position: int
    language: str
    text: Words
    key: bool
    statements: tuple[StatementRow, ...]
    stories: tuple[int, ...]
    corrections: tuple[tuple[datetime, str], ...]

    @property
    def sort(self) -> int:
        """Return where the entry stands: its date, then its position."""
        position = max(-MOST_POSITIONS, min(self.position, MOST_POSITIONS))
        return when.sort_key(self.sort_at) + position


def every() -> Iterable[int]:
    """List the ids of all live entries."""
    return Entry.objects.public().values_list("pk", flat=True)


@rows("entry", ids=every)
def load(ids: Sequence[int]) -> dict[int, EntryRow]:
    """Load live entries with their statements, one query a kind of child."""
    heads = list(Entry.objects.public().filter(pk__in=ids).values_list(*HEAD))
    live = [head[0] for head in heads]
    statements = _statements(live)
    stories: dict[int, list[int]] = {}
    links = StoryEntry.objects.filter(entry_id__in=live).order_by("story_id")
    for entry_id, story_id in links.values_list("entry_id", "story_id"):
        stories.setdefault(entry_id, []).append(story_id)
    owners = {str(head[1]): head[0] for head in heads}
    owners |= {one.uid: pk for pk, rows_ in statements.items() for one in rows_}
    corrections = _corrections(owners)
    return {
        head[0]: entry_row(
            head,
            statements.get(head[0], ()),
            stories.get(head[0], ()),
            corrections.get(head[0], ()),
        )
        for head in heads
    }


def entry_row(
    head: Sequence[Any],
    statements: Iterable[StatementRow],
    stories: Iterable[int],
    corrections: Iterable[tuple[datetime, str]],
) -> EntryRow:
    """Make the row of one entry out of the values of HEAD."""
    pk, uid, when_, basis, role, sort_at, position, language, text, key = head
    return EntryRow(
        pk,
        str(uid),
        when_,
        basis,
        role,
        sort_at,
        position,
        language,
        words(text),
        key,
        tuple(statements),
        tuple(stories),
        tuple(corrections),
    )


def row_of(instance: Entry) -> EntryRow:
    """Make the row of an entry in hand, saved or not; drafts of statements included."""
    instance.place_in_time()
    final = finals()
    statements = [
        statement_row(
            [getattr(one, column) for column in STATEMENT],
            [
                part([getattr(attribution, column) for column in ATTRIBUTION], final)
                for attribution in _placed(one.attributions)
            ],
        )
        for one in _placed(instance.statements)
    ]
    stories = sorted(one.story_id for one in instance.story_links.all())
    head = [getattr(instance, column) for column in HEAD]
    owners = {str(instance.uid): instance.pk, **{one.uid: instance.pk for one in statements}}
    corrections = _corrections(owners).get(instance.pk, ())
    return entry_row([head[0] or 0, *head[1:]], statements, stories, corrections)


def _placed(children: Any) -> list[Any]:
    """Return children in hand in the order of their positions."""
    return sorted(children.all(), key=lambda one: (one.position or 0, one.pk or 0))


def statement_row(values: Sequence[Any], parts: Iterable[Part]) -> StatementRow:
    """Make the row of one statement out of the values of STATEMENT."""
    uid, text, *rest = values
    return StatementRow._make([str(uid), words(text), *rest, tuple(parts)])


def part(values: Sequence[Any], final: dict[int, int]) -> Part:
    """Make one source's part out of the values of ATTRIBUTION."""
    role, agent_id, named_as, unnamed_as = values
    return Part(role, final.get(agent_id, agent_id), words(named_as), words(unnamed_as))


def _statements(ids: Sequence[int]) -> dict[int, list[StatementRow]]:
    """Load the statements of live entries by entry."""
    final = finals()
    parts: dict[int, list[Part]] = {}
    attributions = Attribution.objects.filter(statement__entry_id__in=ids).order_by(
        "position", "pk"
    )
    for pk, *values in attributions.values_list("statement_id", *ATTRIBUTION):
        parts.setdefault(pk, []).append(part(values, final))
    found: dict[int, list[StatementRow]] = {}
    statements = (
        Statement.objects.filter(entry_id__in=ids)
        .exclude(uid__in=held("statement"))
        .order_by("position", "pk")
    )
    for entry_id, pk, *values in statements.values_list("entry_id", "pk", *STATEMENT):
        found.setdefault(entry_id, []).append(statement_row(values, parts.get(pk, ())))
    return found


def _corrections(owners: dict[str, Any]) -> dict[Any, list[tuple[datetime, str]]]:
    """Load public corrections of entries and of their statements, by entry."""
    found: dict[Any, list[tuple[datetime, str]]] = {}
    corrections = Correction.objects.public().filter(
        target_kind__in=("entry", "statement"), target_uid__in=list(owners)
    )
    for uid, at, now in corrections.values_list("target_uid", "at", "now"):
        found.setdefault(owners[str(uid)], []).append((at, now))
    return found


class Said(NamedTuple):
    """Show one source's part: its words for the source, "" where the agent's name is meant."""

    role: str
    agent_id: int | None
    named_as: str
    unnamed_as: str


class StatementShown(NamedTuple):
    """Show one statement in one language, or in the original's."""

    uid: str
    text: str
    language: str
    act: str
    genre: str
    standing: str
    standing_note: str
    day: date | None
    parts: tuple[Said, ...]


class EntryShown(NamedTuple):
    """Show one entry in one language, or in the original's (then language says which).

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
    corrections: tuple[tuple[datetime, str], ...]


@facet("entry", "shown", version=1, lingual=True)
def shown(row: EntryRow, lang: str) -> EntryShown:
    """Return an entry in a language; sources by id where the entry does not name them itself."""
    text, language = _text(row.text, lang, row.language)
    dated = edtf.parse(row.when)
    first = dated.start or dated.known
    until = dated.end.last_day if dated.interval and dated.start and dated.end else None
    statements = tuple(_shown(one, row, lang) for one in row.statements)
    if not text and statements:
        language = statements[0].language
    return EntryShown(
        row.uid,
        text,
        language,
        first.first_day,
        until if until != first.first_day else None,
        first.precision if first.precision != "minute" else "day",
        first.at,
        _notes(row, dated),
        row.key,
        statements,
        row.corrections,
    )


def _shown(row: StatementRow, entry: EntryRow, lang: str) -> StatementShown:
    """Return a statement in a language."""
    text, language = _text(row.text, lang, entry.language)
    day = edtf.parse(row.said_when or entry.when).known
    parts = tuple(
        Said(
            one.role,
            one.agent_id,
            _text(one.named_as, lang, entry.language)[0],
            _text(one.unnamed_as, lang, entry.language)[0],
        )
        for one in row.parts
    )
    return StatementShown(
        row.uid,
        text,
        language,
        row.act,
        row.genre,
        row.standing,
        row.standing_note,
        day.first_day if day.day else None,
        parts,
    )


def _text(texts: Words, lang: str, original: str) -> tuple[str, str]:
    """Return the text in a language, else the original's; and its language where another."""
    by_language = dict(texts)
    if by_language.get(lang):
        return by_language[lang], ""
    if by_language.get(original):
        return by_language[original], original if original != lang else ""
    for language, text in texts:
        return text, language
    return "", ""


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


@index("entries", kind="entry")
def by_story(row: EntryRow) -> Iterable[tuple[str, int]]:
    """Order the entries of a story as a tale is read."""
    for story_id in row.stories:
        yield f"entries:{story_id}", row.sort


@index("keyentries", kind="entry")
def key_by_story(row: EntryRow) -> Iterable[tuple[str, int]]:
    """Order the key entries of a story."""
    if row.key:
        for story_id in row.stories:
            yield f"keyentries:{story_id}", row.sort


@index("entrydays", kind="entry")
def days(row: EntryRow) -> Iterable[tuple[str, int]]:
    """Count a story's entries by day; sort: the day's ordinal."""
    dated = edtf.parse(row.when)
    ordinal = (dated.start or dated.known).first_day.toordinal()
    for story_id in row.stories:
        yield f"entrydays:{story_id}", ordinal


@index("stripdays", kind="entry")
def strip_days(row: EntryRow) -> Iterable[tuple[str, int]]:
    """Count a story's entries that are exact to the day; sort: the day's ordinal."""
    first = edtf.parse(row.when).start
    if first and first.day:
        for story_id in row.stories:
            yield f"stripdays:{story_id}", first.first_day.toordinal()


@index("sources", kind="entry")
def sources(row: EntryRow) -> Iterable[tuple[str, int]]:
    """Count a story's entries by source; sort: the agent's id, NOBODY where none is stated."""
    agents = _agents(row) or ([] if any(one.parts for one in row.statements) else [NOBODY])
    for story_id in row.stories:
        for agent_id in agents:
            yield f"sources:{story_id}", agent_id


@index("storysaid", kind="entry")
def by_story_and_source(row: EntryRow) -> Iterable[tuple[str, int]]:
    """Order the entries of one source in one story."""
    for story_id in row.stories:
        for agent_id in _agents(row):
            yield f"storysaid:{story_id}:{agent_id}", row.sort


@index("said", kind="entry")
def by_source(row: EntryRow) -> Iterable[tuple[str, int]]:
    """Order the entries of stories in which an agent has a part."""
    if row.stories:
        for agent_id in _agents(row):
            yield f"said:{agent_id}", row.sort


def _agents(row: EntryRow) -> list[int]:
    """Return the ids of the agents with a part in an entry."""
    return sorted({one.agent_id for said in row.statements for one in said.parts if one.agent_id})


class Told(NamedTuple):
    """Say which stories hold an entry."""

    stories: tuple[int, ...]


@facet("entry", "told", version=1)
def told(row: EntryRow) -> Told:
    """Return the stories that hold an entry, for pages of its sources."""
    return Told(row.stories)
