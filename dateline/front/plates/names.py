"""Turn ids into names with addresses, as one edition calls things."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from dateline.front import addresses
from dateline.front.plates.frame import read_known
from dateline.front.records import Card, Edition, FeedDay, FeedRow, Link, StoryLine
from dateline.lib import urls, when
from dateline.press import Reader

BOLD = ("breaking", "exclusive")


def section(read: Reader, edition: Edition, section_id: int | None) -> Link | None:
    """Return a section's link; None without a name in the edition's language."""
    return sections(read, edition, [section_id] if section_id else []).get(section_id or 0)


def sections(read: Reader, edition: Edition, ids: Iterable[int]) -> dict[int, Link]:
    """Return sections' links by id."""
    found = read_known(read, "section", ids, "name", edition.language)
    return {
        pk: Link(name.name, addresses.section(edition.code, name.slug))
        for pk, name in found.items()
    }


def tags(read: Reader, edition: Edition, ids: Iterable[int]) -> tuple[Link, ...]:
    """Return tags' links; those without a name in the edition's language are left out."""
    found = read_known(read, "tag", ids, "name", edition.language)
    return tuple(Link(name.name, addresses.tag(edition.code, name.slug)) for name in found.values())


def agents(read: Reader, edition: Edition, ids: Iterable[int]) -> dict[int, Link]:
    """Return agents' links by id; without a page in the edition the name stands alone."""
    found = read_known(read, "agent", ids, "name", edition.language)
    return {pk: agent_link(edition, name) for pk, name in found.items()}


def agent_link(edition: Edition, name: Any) -> Link:
    """Return the link of one agent's name."""
    address = addresses.agent(edition.code, name.kind, name.slug) if name.slug else ""
    return Link(name.name, address)


def site_link(url: str) -> Link | None:
    """Return a link to another site, called by its host's name; None without an address."""
    return Link(urls.host_of(url), url) if urls.is_web(url) else None


def programme(read: Reader, edition: Edition, programme_id: int | None) -> Link | None:
    """Return a programme's link."""
    if programme_id is None:
        return None
    name = read.get("programme", programme_id, "name", edition.language)
    if name is None:
        return None
    return Link(name.name, addresses.programme(edition.code, name.slug) if name.slug else "")


def story(read: Reader, edition: Edition, story_id: int | None) -> Link | None:
    """Return a story's link; None without a title in the edition's language."""
    if story_id is None:
        return None
    name = read.get("story", story_id, "name", edition.language)
    return Link(name.title, addresses.story(edition.code, name.slug)) if name else None


def story_lines(read: Reader, edition: Edition, ids: Iterable[int]) -> tuple[StoryLine, ...]:
    """Return running stories as lines with the number of entries and the last one's day."""
    lines = []
    for pk, name in read_known(read, "story", ids, "name", edition.language).items():
        days = read.tally(f"entrydays:{pk}")
        last = date.fromordinal(max(days)) if days else None
        address = addresses.story(edition.code, name.slug)
        lines.append(StoryLine(name.title, address, sum(days.values()), last))
    return tuple(lines)


def cards(
    read: Reader, edition: Edition, ids: Iterable[int], *, mixed: bool = False
) -> dict[int, Card]:
    """Return cards by the article's id; mixed: with the names of their sections."""
    found = read_known(read, "article", ids, "card")
    named = sections(read, edition, (card.section_id for card in found.values())) if mixed else {}
    pictures = read_known(
        read,
        "picture",
        (card.picture_id for card in found.values() if card.picture_id),
        "bare",
        edition.language,
    )
    made = {}
    for pk, card in found.items():
        link = named.get(card.section_id)
        made[pk] = Card(
            headline=card.headline,
            address=card.address,
            published=card.published,
            label=card.label,
            opinion=card.opinion,
            standfirst=card.standfirst,
            section=link.text if link else "",
            picture=pictures.get(card.picture_id),
        )
    return made


def plain_cards(read: Reader, ids: Iterable[int]) -> tuple[Card, ...]:
    """Return cards of one line each: headline, label, time; no picture, no standfirst."""
    return tuple(cards_by_id(read, ids).values())


def cards_by_id(read: Reader, ids: Iterable[int]) -> dict[int, Card]:
    """Return cards of one line each by the article's id."""
    return {
        pk: Card(one.headline, one.address, one.published, one.label, one.opinion)
        for pk, one in read_known(read, "article", ids, "line").items()
    }


def article_rows(read: Reader, ids: Iterable[int]) -> tuple[FeedRow, ...]:
    """Return articles as rows of a dense list."""
    return tuple(
        FeedRow(
            time=one.published,
            headline=one.headline,
            address=one.address,
            label=one.label,
            key=one.label in BOLD,
            opinion=one.opinion,
        )
        for one in read_known(read, "article", ids, "line").values()
    )


def days(rows: Iterable[FeedRow], edition: Edition) -> tuple[FeedDay, ...]:
    """Gather rows under the days of the edition's zone, in the order they come."""
    found: dict[date, list[FeedRow]] = {}
    for row in rows:
        found.setdefault(local_day(row.time, edition), []).append(row)
    return tuple(FeedDay(day, tuple(of_day)) for day, of_day in found.items())


def local_day(at: datetime, edition: Edition) -> date:
    """Return the day in the edition's zone."""
    return when.local_day(at, edition.zone)
