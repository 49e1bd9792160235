"""Put the blocks of a body together: names for speakers, files for pictures, live chronologies."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from dateline.front.plates import chronology, names
from dateline.front.plates.frame import known
from dateline.front.reads import markup
from dateline.front.reads.bodies import BackgroundRef, Passage, PictureRef, QuoteRef, ReadAlsoRef
from dateline.front.records import (
    Background,
    ChronologyDay,
    Edition,
    FactBox,
    Gallery,
    Listing,
    Paragraph,
    Picture,
    PictureBlock,
    Quote,
    ReadAlso,
)
from dateline.press import Reader

OPEN_ENTRIES = 9  # a background shows about so many of its newest entries unfolded
LEAST_FOLDED = 4


class Place(NamedTuple):
    """Say where blocks are put together: by which reader, for which edition, since when."""

    read: Reader
    edition: Edition
    day: date | None = None


class Shelf(NamedTuple):
    """Hold what the blocks of one body name, read in one go."""

    agents: dict[int, Any]
    pictures: dict[int, Picture]
    links: dict[tuple[str, int], str]


def body(place: Place, blocks: Iterable[Any]) -> tuple[Any, ...]:
    """Return the blocks of a body as templates show them; what is not there leaves no trace."""
    found = list(blocks)
    shelf = _shelf(place, found)
    seen: set[int] = set()
    made: list[Any] = []
    for block in found:
        make = MAKERS.get(type(block))
        made.extend(make(place, shelf, block, seen) if make else _plain(shelf, block))
    return tuple(made)


def parted(blocks: tuple[Any, ...]) -> tuple[tuple[Any, ...], tuple[Background, ...]]:
    """Part a body from the chronologies at its end, which stand below the corrections."""
    end = len(blocks)
    while end and isinstance(blocks[end - 1], Background):
        end -= 1
    return blocks[:end], blocks[end:]


def _shelf(place: Place, blocks: list[Any]) -> Shelf:
    """Read the names, pictures and addresses that blocks hold by id."""
    read, edition = place.read, place.edition
    speakers = [one.speaker_id for one in blocks if isinstance(one, QuoteRef) and one.speaker_id]
    pictures = [
        pk for one in blocks if isinstance(one, PictureRef) for pk, _caption in one.pictures
    ]
    texts = [one.html for one in blocks if isinstance(one, Passage | QuoteRef | FactBox)]
    return Shelf(
        known(read, "agent", speakers, "name", edition.language),
        known(read, "picture", pictures, "shown", edition.language),
        _links(place, {link for text in texts for link in markup.own_links(text)}),
    )


def _links(place: Place, wanted: set[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Return the addresses of our own records that texts link to."""
    read, edition = place.read, place.edition
    ids = {kind: sorted(pk for of, pk in wanted if of == kind) for kind in markup.KINDS}
    articles = known(read, "article", ids["article"], "place")
    agents = names.agents(read, edition, ids["agent"])
    stories = {pk: names.story(read, edition, pk) for pk in ids["story"]}
    found = {("article", pk): where.address for pk, where in articles.items()}
    found |= {("agent", pk): link.address for pk, link in agents.items()}
    found |= {("story", pk): link.address for pk, link in stories.items() if link}
    return found


def linked(html: str, shelf: Shelf) -> str:
    """Give our own links their addresses; a link to what is not there keeps its words alone."""

    def whole(found: Any) -> str:
        kind, pk, inside = found.groups()
        address = shelf.links.get((kind, int(pk)))
        return f'<a href="{address}">{inside}</a>' if address else str(inside)

    return markup.OWN_LINK.sub(whole, html)


def _plain(shelf: Shelf, block: Any) -> Iterator[Any]:
    if isinstance(block, FactBox):
        yield FactBox(block.title, linked(block.html, shelf))
    else:
        yield block


def _passage(_place: Place, shelf: Shelf, block: Passage, _seen: set[int]) -> Iterator[Any]:
    html = linked(block.html, shelf)
    yield Listing(html) if block.kind == "list" else Paragraph(html)


