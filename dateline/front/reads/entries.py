"""Read chronology entries: dates, statements and who is behind them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from dateline.chronology.choices import RelationKind
from dateline.chronology.models import Attribution, Entry, Relation, Statement, StoryEntry
from dateline.front.reads.agents import finals
from dateline.front.reads.prepared_queries import PreparedQuery
from dateline.front.reads.wording import Words, frozen_texts
from dateline.lib import edtf, when
from dateline.press import rows
from dateline.stories.models import Correction

MOST_POSITIONS = 999_999  # microseconds: the order inside a day never leaves its second

HEAD = (
    "pk",
    "uid",
    "when",
    "when_basis",
    "when_role",
    "sort_at",
    "position",
    "text",
    "key",
)
STATEMENT = (
    "uid",
    "text",
    "form",
    "act",
    "genre",
    "standing",
    "standing_note",
    "hedge",
    "said_when",
)
ATTRIBUTION = ("role", "agent_id", "named_as", "unnamed_as", "unnamed_reason", "url")
SHOWN_RELATIONS = (RelationKind.DENIES, RelationKind.CONTRADICTS, RelationKind.ANSWERS)


class StatementPart(NamedTuple):
    """One source's part in a statement; url: where it was read."""

    role: str
    agent_id: int | None
    named_as: Words
    unnamed_as: Words
    unnamed_reason: Words
    url: str


class RelationRow(NamedTuple):
    """How a statement stands to another one, which belongs to the entry of that id.

    onwards: this statement denies, contradicts or answers the other; else the other does so.
    """

    kind: str
    onwards: bool
    uid: str
    entry_id: int


class CorrectionWords(NamedTuple):
    """The words of one correction; reason and was may be empty."""

    at: datetime
    kind: str
    was: Words
    now: Words
    reason: Words


class StatementRow(NamedTuple):
    """One statement; hedge: the source's own words of doubt."""

    uid: str
    text: Words
    form: str
    act: str
    genre: str
    standing: str
    standing_note: Words
    hedge: Words
    said_when: str
    parts: tuple[StatementPart, ...]
    relations: tuple[RelationRow, ...]

    @property
    def owners(self) -> list[int]:
        """Return the agents whose statement it is: who speaks, else who reports it itself."""
        speakers = [one for one in self.parts if one.role == "speaker"]
        return sorted({one.agent_id for one in speakers or self.parts if one.agent_id})


class EntryRow(NamedTuple):
    """One live entry; corrections: oldest first."""

    id: int
    uid: str
    when: str
    basis: str
    role: str
    sort_at: datetime
    position: int
    text: Words
    key: bool
    statements: tuple[StatementRow, ...]
    stories: tuple[int, ...]
    corrections: tuple[CorrectionWords, ...]

    @property
    def sort(self) -> int:
        """Return where the entry stands: its date, then its position."""
        position = max(-MOST_POSITIONS, min(self.position, MOST_POSITIONS))
        return when.sort_key(self.sort_at) + position


def until(dated: edtf.Edtf) -> date | None:
    """Return the last day that an interval covers; None for one day, and for an open end."""
    if not (dated.interval and dated.start and dated.end):
        return None
    last = dated.end.last_day
    return last if last != dated.start.first_day else None


def entry_ids() -> Iterable[int]:
    """List the ids of all live entries."""
    return Entry.objects.public().values_list("pk", flat=True)


HEADS = PreparedQuery(lambda: Entry.objects.public(), "pk", *HEAD)
STORIES = PreparedQuery(
    lambda: StoryEntry.objects.order_by("story_id"), "entry_id", *("entry_id", "story_id")
)
PARTS = PreparedQuery(
    lambda: Attribution.objects.order_by("position", "pk"),
    "statement__entry_id",
    *("statement_id", *ATTRIBUTION),
)
STATEMENTS = PreparedQuery(
    lambda: Statement.objects.public().order_by("position", "pk"),
    "entry_id",
    *("entry_id", "pk", *STATEMENT),
)
RELATED_FROM = PreparedQuery(
    lambda: Relation.objects.filter(kind__in=SHOWN_RELATIONS).order_by("at", "pk"),
    "from_uid",
    *("from_uid", "kind", "to_uid"),
)
RELATED_TO = PreparedQuery(
    lambda: Relation.objects.filter(kind__in=SHOWN_RELATIONS).order_by("at", "pk"),
    "to_uid",
    *("to_uid", "kind", "from_uid"),
)
ENTRIES_OF = PreparedQuery(lambda: Statement.objects.all(), "uid", *("uid", "entry_id"))
CORRECTIONS = PreparedQuery(
    lambda: Correction.objects.public().filter(target_kind__in=("entry", "statement")),
    "target_uid",
    *("target_uid", "at", "kind", "was", "now", "reason"),
)


