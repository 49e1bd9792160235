"""Put chronologies together: days, entries with status and mark, versions side by side."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any, NamedTuple

from dateline.front import addresses
from dateline.front.plates import statements
from dateline.front.plates.frame import known
from dateline.front.records import (
    ChronologyDay,
    Edition,
    EntryView,
    Fix,
    StripDay,
    Version,
    VersionSet,
)
from dateline.lib import when
from dateline.press import Reader

MOST_ENTRIES = 2000
MOST_SETS = 50


class Told(NamedTuple):
    """A story's entries as read: ids oldest first, their facets, names of the sources.

    differ: the address of the set of versions in which a statement stands, by its uid.
    """

    page: str
    zone: str
    order: tuple[int, ...]
    entries: Mapping[int, Any]
    names: Mapping[int, Any]
    differ: Mapping[str, str]

    def number(self, entry_id: int) -> int:
        """Return an entry's place in its story, from 1."""
        return self.order.index(entry_id) + 1


def told(
    read: Reader, edition: Edition, story_id: int, page: str, shown: Sequence[int] | None = None
) -> Told:
    """Read a story's entries, or those of them that are shown."""
    order = read.window(f"entries:{story_id}", MOST_ENTRIES, oldest=True)
    wanted = order if shown is None else [one for one in order if one in set(shown)]
    entries = known(read, "entry", wanted, "shown", edition.language)
    names = known(read, "agent", speakers(entries.values()), "name", edition.language)
    return Told(page, edition.zone, order, entries, names, differing(read, story_id, page))


def read_ahead(read: Reader, edition: Edition, ids: Iterable[int]) -> None:
    """Read in one go what `told` reads of entries that are told one by one."""
    entries = known(read, "entry", ids, "shown", edition.language)
    known(read, "agent", speakers(entries.values()), "name", edition.language)


def speakers(entries: Iterable[Any]) -> list[int]:
    """Return the ids of all agents with a part in entries, in order of appearance."""
    return [
        part.agent_id
        for entry in entries
        for statement in entry.statements
        for part in statement.parts
        if part.agent_id
    ]


def differing(read: Reader, story_id: int, page: str) -> dict[str, str]:
    """Return the address of the set of versions of every statement that stands in one."""
    found: dict[str, str] = {}
    sets = read.window(f"versionsets:{story_id}", MOST_SETS, "members", oldest=True)
    for one in sets:
        for uid in one.statements:
            found.setdefault(uid, addresses.at(page, addresses.version_anchor(one.uid)))
    return found


def days(told: Told, ids: Iterable[int]) -> tuple[ChronologyDay, ...]:
    """Gather entries under their days, months or years, in the order given."""
    found: dict[tuple[date, str, date | None], list[EntryView]] = {}
    for pk in ids:
        entry = told.entries.get(pk)
        if entry is not None:
            key = (entry.first, entry.precision, entry.until)
            found.setdefault(key, []).append(view(told, pk))
    return tuple(
        ChronologyDay(first, tuple(views), day_anchor(first, precision, until), precision, until)
        for (first, precision, until), views in found.items()
    )


def day_anchor(first: date, precision: str, until: date | None) -> str:
    """Return the id of a heading: no two of a page are alike."""
    day = first.isoformat()
    if until:
        return f"{addresses.day_anchor(first)}-{until.isoformat()}"
    return (
        f"d-{day[:4]}" if precision == "year" else f"d-{day[:7] if precision == 'month' else day}"
    )


def view(told: Told, entry_id: int) -> EntryView:
    """Return one entry as pages show it."""
    entry = told.entries[entry_id]
    anchor = addresses.entry_anchor(entry.uid)
    return EntryView(
        uid=entry.uid,
        anchor=anchor,
        number=told.number(entry_id),
        html=sentence(entry, told.names),
        address=addresses.at(told.page, anchor),
        mark=statements.mark(entry.statements, told.names),
        statuses=statements.statuses(entry.statements, told.names, told.differ),
        notes=statements.notes(entry),
        via=statements.via(entry.statements, told.names),
        time=entry.at,
        language=entry.language,
        corrections=tuple(
            Fix(when.local_day(one.at, told.zone), *one[1:]) for one in entry.corrections
        ),
        key=entry.key,
    )


def sentence(entry: Any, names: Mapping[int, Any]) -> str:
    """Return an entry's sentence with its sources in bold; composed where it has no text."""
    if entry.text:
        return statements.bold(entry.text, statements.called(entry.statements, names))
    parts = []
    for statement in entry.statements:
        who = statements.who(statement, names)
        said = escape(statement.text, quote=False)
        parts.append(f"<b>{escape(who, quote=False)}</b>: {said}" if who else said)
    return " ".join(parts)


def strip(found: Sequence[ChronologyDay], page: str) -> tuple[StripDay, ...]:
    """Count the entries of each single day, oldest first."""
    single = [day for day in found if day.precision == "day" and not day.until]
    return tuple(
        StripDay(day.date, len(day.entries), addresses.at(page, day.anchor))
        for day in sorted(single, key=lambda day: day.date)
    )


def counted_strip(read: Reader, story_id: int, page: str) -> tuple[StripDay, ...]:
    """Count a story's entries by day without reading them."""
    counts = read.tally(f"stripdays:{story_id}")
    return tuple(
        StripDay(day, counts[ordinal], addresses.at(page, addresses.day_anchor(day)))
        for ordinal in sorted(counts)
        for day in [date.fromordinal(ordinal)]
    )


def version_sets(
    read: Reader, edition: Edition, story_id: int, told: Told
) -> tuple[VersionSet, ...]:
    """Return the sets of a story that have a question in the language and two live versions."""
    by_uid = {
        statement.uid: (pk, statement)
        for pk, entry in told.entries.items()
        for statement in entry.statements
    }
    key = f"versionsets:{story_id}"
    sets = read.window(key, MOST_SETS, "shown", edition.language, oldest=True)
    made: list[VersionSet] = []
    for one in sets:
        members = [by_uid[uid] for uid in one.statements if uid in by_uid]
        if one.question and len(members) > 1:
            versions = tuple(version(read, edition, told, *member) for member in members)
            anchor = addresses.version_anchor(one.uid)
            made.append(VersionSet(one.question, anchor, versions, one.note, not made))
    return tuple(made)


def version(read: Reader, edition: Edition, told: Told, entry_id: int, statement: Any) -> Version:
    """Return one side's version."""
    entry = told.entries[entry_id]
    speaker = next((part.agent_id for part in statement.parts if part.agent_id), None)
    found = statements.statuses((statement,), told.names, {})
    return Version(
        who=statements.who(statement, told.names),
        html=f"<p>{escape(statement.text, quote=False)}</p>",
        status=found[0] if found else None,
        side=side(read, edition, speaker),
        when=statement.day,
        address=addresses.at(told.page, addresses.entry_anchor(entry.uid)),
        language=statement.language,
    )


def side(read: Reader, edition: Edition, agent_id: int | None) -> str:
    """Return for whom a source speaks, "" where it speaks for itself."""
    of = read.get("agent", agent_id, "side") if agent_id else None
    if of is None or of.side_id is None:
        return ""
    name = read.get("agent", of.side_id, "name", edition.language)
    return name.name if name else ""
