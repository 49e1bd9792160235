"""Order chronology entries: by story, day and source."""

from collections.abc import Iterable

from dateline.front.reads.entries import EntryRow, until
from dateline.lib import edtf
from dateline.press import index

NOBODY = 0  # stands for an agent where an entry states no source


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


@index("entrydays", kind="entry", counted=True)
def days(row: EntryRow) -> Iterable[tuple[str, int]]:
    """Count a story's entries by day; sort: the day's ordinal."""
    dated = edtf.parse(row.when)
    ordinal = (dated.start or dated.known).first_day.toordinal()
    for story_id in row.stories:
        yield f"entrydays:{story_id}", ordinal


@index("stripdays", kind="entry", counted=True)
def strip_days(row: EntryRow) -> Iterable[tuple[str, int]]:
    """Count a story's entries of single days, which have headings; sort: the day's ordinal."""
    dated = edtf.parse(row.when)
    first = dated.start
    if first and first.day and until(dated) is None:
        for story_id in row.stories:
            yield f"stripdays:{story_id}", first.first_day.toordinal()


@index("sources", kind="entry", counted=True)
def sources(row: EntryRow) -> Iterable[tuple[str, int]]:
    """Count a story's entries by source; sort: the agent's id, NOBODY where none is stated."""
    agents = _owners(row) or ([] if any(one.parts for one in row.statements) else [NOBODY])
    for story_id in row.stories:
        for agent_id in agents:
            yield f"sources:{story_id}", agent_id


@index("storysaid", kind="entry")
def by_story_and_source(row: EntryRow) -> Iterable[tuple[str, int]]:
    """Order the entries with a statement of one source in one story."""
    for story_id in row.stories:
        for agent_id in _owners(row):
            yield f"storysaid:{story_id}:{agent_id}", row.sort


@index("said", kind="entry")
def by_source(row: EntryRow) -> Iterable[tuple[str, int]]:
    """Order the entries of stories with a statement of an agent."""
    if row.stories:
        for agent_id in _owners(row):
            yield f"said:{agent_id}", row.sort


def _owners(row: EntryRow) -> list[int]:
    """Return the agents whose statements an entry holds."""
    return sorted({agent_id for one in row.statements for agent_id in one.owners})
