"""Read the entries of a story, those who make their statements, and what these answer."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from dateline.front import addresses
from dateline.front.plates.frame import read_known
from dateline.front.records import Edition
from dateline.lib import when
from dateline.press import Reader

MOST_ENTRIES = 2000
MOST_SETS = 50
DAY = timedelta(days=1)


class StoryEntries(NamedTuple):
    """A story's entries as read: ids oldest first, their facets, names of the sources.

    page: the story's address. beside: entries that are not shown, to whose statements those of
    the shown ones stand in relation. names: of sources and their sides, by id. differ: the
    address of the set of versions in which a statement stands, by its uid.
    """

    read: Reader
    edition: Edition
    page: str
    order: tuple[int, ...]
    entries: Mapping[int, Any]
    beside: Mapping[int, Any]
    names: Mapping[int, Any]
    differ: Mapping[str, str]

    def number(self, entry_id: int) -> int:
        """Return an entry's place in its story, from 1."""
        return self.order.index(entry_id) + 1

    def statement(self, entry_id: int, uid: str) -> Any | None:
        """Return a statement by its entry and uid; None where readers cannot see it."""
        entry = self.entries.get(entry_id) or self.beside.get(entry_id)
        found = entry.statements if entry else ()
        return next((one for one in found if one.uid == uid), None)

    def place(self, entry_id: int, uid: str) -> str:
        """Return the address of a statement on the story's page, "" where it is not there."""
        if entry_id not in self.order:
            return ""
        return addresses.at(self.page, addresses.statement_anchor(uid))

    def is_over(self, last: date | None) -> bool:
        """Return whether a day has passed; the page is pressed again when it has."""
        if last is None:
            return False
        return not self.read.until(when.day_start(last + DAY, self.edition.zone))


def read_entries(
    read: Reader, edition: Edition, story_id: int, page: str, shown: Sequence[int] | None = None
) -> StoryEntries:
    """Read a story's entries, or those of them that are shown."""
    order = read.window(f"entries:{story_id}", MOST_ENTRIES, oldest=True)
    wanted = order if shown is None else [one for one in order if one in set(shown)]
    entries = read_known(read, "entry", wanted, "shown", edition.language)
    beside = read_known(read, "entry", related(entries), "shown", edition.language)
    names = _names(read, edition, [*entries.values(), *beside.values()])
    differ = differing(read, story_id, page)
    return StoryEntries(read, edition, page, order, entries, beside, names, differ)


def read_ahead(read: Reader, edition: Edition, ids: Iterable[int]) -> None:
    """Read in one go what `told` reads of entries that are told one by one."""
    entries = read_known(read, "entry", ids, "shown", edition.language)
    beside = read_known(read, "entry", related(entries), "shown", edition.language)
    _names(read, edition, [*entries.values(), *beside.values()])


def related(entries: Mapping[int, Any]) -> list[int]:
    """Return the entries beside those, to whose statements theirs stand in relation."""
    found = (
        relation.entry_id
        for entry in entries.values()
        for statement in entry.statements
        for relation in statement.relations
    )
    return sorted(set(found) - entries.keys())


def _names(read: Reader, edition: Edition, entries: Sequence[Any]) -> dict[int, Any]:
    """Return the names of the sources of entries, and of those for whom they speak."""
    names = read_known(read, "agent", speakers(entries), "speaking", edition.language)
    sides = sorted({one.side_id for one in names.values() if one.side_id} - names.keys())
    return names | read_known(read, "agent", sides, "speaking", edition.language)


def speakers(entries: Iterable[Any]) -> list[int]:
    """Return the ids of all agents with a part in entries, in order of appearance."""
    found = [
        part.agent_id
        for entry in entries
        for statement in entry.statements
        for part in statement.parts
        if part.agent_id
    ]
    return list(dict.fromkeys(found))


def differing(read: Reader, story_id: int, page: str) -> dict[str, str]:
    """Return the address of the list of versions of every statement that stands in one."""
    found: dict[str, str] = {}
    sets = read.window(f"versionsets:{story_id}", MOST_SETS, "members", oldest=True)
    for one in sets:
        for uid in one.statements:
            found.setdefault(uid, addresses.at(page, addresses.version_anchor(one.uid)))
    return found
