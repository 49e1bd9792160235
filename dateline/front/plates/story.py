"""Press running stories: oldest first, newest first, and the words of one source."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dateline.front import addresses
from dateline.front.plates import chronology, names
from dateline.front.plates.frame import Buried, alternates, chrome, editions, frame, known, numbers
from dateline.front.reads.entry_orders import NOBODY
from dateline.front.reads.stories import StoryRow
from dateline.front.records import (
    Alternate,
    ChronologyDay,
    Edition,
    Quoted,
    StoryView,
)
from dateline.lib.sorting import sort_key
from dateline.press import Page, Reader, Sheet, plate

MOST_ARTICLES = 20
SILENCE = timedelta(days=14)
WHOLE, NEWEST = 0, -1  # what stands in a sheet's argument where others have a source's id


@plate("story", importance=2, kind="story")
class StoryPage(Buried):
    """Press a story in every edition whose language names it."""

    def sheets(self, row: StoryRow) -> Iterable[Sheet]:
        """Give a story its page, the other order, and a page for each of its sources."""
        for edition in row.editions:
            words = row.words(edition.language)
            if words:
                page = addresses.story(edition.code, words.slug)
                yield Sheet(page, f"{edition.id}:{row.id}:{WHOLE}")
                yield Sheet(addresses.story_newest(page), f"{edition.id}:{row.id}:{NEWEST}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put one of the story's pages together."""
        edition_id, story_id, way = numbers(arg)
        edition = frame(read, edition_id)
        page = read.get("story", story_id, "page", edition.language) if edition else None
        if edition is None or page is None:
            return None
        address = addresses.story(edition.code, page.slug)
        told = chronology.told(read, edition, story_id, address)
        days = chronology.days(told, told.entries)
        newest = way == NEWEST
        view = StoryView(
            title=page.title,
            address=address,
            summary=page.summary,
            section=names.section(read, edition, page.section_id),
            **_facts(read, told, days),
            strip=chronology.strip(days, address),
            versions=chronology.version_sets(read, edition, story_id, told),
            days=_turned(days) if newest else days,
            articles=_articles(read, edition_id, story_id),
            quoted=quoted(read, edition, story_id, address),
            newest=newest,
            turned=address if newest else addresses.story_newest(address),
            reviewed=names.local_day(page.reviewed_at, edition) if page.reviewed_at else None,
        )
        around = chrome(edition, address, alternates=alike(read, story_id))
        return Page("story.html", chrome=around, story=view)


@plate("story-source", importance=3, kind="story")
class StorySource:
    """Press what one source says in a story."""

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
        """Put the entries of one source together; None where it has none here any more."""
        ids, _colon, path = arg.rpartition(":")
        edition_id, story_id, agent_id = numbers(ids)
        edition = frame(read, edition_id)
        page = read.get("story", story_id, "page", edition.language) if edition else None
        agent = read.get("agent", agent_id, "name", edition.language) if edition else None
        if edition is None or page is None or agent is None:
            return None
        address = addresses.story(edition.code, page.slug)
        shown = read.window(f"storysaid:{story_id}:{agent_id}", chronology.MOST_ENTRIES)
        told = chronology.told(read, edition, story_id, address, shown)
        days = chronology.days(told, told.entries)
        if not days or path != addresses.story_source(address, agent.slug):
            return None
        view = StoryView(
            title=page.title,
            address=address,
            section=names.section(read, edition, page.section_id),
            **_facts(read, told, days),
            strip=(),
            days=days,
            quoted=quoted(read, edition, story_id, address),
            only=agent.name,
            whole=address,
        )
        around = chrome(edition, path)
        return Page("story.html", chrome=around, story=view)


def _facts(read: Reader, told: chronology.Told, days: Sequence[ChronologyDay]) -> dict[str, Any]:
    """Return when a chronology begins and ends, how much is in it, and since when it is silent."""
    entries = sum(len(day.entries) for day in days)
    opening = min(days, key=lambda day: day.date, default=None)
    closing = max(days, key=_end, default=None)
    last = _end(closing) if closing else None
    shown = {one.uid for day in days for one in day.entries}
    found = [entry for entry in told.entries.values() if entry.uid in shown]
    return {
        "began": opening.date if opening else None,
        "began_in": opening.precision if opening else "day",
        "last": last,
        "last_in": closing.precision if closing and not closing.until else "day",
        "entries": entries,
        "sources": len(set(chronology.speakers(found))),
        "silent": last if last and _is_silent(read, last) else None,
    }


def _end(day: ChronologyDay) -> date:
    """Return the date on which a day or an interval ends."""
    return day.until or day.date


def _is_silent(read: Reader, last: date) -> bool:
    """Return whether nothing was added for a fortnight; the page is pressed again when so."""
    end = datetime(last.year, last.month, last.day, tzinfo=UTC) + SILENCE
    return not read.until(end)


def _turned(days: Sequence[ChronologyDay]) -> tuple[ChronologyDay, ...]:
    """Return days and their entries newest first."""
    return tuple(
        ChronologyDay(day.date, tuple(reversed(day.entries)), day.anchor, day.precision, day.until)
        for day in reversed(days)
    )


def _articles(read: Reader, edition_id: int, story_id: int) -> tuple[Any, ...]:
    """Return the story's articles of the edition, newest first."""
    return names.plain_cards(read, read.window(f"story:{edition_id}:{story_id}", MOST_ARTICLES))


def quoted(read: Reader, edition: Edition, story_id: int, page: str) -> tuple[Quoted, ...]:
    """Count the entries of each source, most quoted first; last those that name nobody."""
    counts = read.tally(f"sources:{story_id}")
    names_ = known(read, "agent", sorted(pk for pk in counts if pk), "name", edition.language)
    ordered = sorted(
        names_, key=lambda pk: (-counts[pk], sort_key(names_[pk].name, edition.locale))
    )
    found = [
        Quoted(name.name, counts[pk], addresses.story_source(page, name.slug) if name.slug else "")
        for pk, name in ((pk, names_[pk]) for pk in ordered)
    ]
    unstated = counts.get(NOBODY, 0)
    return (*found, *([Quoted("", unstated)] if unstated else []))


def alike(read: Reader, story_id: int) -> tuple[Alternate, ...]:
    """Point to the story in the other editions that name it."""
    places = {}
    for pk, sister in known(read, "edition", editions(read), "sister").items():
        name = read.get("story", story_id, "slug", sister.language)
        if name:
            places[pk] = addresses.story(sister.code, name.slug)
    return alternates(read, places)