@rows("entry", ids=entry_ids)
def load(ids: Sequence[int]) -> dict[int, EntryRow]:
    """Load live entries with their statements, one query a kind of child."""
    heads = HEADS(ids)
    live = [head[0] for head in heads]
    statements = _statements(live)
    stories: dict[int, list[int]] = {}
    for entry_id, story_id in STORIES(live):
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
    corrections: Iterable[CorrectionWords],
) -> EntryRow:
    """Make the row of one entry out of the values of HEAD."""
    pk, uid, when_, basis, role, sort_at, position, text, key = head
    return EntryRow(
        pk,
        str(uid),
        when_,
        basis,
        role,
        sort_at,
        position,
        frozen_texts(text),
        key,
        tuple(statements),
        tuple(stories),
        tuple(corrections),
    )


def row_of(instance: Entry) -> EntryRow:
    """Make the row of an entry in hand, saved or not; drafts of statements included."""
    instance.place_in_time()
    final = finals()
    in_hand = _placed(instance.statements)
    related = _relations([str(one.uid) for one in in_hand])
    statements = [
        statement_row(
            [getattr(one, column) for column in STATEMENT],
            [
                part([getattr(attribution, column) for column in ATTRIBUTION], final)
                for attribution in _placed(one.attributions)
            ],
            related.get(str(one.uid), ()),
        )
        for one in in_hand
    ]
    stories = sorted(one.story_id for one in instance.story_links.all())
    head = [getattr(instance, column) for column in HEAD]
    owners = {str(instance.uid): instance.pk, **{one.uid: instance.pk for one in statements}}
    corrections = _corrections(owners).get(instance.pk, ())
    return entry_row([head[0] or 0, *head[1:]], statements, stories, corrections)


def _placed(children: Any) -> list[Any]:
    """Return children in hand in the order of their positions."""
    return sorted(children.all(), key=lambda one: (one.position or 0, one.pk or 0))


def statement_row(
    values: Sequence[Any], parts: Iterable[StatementPart], relations: Iterable[RelationRow]
) -> StatementRow:
    """Make the row of one statement out of the values of STATEMENT."""
    uid, text, form, act, genre, standing, note, hedge, said_when = values
    head = (
        str(uid),
        frozen_texts(text),
        form,
        act,
        genre,
        standing,
        frozen_texts(note),
        frozen_texts(hedge),
    )
    return StatementRow(*head, said_when, tuple(parts), tuple(relations))


def part(values: Sequence[Any], final: dict[int, int]) -> StatementPart:
    """Make one source's part out of the values of ATTRIBUTION."""
    role, agent_id, *texts, url = values
    named, unnamed, why = (frozen_texts(text) for text in texts)
    return StatementPart(role, final.get(agent_id, agent_id), named, unnamed, why, url)


def _statements(ids: Sequence[int]) -> dict[int, list[StatementRow]]:
    """Load the statements of live entries by entry."""
    final = finals()
    parts: dict[int, list[StatementPart]] = {}
    for pk, *values in PARTS(ids):
        parts.setdefault(pk, []).append(part(values, final))
    heads = STATEMENTS(ids)
    related = _relations([str(uid) for _entry, _pk, uid, *_values in heads])
    found: dict[int, list[StatementRow]] = {}
    for entry_id, pk, *values in heads:
        own = related.get(str(values[0]), ())
        found.setdefault(entry_id, []).append(statement_row(values, parts.get(pk, ()), own))
    return found


def _relations(uids: Sequence[str]) -> dict[str, list[RelationRow]]:
    """Load what statements deny, contradict and answer, and what does so to them, by uid."""
    onwards = [(str(own), kind, True, str(other)) for own, kind, other in RELATED_FROM(uids)]
    back = [(str(own), kind, False, str(other)) for own, kind, other in RELATED_TO(uids)]
    entries = {str(uid): pk for uid, pk in ENTRIES_OF({other for *_rest, other in onwards + back})}
    found: dict[str, list[RelationRow]] = {}
    for own, kind, is_onwards, other in onwards + back:
        if other in entries:
            row = RelationRow(kind, is_onwards, other, entries[other])
            found.setdefault(own, []).append(row)
    return found


def _corrections(owners: dict[str, Any]) -> dict[Any, list[CorrectionWords]]:
    """Load public corrections of entries and of their statements, by entry."""
    found: dict[Any, list[CorrectionWords]] = {}
    for uid, at, kind, *texts in CORRECTIONS(owners):
        made = CorrectionWords(at, kind, *(frozen_texts(text) for text in texts))
        found.setdefault(owners[str(uid)], []).append(made)
    return found
