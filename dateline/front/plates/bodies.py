"""Put the blocks of a body together: names for agents, files for pictures, live chronologies."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from dateline import blocks
from dateline.blocks import markup
from dateline.blocks.background import Background, BackgroundRef
from dateline.blocks.document import Document
from dateline.front.plates import background, names
from dateline.front.plates.frame import read_known
from dateline.front.records import Card, Edition, Picture
from dateline.press import Reader


class BodyPlace(NamedTuple):
    """Where a body is put together: by which reader, for which edition, since when.

    is_feed: for a feed, which has no chronologies but links to them.
    """

    read: Reader
    edition: Edition
    day: date | None = None
    is_feed: bool = False


class AgentLink(NamedTuple):
    """An agent as the edition calls it; address "" without a page."""

    id: int
    name: str
    kind: str
    address: str


class BodyLookup:
    """What the blocks of one body name, read in one go; it is a `blocks.Lookup`."""

    def __init__(self, place: BodyPlace, named: blocks.Named) -> None:
        read, self.language, self.is_feed = place.read, place.edition.language, place.is_feed
        self._place = place
        self._documents = read_known(read, "attachment", named.documents, "shown", self.language)
        issuers = [one.issuer_id for one in self._documents.values() if one.issuer_id]
        agents = dict.fromkeys([*named.agents, *issuers])
        self._agents = read_known(read, "agent", agents, "name", self.language)
        self._pictures = read_known(read, "picture", named.pictures, "shown", self.language)
        self._lines = names.cards_by_id(read, named.articles)
        self._addresses = addresses(
            place, {link for text in named.texts for link in markup.own_links(text)}
        )
        self._seen: set[int] = set()

    def linked(self, html: str) -> str:
        """Return rich text with addresses; a link to what is not there keeps its words alone."""

        def whole(found: Any) -> str:
            kind, pk, inside = found.groups()
            address = self._addresses.get((kind, int(pk)))
            return f'<a href="{address}">{inside}</a>' if address else str(inside)

        return markup.OWN_LINK.sub(whole, html)

    def agent(self, pk: int | None) -> AgentLink | None:
        """Return an agent; one merged into another is the other."""
        name = self._agents.get(pk or 0)
        if name is None:
            return None
        link = names.agent_link(self._place.edition, name)
        return AgentLink(name.id, link.text, name.kind, link.address)

    def is_first(self, agent_id: int) -> bool:
        """Return whether nobody asked for the agent before."""
        first = agent_id not in self._seen
        self._seen.add(agent_id)
        return first

    def picture(self, pk: int, caption: str = "") -> Picture | None:
        """Return a picture with the caption given where it stands, else its own."""
        picture = self._pictures.get(pk)
        if picture and caption:
            return replace(picture, caption=caption, caption_language="")
        return picture

    def document(self, pk: int) -> Document | None:
        """Return a document; without an address while it has no public copy."""
        found = self._documents.get(pk)
        if found is None:
            return None
        issuer = self.agent(found.issuer_id)
        return Document(
            title=found.title,
            address=found.address,
            title_language=found.title_language,
            type=found.type,
            size=found.size,
            pages=found.pages,
            issuer=issuer.name if issuer else "",
            issuer_address=issuer.address if issuer else "",
            dated=found.dated,
            language=found.language,
        )

    def line(self, article_id: int) -> Card | None:
        """Return a card of one line."""
        return self._lines.get(article_id)

    def background(self, part: BackgroundRef) -> Background | None:
        """Return a story's chronology; in a feed its title and address."""
        place = self._place
        if not self.is_feed:
            return background.background(place.read, place.edition, part, place.day)
        link = names.story(place.read, place.edition, part.story_id)
        return Background(link.text, link.address) if link else None


def body(place: BodyPlace, parts: Iterable[Any]) -> tuple[Any, ...]:
    """Return the blocks of a body as templates show them; what is not there leaves no trace."""
    found = list(parts)
    return blocks.records_shown(found, BodyLookup(place, blocks.records_named(found)))


def without_last_chronologies(
    shown: tuple[Any, ...],
) -> tuple[tuple[Any, ...], tuple[Background, ...]]:
    """Part a body from the chronologies at its end, which stand below the corrections."""
    end = len(shown)
    while end and isinstance(shown[end - 1], Background):
        end -= 1
    return shown[:end], shown[end:]


def addresses(place: BodyPlace, wanted: set[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Return the addresses of our own records that texts link to."""
    read, edition = place.read, place.edition
    ids = {kind: sorted(pk for of, pk in wanted if of == kind) for kind in markup.KINDS}
    articles = read_known(read, "article", ids["article"], "place")
    agents = names.agents(read, edition, ids["agent"])
    stories = {pk: names.story(read, edition, pk) for pk in ids["story"]}
    found = {("article", pk): where.address for pk, where in articles.items()}
    found |= {("agent", pk): link.address for pk, link in agents.items()}
    found |= {("story", pk): link.address for pk, link in stories.items() if link}
    return found
