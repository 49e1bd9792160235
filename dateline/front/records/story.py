"""A running story's own page."""

from dataclasses import dataclass
from datetime import date

from dateline.front.records.chronology import (
    ChronologyDay,
    StatementView,
    StripDay,
    VersionSet,
)
from dateline.front.records.lists import Card
from dateline.front.records.page import Link
from dateline.lib.multilingual import Wording


@dataclass(frozen=True, slots=True)
class Quoted:
    """How many statements one source makes in a story; address: of its page there."""

    name: str
    count: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story, for Page("story.html", chrome=…, story=…).

    days: oldest first; newest first when `newest` (then each day's entries too). turned:
    address of the other order. silent: date of the last entry, set from 14 days of silence.
    strip: shown from 4 days on. quoted: named sources, most statements first; unnamed, unstated:
    how many statements there are of sources not named, and of none. began_in, last_in: how
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
    unnamed: int = 0
    unstated: int = 0
    silent: date | None = None
    strip: tuple[StripDay, ...] = ()
    versions: tuple[VersionSet, ...] = ()
    days: tuple[ChronologyDay, ...] = ()
    articles: tuple[Card, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    newest: bool = False
    turned: str = ""
    reviewed: date | None = None


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One statement on its source's page.

    number: of its entry, at that address; on: its date, on_in: how exactly it is known.
    story: where it stands, on the page of a person.
    """

    said: StatementView
    number: int
    address: str
    on: date
    on_in: str = "day"
    story: Link | None = None


@dataclass(frozen=True, slots=True)
class StorySourceView:
    """One source's statements in a story, for Page("source.html", chrome=…, source=…).

    own: the page of all that it is quoted with. role: what it is now, or for whom it speaks.
    rows: newest first. beside: other sources of the same side.
    """

    name: str
    address: str
    story: Link
    own: Link
    role: Wording = Wording()
    rows: tuple[SaidRow, ...] = ()
    beside: tuple[Link, ...] = ()
