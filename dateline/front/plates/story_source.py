"""Press what one source says in a story: its statements, and nobody else's."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from dateline.front import addresses
from dateline.front.plates import entries, names, statement_lines, statements
from dateline.front.plates.frame import argument_ids, chrome, frame, read_known
from dateline.front.reads.entry_orders import NOBODY
from dateline.front.reads.stories import StoryRow
from dateline.front.records import Link, SaidRow, StorySourceView
from dateline.lib.multilingual import Wording
from dateline.press import Page, Reader, Sheet, plate


@plate("story-source", importance=3, kind="story")
class StorySourcePlate:
    """The plate of one source's statements in a story."""

    def sheets(self, row: StoryRow) -> Iterable[Sheet]:
        """Give each source of the story a page in each edition that names both."""
        for edition in row.editions:
            words = row.words(edition.language)
            if words:
                page = addresses.story(edition.code, words.slug)
                for agent_id, slug in row.sources_in(edition.language):
                    path = addresses.story_source(page, slug)
                    yield Sheet(path, f"{edition.id}:{row.id}:{agent_id}:{path}", own=False)

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put the statements of one source together; None where it has none here any more."""
        ids, _colon, path = arg.rpartition(":")
        edition_id, story_id, agent_id = argument_ids(ids)
        edition = frame(read, edition_id)
        story = names.story(read, edition, story_id) if edition else None
        if edition is None or story is None:
            return None
        shown = read.window(f"storysaid:{story_id}:{agent_id}", entries.MOST_ENTRIES)
        told = entries.read_entries(read, edition, story_id, story.address, shown)
        agent, rows = told.names.get(agent_id), said_rows(told, agent_id)
        if agent is None or not rows or path != addresses.story_source(story.address, agent.slug):
            return None
        view = StorySourceView(
            name=agent.name,
            address=path,
            story=story,
            own=names.agent_link(edition, agent),
            role=_role_now(told, agent),
            rows=rows,
            beside=_beside(told, story_id, agent_id),
        )
        return Page("source.html", chrome=chrome(edition, path), source=view)


def said_rows(
    told: entries.StoryEntries, agent_id: int, story: Link | None = None
) -> tuple[SaidRow, ...]:
    """Return the statements of one source, the newest first."""
    found: list[tuple[date, SaidRow]] = []
    for pk, entry in told.entries.items():
        for one in entry.statements:
            if any(part.agent_id == agent_id for part in statements.owners(one)):
                line = statement_lines.line(told, pk, one, answers=True)
                address = addresses.at(told.page, addresses.entry_anchor(entry.uid))
                row = SaidRow(line, told.number(pk), address, entry.first, entry.precision, story)
                found.append((one.day or entry.first, row))
    found.sort(key=lambda one: one[0])
    return tuple(row for _day, row in reversed(found))


def _role_now(told: entries.StoryEntries, agent: Any) -> Wording:
    """Return the role that began last of those still held, else for whom the source speaks."""
    for title, _start, end in agent.roles:
        if not told.is_over(end):
            return cast("Wording", title)
    side = told.names.get(agent.side_id) if agent.kind == "person" else None
    return Wording(side.name if side else "")


def _beside(told: entries.StoryEntries, story_id: int, agent_id: int) -> tuple[Link, ...]:
    """Return the other sources of the story that speak for the same side, or are it."""
    tallied = [pk for pk in told.read.tally(f"sources:{story_id}") if pk not in (NOBODY, agent_id)]
    others = read_known(told.read, "agent", sorted(tallied), "speaking", told.edition.language)
    side = told.names[agent_id].side_id or agent_id
    return tuple(
        Link(one.name, addresses.story_source(told.page, one.slug))
        for pk, one in others.items()
        if one.slug and side in (pk, one.side_id)
    )