def _quote(place: Place, shelf: Shelf, block: QuoteRef, seen: set[int]) -> Iterator[Any]:
    agent = shelf.agents.get(block.speaker_id or 0)
    name = block.speaker_name or (agent.name if agent else "")
    first = agent is None or agent.id not in seen
    if agent:
        seen.add(agent.id)
    link = names.agent_link(place.edition, agent) if agent else None
    yield Quote(
        html=linked(block.html, shelf),
        speaker=name if first else _surname(name, agent),
        address=link.address if link else "",
        role=block.role if first else "",
        first=first,
        translated_from=block.translated_from,
        anonymous="" if name else block.role,
        reason=block.reason,
    )


def _surname(name: str, agent: Any) -> str:
    """Return what a person is called from the second time on; bodies keep their name."""
    return name.rpartition(" ")[2] if agent and agent.kind == "person" else name


def _pictures(_place: Place, shelf: Shelf, block: PictureRef, _seen: set[int]) -> Iterator[Any]:
    shown = tuple(
        captioned(shelf.pictures[pk], caption)
        for pk, caption in block.pictures
        if pk in shelf.pictures
    )
    if block.kind == "gallery" and shown:
        yield Gallery(shown)
    elif shown:
        yield PictureBlock(shown[0])


def captioned(picture: Picture, caption: str) -> Picture:
    """Return a picture with the caption given where it stands, else its own."""
    if not caption:
        return picture
    return Picture(picture.fallback, picture.alt, caption, picture.credit, picture.renditions)


def _read_also(place: Place, _shelf: Shelf, block: ReadAlsoRef, _seen: set[int]) -> Iterator[Any]:
    cards = names.plain_cards(place.read, [block.article_id])
    if cards:
        yield ReadAlso(cards)


def _background(
    place: Place, _shelf: Shelf, block: BackgroundRef, _seen: set[int]
) -> Iterator[Any]:
    made = background(place, block)
    if made:
        yield made


def background(place: Place, block: BackgroundRef) -> Background | None:
    """Return a story's chronology for an article; None without entries or words in the language."""
    read, edition = place.read, place.edition
    link = names.story(read, edition, block.story_id)
    if link is None:
        return None
    shown = _chosen(read, block)
    told = chronology.told(read, edition, block.story_id, link.address, shown)
    days = chronology.days(told, told.entries)
    if not days:
        return None
    folded, recent = fold(days)
    closing = max(days, key=lambda day: day.until or day.date)
    last = closing.until or closing.date
    return Background(
        title=link.text,
        address=link.address,
        days=recent,
        folded=folded,
        entries=len(told.entries),
        first=days[0].date,
        first_in=days[0].precision,
        last=last,
        last_in="day" if closing.until else closing.precision,
        versions=bool(told.differ),
        after=last if place.day and last > place.day else None,
        anchor=f"background-{block.story_id}",
    )


def _chosen(read: Reader, block: BackgroundRef) -> tuple[int, ...] | None:
    """Return which entries a block shows; None for all."""
    most = block.most or chronology.MOST_ENTRIES
    if block.show == "key":
        return tuple(reversed(read.window(f"keyentries:{block.story_id}", most)))
    if block.show == "last" or block.most:
        return tuple(reversed(read.window(f"entries:{block.story_id}", block.most or OPEN_ENTRIES)))
    return None


def fold(
    days: tuple[ChronologyDay, ...],
) -> tuple[tuple[ChronologyDay, ...], tuple[ChronologyDay, ...]]:
    """Part a chronology into its older part, folded, and the recent one."""
    shown, at = 0, len(days)
    while at and shown < OPEN_ENTRIES:
        at -= 1
        shown += len(days[at].entries)
    older = sum(len(day.entries) for day in days[:at])
    return (days[:at], days[at:]) if older >= LEAST_FOLDED else ((), days)


MAKERS: dict[type, Callable[[Place, Shelf, Any, set[int]], Iterator[Any]]] = {
    Passage: _passage,
    QuoteRef: _quote,
    PictureRef: _pictures,
    ReadAlsoRef: _read_also,
    BackgroundRef: _background,
}
