"""What lists are made of: cards, feed rows, days, running stories."""

from dataclasses import dataclass
from datetime import date, datetime

from dateline.front.records.pictures import Picture


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list: the facet "card" of an article.

    label: one key out of LABELS or "". opinion sets the lighter headline whatever the label.
    section: its name, shown where the list mixes sections.
    """

    headline: str
    address: str
    published: datetime
    label: str = ""
    opinion: bool = False
    standfirst: str = ""
    section: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One bulletin: time, label, headline; the facet "row" of a bulletin.

    time: of first publication, aware. address: None or "" for a line without a target.
    anchor: id of the row without a target, so that it can be linked. key: set bold
    (exclusive, breaking). opinion: set light.
    """

    time: datetime
    headline: str
    address: str | None = None
    label: str = ""
    key: bool = False
    opinion: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class FeedDay:
    """The rows of one day in the edition's zone.

    total: all items of that day; when it is more than the rows shown, the heading says
    "latest 8 of the day"; 0 shows no count. address: of the whole day, or "".
    """

    date: date
    rows: tuple[FeedRow, ...]
    total: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A running story in a list: title, number of entries, date of the last one."""

    title: str
    address: str
    entries: int = 0
    last: date | None = None
