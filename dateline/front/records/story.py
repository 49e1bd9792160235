"""A running story's own page."""

from dataclasses import dataclass
from datetime import date

from dateline.front.records.chronology import ChronologyDay, StripDay, VersionSet
from dateline.front.records.lists import Card
from dateline.front.records.page import Link


@dataclass(frozen=True, slots=True)
class Quoted:
    """Count the entries of one source; name "" means that no source is stated."""

    name: str
    count: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class StoryView:
    """Press with Page("story.html", chrome=…, story=…).

    days: oldest first; newest first when `newest` (then each day's entries too). turned:
    address of the other order. silent: date of the last entry, set from 14 days of silence.
    strip: shown from 4 days on. only: name of the source when the page is filtered by one,
    with whole as the way back. sources: number of named sources. began_in, last_in: how
    exactly those dates are known, day, month or year.
    """

    title: str
    address: str
    summary: str = ""
    section: Link | None = None
    began: date | None = None
    began_in: str = "day"
    last: date | None = None
    last_in: str = "day"
    entries: int = 0
    sources: int = 0
    silent: date | None = None
    strip: tuple[StripDay, ...] = ()
    versions: tuple[VersionSet, ...] = ()
    days: tuple[ChronologyDay, ...] = ()
    articles: tuple[Card, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    newest: bool = False
    turned: str = ""
    only: str = ""
    whole: str = ""
    reviewed: date | None = None
