"""People, bodies and programmes."""

from dataclasses import dataclass
from datetime import date

from dateline.front.records.chronology import EntryView
from dateline.front.records.lists import Card, StoryLine
from dateline.front.records.page import Link
from dateline.front.records.pictures import Picture
from dateline.lib.multilingual import Wording


@dataclass(frozen=True, slots=True)
class Role:
    """One dated role; open ends are None."""

    text: Wording
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One quote on a person's page: the words, the role then, the article."""

    html: str
    card: Card
    role: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One chronology entry on a source's page, with its date and story."""

    date: date
    entry: EntryView
    story: Link


@dataclass(frozen=True, slots=True)
class PersonView:
    """Press with Page("person.html", chrome=…, person=…, rail=…); bodies and outlets too.

    kind: person | organisation | government | outlet | group. roles: current first.
    quotes: newest first, out of articles; said: newest first, out of chronologies.
    articles: written by or about them.
    """

    name: str
    address: str
    kind: str = "person"
    description: Wording = Wording()
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    quotes: tuple[QuoteRow, ...] = ()
    said: tuple[SaidRow, ...] = ()
    articles: tuple[Card, ...] = ()
    stories: tuple[StoryLine, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Episode:
    """One programme's article by date with its guests."""

    card: Card
    aired: date | None = None
    guests: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """Press with Page("programme.html", chrome=…, programme=…, rail=…)."""

    name: str
    address: str
    hosts: tuple[Link, ...] = ()
    outlet: Link | None = None
    about: str = ""
    episodes: tuple[Episode, ...] = ()
