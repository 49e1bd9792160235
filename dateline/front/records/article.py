"""One article with all that its page needs."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dateline.front.records.lists import Card
from dateline.front.records.page import Link
from dateline.lib.multilingual import Wording


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body with the role of that day."""

    name: str
    address: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Byline:
    """An author; role: "reporter", "photographs", in the page's language."""

    name: str
    address: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """The origin of the words: who is speaking, programme, hosts, outlet, air date."""

    speakers: tuple[Speaker, ...] = ()
    programme: Link | None = None
    hosts: tuple[Link, ...] = ()
    outlet: Link | None = None
    aired: date | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: what was wrong, what is right, and why.

    text: what is said where nothing was wrong. kind: error | clarification | update |
    retraction. grave: stands above the headline too.
    """

    kind: str
    at: datetime
    text: Wording
    was: Wording = Wording()
    now: Wording = Wording()
    reason: Wording = Wording()
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Age:
    """The age of an old article: step out of AGE_STEPS, or "years" with their number."""

    step: str
    years: int = 0


@dataclass(frozen=True, slots=True)
class Behind:
    """A text in another language that was updated later than this one."""

    language: str
    address: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article, for Page("article.html", chrome=…, article=…, rail=Markup | None).

    labels: keys, highest rank first; two are shown at most. story: the primary one.
    published and updated: aware; updated only after a material change, with its reason.
    blocks: the body. backgrounds: chronologies after the corrections. more: other articles
    of the primary story, newest first. related: chosen by an editor ("Read also").
    kind: schema.org subtype key: report | opinion | analysis | background | review.
    rail: the slot of the latest news, `read.slot(addresses.part(…))`.
    """

    id: int
    uid: str
    address: str
    headline: str
    published: datetime
    standfirst: str = ""
    kicker: str = ""
    labels: tuple[str, ...] = ()
    section: Link | None = None
    story: Link | None = None
    place: str = ""
    updated: datetime | None = None
    updated_reason: str = ""
    age: Age | None = None
    behind: Behind | None = None
    provenance: Provenance = Provenance()
    bylines: tuple[Byline, ...] = ()
    blocks: tuple[Any, ...] = ()
    corrections: tuple[Correction, ...] = ()
    backgrounds: tuple[Any, ...] = ()
    more: tuple[Card, ...] = ()
    related: tuple[Card, ...] = ()
    tags: tuple[Link, ...] = ()
    kind: str = "report"
