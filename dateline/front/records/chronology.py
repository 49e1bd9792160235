"""The dated record of a story: days, entries, statuses, versions side by side."""

import datetime
from dataclasses import dataclass

from dateline.lib.multilingual import Wording


@dataclass(frozen=True, slots=True)
class Status:
    """Say how a statement stands; key out of STATUSES, the first that fits.

    address: for "differ", the version set; note: the newsroom's reason, always shown as text.
    """

    key: str
    address: str = ""
    note: Wording = Wording()


@dataclass(frozen=True, slots=True)
class Fix:
    """One correction of an entry, below its text; kind: as of an article's correction."""

    date: datetime.date
    kind: str
    was: Wording
    now: Wording
    reason: Wording


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry: the sentence with its source in bold, then the status line.

    uid: whole; anchor: "e-" and the first 8 signs of it. number: place in its story, from 1.
    html: the sentence, speakers in <b>. mark: out of MARKS. statuses: without repetition.
    notes: keys out of NOTES. via: outlets that carried it, in words. time: only when the
    entry is exact to the minute. address: of the entry on its story's page. language: BCP 47
    of the original when it is not the page's. corrections: oldest first.
    """

    uid: str
    anchor: str
    number: int
    html: str
    address: str
    mark: str = "bare"
    statuses: tuple[Status, ...] = ()
    notes: tuple[str, ...] = ()
    via: str = ""
    time: datetime.datetime | None = None
    language: str = ""
    corrections: tuple[Fix, ...] = ()
    key: bool = False


@dataclass(frozen=True, slots=True)
class ChronologyDay:
    """Gather the entries of one day (or month, or year, when no more is known).

    date: the day, or the first day of the month or year. precision: day | month | year.
    until: the last day when the entries cover an interval. anchor: "d-2024-08-06".
    """

    date: datetime.date
    entries: tuple[EntryView, ...]
    anchor: str
    precision: str = "day"
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class StripDay:
    """Count one day of the day strip; address: the day on the story's page."""

    date: datetime.date
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Version:
    """Give one side's version: who, side and when in small, text, status."""

    who: str
    html: str
    status: Status | None = None
    side: str = ""
    when: datetime.date | None = None
    address: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class VersionSet:
    """Set versions of one question side by side; order by time of statement.

    anchor: "v-" and 8 signs of the uid. note: the editor's remark below. open: the first
    set of the page.
    """

    question: Wording
    anchor: str
    versions: tuple[Version, ...]
    note: Wording = Wording()
    open: bool = False
