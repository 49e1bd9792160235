"""The dated record of a story: days, entries, statuses, versions side by side."""

import datetime
from dataclasses import dataclass

from dateline.front.records.page import Link
from dateline.lib.multilingual import Wording


@dataclass(frozen=True, slots=True)
class Status:
    """How a statement stands; key out of STATUSES, the first that fits.

    address: for "differ" the list of versions, for "denied" the denial. note: the newsroom's
    reason. by: who denies it.
    """

    key: str
    address: str = ""
    note: Wording = Wording()
    by: tuple["StatementSource", ...] = ()


@dataclass(frozen=True, slots=True)
class Fix:
    """One correction of an entry, below its text; kind: as of an article's correction."""

    date: datetime.date
    kind: str
    was: Wording
    now: Wording
    reason: Wording


@dataclass(frozen=True, slots=True)
class StatementSource:
    """One source of a statement, as a line names it.

    name: its name, or its description where it is not named. address: of its page in the story.
    role: what it was on the day of the statement; former: it is so no longer. unnamed: nobody
    named it; reason: why not. language: of the name, where it is not the page's.
    """

    name: str
    address: str = ""
    role: Wording = Wording()
    former: bool = False
    unnamed: bool = False
    language: str = ""
    reason: Wording = Wording()


@dataclass(frozen=True, slots=True)
class StatementView:
    """One line of an entry: who, what, how it stands, why.

    anchor: "s-" and 8 signs of the uid; address: that place on the story's page. sources: who
    speaks, else who reports it; none where nobody is stated. verb: out of VERBS, said of one or
    of several. html: the words, with an end mark. hedge: the source's words of doubt where those
    lack them. via: outlets that carried it. read_at: where it
    was read. day: on which it
    was made. language: of the words, where not the page's. answers: what it denies or answers.
    """

    anchor: str
    address: str
    html: str
    status: Status
    hedge: Wording = Wording()
    sources: tuple[StatementSource, ...] = ()
    verb: str = "says"
    several: bool = False
    via: tuple[Link, ...] = ()
    read_at: tuple[Link, ...] = ()
    day: datetime.date | None = None
    language: str = ""
    answers: "StatementView | None" = None


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry: its own words where they say more than its statements, then those.

    uid: whole; anchor: "e-" and the first 8 signs of it. number: place in its story, from 1.
    html: the sentence, sources in <b>, "" where its statements say it all. mark: out of MARKS.
    notes: keys out of NOTES. time: only when the entry is exact to the minute. address: of the
    entry on its story's page. language: BCP 47 of the words when it is not the page's.
    corrections: oldest first.
    """

    uid: str
    anchor: str
    number: int
    html: str
    address: str
    mark: str = "bare"
    statements: tuple[StatementView, ...] = ()
    notes: tuple[str, ...] = ()
    time: datetime.datetime | None = None
    language: str = ""
    corrections: tuple[Fix, ...] = ()
    key: bool = False


@dataclass(frozen=True, slots=True)
class ChronologyDay:
    """The entries of one day (or month, or year, when no more is known).

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
    """One day of the day strip; address: the day on the story's page, "" where it has none."""

    date: datetime.date
    count: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class VersionSet:
    """The versions of one question side by side; order by time of statement.

    anchor: of the list, "v-" and 8 signs of the uid. note: the editor's remark below. open: the
    first set of the page.
    """

    question: Wording
    anchor: str
    versions: tuple[StatementView, ...]
    note: Wording = Wording()
    open: bool = False
