"""Press running stories: oldest first and newest first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dateline.front import addresses
from dateline.front.plates import chronology, entries, names, statements
from dateline.front.plates.frame import (
    GoneForGood,
    alternates,
    argument_ids,
    chrome,
    editions,
    frame,
    read_known,
)
from dateline.front.reads.stories import StoryRow
from dateline.front.records import (
    Alternate,
    ChronologyDay,
    Quoted,
    StoryView,
)
from dateline.lib.sorting import sort_key
from dateline.press import Page, Reader, Sheet, plate

MOST_ARTICLES = 20
SILENCE = timedelta(days=14)
WHOLE, NEWEST = 0, -1  # the two orders, as they stand in a sheet's argument


@plate("story", importance=2, kind="story")
class StoryPlate(GoneForGood):
    """The plate of a story's page in every edition whose language names the story."""

    def sheets(self, row: StoryRow) -> Iterable[Sheet]:
        """Give a story its page and the other order."""
        for edition in row.editions:
            words = row.words(edition.language)
            if words:
                page = addresses.story(edition.code, words.slug)
                yield Sheet(page, f"{edition.id}:{row.id}:{WHOLE}")
                yield Sheet(addresses.story_newest(page), f"{edition.id}:{row.id}:{NEWEST}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put one of the story's pages together."""
        edition_id, story_id, way = argument_ids(arg)
        edition = frame(read, edition_id)
        page = read.get("story", story_id, "page", edition.language) if edition else None
        if edition is None or page is None:
            return None
        address = addresses.story(edition.code, page.slug)
        told = entries.read_entries(read, edition, story_id, address)
        days = chronology.days(told, told.entries)
        newest = way == NEWEST
        view = StoryView(
            title=page.title,
            address=address,
            summary=page.summary,
            section=names.section(read, edition, page.section_id),
            **_facts(read, days),
            strip=chronology.strip(days, address),
            versions=chronology.version_sets(read, story_id, told),
            days=_turned(days) if newest else days,
            articles=_articles(read, edition_id, story_id),
            **_quoted(told),
            newest=newest,
            turned=address if newest else addresses.story_newest(address),
            reviewed=names.local_day(page.reviewed_at, edition) if page.reviewed_at else None,
        )
        around = chrome(edition, address, alternates=story_in_other_editions(read, story_id))
        return Page("story.html", chrome=around, story=view)


def _facts(read: Reader, days: Sequence[ChronologyDay]) -> dict[str, Any]:
    """Return when a chronology begins and ends, how much is in it, and since when it is silent."""
    opening = min(days, key=lambda day: day.date, default=None)
    closing = max(days, key=_end, default=None)
    last = _end(closing) if closing else None
    return {
        "began": opening.date if opening else None,
        "began_in": opening.precision if opening else "day",
        "last": last,
        "last_in": closing.precision if closing and not closing.until else "day",
        "entries": sum(len(day.entries) for day in days),
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


def _quoted(told: entries.StoryEntries) -> dict[str, Any]:
    """Count the statements of each named source, of sources not named, and of none."""
    counts: Counter[int] = Counter()
    unnamed = unstated = 0
    for entry in told.entries.values():
        unstated += not entry.statements
        for statement in entry.statements:
            agents = {part.agent_id for part in statements.owners(statement) if part.agent_id}
            counts.update(agents)
            unstated += not statement.parts
            unnamed += bool(statement.parts) and not agents
    named = {pk: told.names[pk] for pk in counts if pk in told.names}
    locale = told.edition.locale
    ordered = sorted(
        named.items(), key=lambda one: (-counts[one[0]], sort_key(one[1].name, locale))
    )
    pages = {pk: addresses.story_source(told.page, one.slug) for pk, one in ordered if one.slug}
    quoted = tuple(Quoted(one.name, counts[pk], pages.get(pk, "")) for pk, one in ordered)
    return {"quoted": quoted, "unnamed": unnamed, "unstated": unstated}


def story_in_other_editions(read: Reader, story_id: int) -> tuple[Alternate, ...]:
    """Point to the story in the other editions that name it."""
    places = {}
    for pk, sister in read_known(read, "edition", editions(read), "sister").items():
        name = read.get("story", story_id, "slug", sister.language)
        if name:
            places[pk] = addresses.story(sister.code, name.slug)
    return alternates(read, places)
