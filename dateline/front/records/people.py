"""People, bodies and programmes."""

from dataclasses import dataclass
from datetime import date

from dateline.front.records.lists import Card
from dateline.front.records.page import Link
from dateline.front.records.story import Quoted, SaidRow
from dateline.lib.multilingual import Wording


@dataclass(frozen=True, slots=True)
class DatedRole:
    """One dated role; open ends are None."""

    text: Wording
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One quote on a person's page: the words, and the role then; former: held no longer."""

    html: str
    role: str = ""
    former: bool = False


@dataclass(frozen=True, slots=True)
class QuotedArticle:
    """One article with all that it quotes of a person."""

    card: Card
    quotes: tuple[QuoteRow, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person, body or outlet, for Page("person.html", chrome=…, person=…, rail=…).

    kind: person | organisation | government | outlet | group. roles: current first.
    own_site: its own site, by its host's name. surname: how a quote calls a person that was
    named above. quoted: newest article first;
    said: newest first, out of chronologies; told_in: the stories of those, with how many.
    articles: written by or about them.
    """

    name: str
    address: str
    kind: str = "person"
    description: Wording = Wording()
    aliases: tuple[str, ...] = ()
    roles: tuple[DatedRole, ...] = ()
    own_site: Link | None = None
    surname: str = ""
    quoted: tuple[QuotedArticle, ...] = ()
    said: tuple[SaidRow, ...] = ()
    told_in: tuple[Quoted, ...] = ()
    articles: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Episode:
    """One programme's article by date with its guests."""

    card: Card
    aired: date | None = None
    guests: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A programme, for Page("programme.html", chrome=…, programme=…, rail=…)."""

    name: str
    address: str
    hosts: tuple[Link, ...] = ()
    outlet: Link | None = None
    about: str = ""
    episodes: tuple[Episode, ...] = ()
