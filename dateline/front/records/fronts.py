"""Pages that gather: home, section, newsfeed, tag."""

from dataclasses import dataclass
from datetime import date

from dateline.front.records.archive import DayLink
from dateline.front.records.chronology import EntryView, StripDay
from dateline.front.records.lists import Card, FeedDay, FeedRow, StoryLine


@dataclass(frozen=True, slots=True)
class Band:
    """One section on the home page as a dense list."""

    title: str
    address: str
    rows: tuple[FeedRow, ...]


@dataclass(frozen=True, slots=True)
class RunningStory:
    """One running story on the home page: its strip and its last entries."""

    title: str
    address: str
    entries: int
    sources: int = 0
    versions: bool = False
    strip: tuple[StripDay, ...] = ()
    last: tuple[EntryView, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeView:
    """A home page, for Page("home.html", chrome=…, home=…, rail=Markup | None).

    Every zone may be empty and then vanishes. cluster: rows of the lead's story, by time.
    exclusives and opinion are drawn as cards; more_* are the addresses of "All …", or "".
    day: of the newest row; times of any other day carry their date.
    """

    day: date | None = None
    lead: Card | None = None
    cluster: tuple[FeedRow, ...] = ()
    seconds: tuple[Card, ...] = ()
    exclusives: tuple[Card, ...] = ()
    more_exclusives: str = ""
    running: tuple[RunningStory, ...] = ()
    bands: tuple[Band, ...] = ()
    opinion: tuple[Card, ...] = ()
    more_opinion: str = ""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section's front, for Page("section.html", chrome=…, section=…, rail=Markup | None).

    lead and seconds: the newest or the chosen; days: the rest, newest first. more: address
    of older items, or "".
    """

    name: str
    address: str
    line: str = ""
    lead: Card | None = None
    seconds: tuple[Card, ...] = ()
    stories: tuple[StoryLine, ...] = ()
    days: tuple[FeedDay, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class TagView:
    """A tag or topic, for Page("tag.html", chrome=…, tag=…, rail=Markup | None)."""

    name: str
    address: str
    line: str = ""
    days: tuple[FeedDay, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """One label as a filter of the newsfeed; label "" is "All"."""

    label: str
    address: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class NewsfeedView:
    """The newsfeed, for Page("newsfeed.html", chrome=…, newsfeed=…).

    label: key of the filter that is on, or "". day: set on the sheet of one older day.
    newest: the newest sheet; only there the year of a day is left out. more: address behind
    "More news", or "". filters: none when there is only "All". recent: days for "Go to a
    day"; month: the archive of the newest month.
    """

    days: tuple[FeedDay, ...] = ()
    filters: tuple[Filter, ...] = ()
    label: str = ""
    day: date | None = None
    newest: bool = True
    more: str = ""
    recent: tuple[DayLink, ...] = ()
    month: DayLink | None = None
    stories: tuple[StoryLine, ...] = ()
