"""Press RSS: an edition's articles, a section's, the lines of the newsfeed; and their list."""

from collections.abc import Iterable, Sequence
from typing import Any

from dateline.blocks.picture import PictureBlock
from dateline.front import addresses, catalogues, formats
from dateline.front.plates import article, names
from dateline.front.plates.frame import (
    GoneForGood,
    argument_ids,
    chrome,
    feed_link,
    frame,
    read_known,
)
from dateline.front.reads.bulletins import FiledBulletin
from dateline.front.reads.editions import EditionRow
from dateline.front.reads.sections import NamedRow
from dateline.front.records import (
    Edition,
    FeedItem,
    FeedLink,
    FeedsView,
    FeedView,
)
from dateline.press import Page, Reader, Sheet, plate

MOST = 30
RSS = "rss"


@plate("feed", importance=2, kind="edition")
class EditionFeedPlate:
    """The plate of an edition's articles as RSS, bodies and all."""

    def sheets(self, row: EditionRow) -> Iterable[Sheet]:
        """Give an edition its feed."""
        yield from _sheets(addresses.home(row.key.code), f"{row.key.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put the feed together."""
        (edition_id,), suffix = feed_argument(arg)
        edition = frame(read, edition_id, "masthead")
        if edition is None:
            return None
        ids = read.window(f"articles:{edition_id}", MOST)
        return _feed(edition, edition.home, items(read, edition, ids), suffix)


@plate("feed-section", importance=2, kind="section")
class SectionFeedPlate(GoneForGood):
    """The plate of a section's articles as RSS."""

    def sheets(self, row: NamedRow) -> Iterable[Sheet]:
        """Give a section a feed in each of its editions."""
        for edition in row.editions:
            named = row.named(edition.language)
            if named:
                page = addresses.section(edition.code, named.slug)
                yield from _sheets(page, f"{edition.id}:{row.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put the feed together."""
        (edition_id, section_id), suffix = feed_argument(arg)
        edition = frame(read, edition_id, "masthead")
        named = read.get("section", section_id, "front", edition.language) if edition else None
        if edition is None or named is None:
            return None
        page = addresses.section(edition.code, named.slug)
        found = items(read, edition, read.window(f"section:{edition_id}:{section_id}", MOST))
        return _feed(edition, page, found, suffix, title=named.name, description=named.line)


@plate("feed-latest", importance=2, kind="edition")
class NewsfeedFeedPlate:
    """The plate of the newsfeed's lines as RSS."""

    def sheets(self, row: EditionRow) -> Iterable[Sheet]:
        """Give an edition's newsfeed its feed."""
        yield Sheet(addresses.feed(addresses.latest(row.key.code)), f"{row.key.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put the feed together."""
        (edition_id,) = argument_ids(arg)
        edition = frame(read, edition_id, "masthead")
        if edition is None:
            return None
        lines = read.window(f"feed:{edition_id}", MOST, "filed")
        found = tuple(line_item(edition, one) for one in lines)
        return _feed(edition, edition.latest, found, title=latest_title(edition))


@plate("feeds", importance=3, kind="edition")
class FeedListPlate:
    """The plate of the list of an edition's feeds."""

    def sheets(self, row: EditionRow) -> Iterable[Sheet]:
        """Give an edition its list of feeds."""
        yield Sheet(addresses.standing(row.key.code, "feeds"), f"{row.key.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Put the list together."""
        (edition_id,) = argument_ids(arg)
        edition = frame(read, edition_id)
        if edition is None:
            return None
        view = FeedsView(
            whole=(
                feed_link(edition.brand, edition.home),
                feed_link(latest_title(edition), edition.latest),
                *(
                    FeedLink(
                        f"{edition.brand} ({suffix})",
                        addresses.feed(edition.home, suffix),
                        form.media_type,
                    )
                    for suffix, form in formats.FORMATS.items()
                ),
            ),
            sections=tuple(feed_link(one.text, one.address) for one in edition.sections),
        )
        return Page("feeds.html", chrome=chrome(edition, edition.feeds), feeds=view)


def latest_title(edition: Edition) -> str:
    """Return what the newsfeed is called, in the edition's language."""
    return catalogues.translations(edition.locale).gettext("Latest news")


def _feed(
    edition: Edition,
    page: str,
    found: tuple[FeedItem, ...],
    suffix: str = RSS,
    *,
    title: str = "",
    description: str = "",
) -> Page | None:
    """Put a channel around items; None in a format that the site no longer has."""
    view = FeedView(
        address=page,
        self_address=addresses.feed(page, suffix),
        title=title,
        description=description,
        items=found,
        changed=max((item.published for item in found), default=None),
    )
    if suffix == RSS:
        return Page("feed.rss.xml", edition=edition, feed=view)
    form = formats.FORMATS.get(suffix)
    return Page("made.txt", edition=edition, text=form.make(view, edition)) if form else None


def _sheets(page: str, arg: str) -> Iterable[Sheet]:
    """Give a page its feed in RSS, and in the formats that the site's own package has."""
    yield Sheet(addresses.feed(page), arg)
    for suffix in formats.FORMATS:
        yield Sheet(addresses.feed(page, suffix), f"{arg}:{suffix}")


def feed_argument(arg: str) -> tuple[tuple[int, ...], str]:
    """Return the ids in a feed's argument and its format: "2:15:json" -> (2, 15), "json"."""
    *ids, last = arg.split(":")
    ids, suffix = ([*ids, last], RSS) if last.isdigit() else (ids, last)
    return tuple(map(int, ids)), suffix


def items(read: Reader, edition: Edition, ids: Sequence[int]) -> tuple[FeedItem, ...]:
    """Return articles as items of a feed."""
    heads = read_known(read, "article", ids, "fed")
    read_known(read, "article", ids, "body")
    return tuple(_item(read, edition, head) for head in heads.values())


def _item(read: Reader, edition: Edition, head: Any) -> FeedItem:
    """Return one article."""
    text = article.feed_text(read, edition, head)
    picture = next((one.picture for one in text.blocks if isinstance(one, PictureBlock)), None)
    return FeedItem(
        title=head.headline,
        address=head.address,
        guid=f"urn:uuid:{head.uid}",
        published=head.published_at,
        description=head.standfirst,
        label=next(iter(head.all_labels), ""),
        authors=tuple(one.name for one in text.bylines),
        categories=tuple(tag.text for tag in text.tags),
        blocks=text.blocks,
        corrections=text.corrections,
        image=picture.fallback if picture else None,
    )


def line_item(edition: Edition, line: FiledBulletin) -> FeedItem:
    """Return one line of the newsfeed; one that leads nowhere leads to its day."""
    row = line.row
    day = names.local_day(row.time, edition)
    return FeedItem(
        title=row.headline,
        address=row.address or addresses.at(addresses.latest_day(edition.code, day), row.anchor),
        guid=f"urn:uuid:{line.uid}",
        published=row.time,
        label=row.label,
    )
