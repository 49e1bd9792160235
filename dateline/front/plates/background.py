"""Put a story's chronology together for an article that shows it."""

from datetime import date

from dateline.blocks.background import Background, BackgroundRef
from dateline.front.plates import chronology, entries, names
from dateline.front.records import ChronologyDay, Edition
from dateline.press import Reader

OPEN_ENTRIES = 9  # a background shows about so many of its newest entries unfolded
LEAST_FOLDED = 4


def background(
    read: Reader, edition: Edition, block: BackgroundRef, day: date | None
) -> Background | None:
    """Return a story's chronology for an article; None without entries or words in the language.

    day: of the article, None where nothing is said of what came later.
    """
    link = names.story(read, edition, block.story_id)
    if link is None:
        return None
    shown = _chosen(read, block)
    told = entries.read_entries(read, edition, block.story_id, link.address, shown)
    days = chronology.days(told, told.entries)
    if not days:
        return None
    folded, recent = fold(days)
    closing = max(days, key=lambda day: day.until or day.date)
    last = closing.until or closing.date
    return Background(
        title=link.text,
        address=link.address,
        days=recent,
        folded=folded,
        entries=len(told.entries),
        first=days[0].date,
        first_in=days[0].precision,
        last=last,
        last_in="day" if closing.until else closing.precision,
        versions=bool(told.differ),
        after=last if day and last > day else None,
        anchor=f"background-{block.story_id}",
    )


def _chosen(read: Reader, block: BackgroundRef) -> tuple[int, ...] | None:
    """Return which entries a block shows; None for all."""
    most = block.most or entries.MOST_ENTRIES
    if block.show == "key":
        return tuple(reversed(read.window(f"keyentries:{block.story_id}", most)))
    if block.show == "last" or block.most:
        return tuple(reversed(read.window(f"entries:{block.story_id}", block.most or OPEN_ENTRIES)))
    return None


def fold(
    days: tuple[ChronologyDay, ...],
) -> tuple[tuple[ChronologyDay, ...], tuple[ChronologyDay, ...]]:
    """Part a chronology into its older part, folded, and the recent one."""
    shown, at = 0, len(days)
    while at and shown < OPEN_ENTRIES:
        at -= 1
        shown += len(days[at].entries)
    older = sum(len(day.entries) for day in days[:at])
    return (days[:at], days[at:]) if older >= LEAST_FOLDED else ((), days)
