"""Put the frame around a page: edition, languages, feeds, breaking strip."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.front import addresses
from dateline.front.records import Alternate, Chrome, Edition, FeedLink, Strip, Withdrawn
from dateline.press import Page, Reader
from dateline.press.rendering.reader import SlotMark

MOST_EDITIONS = 100


def argument_ids(arg: str) -> tuple[int, ...]:
    """Return the ids in a sheet's argument: "2:15" -> (2, 15)."""
    return tuple(int(one) for one in arg.split(":"))


class GoneForGood:
    """A plate whose item's own address answers 410 with a page once it is empty for good."""

    def gone(self, read: Reader, arg: str) -> Page | None:
        """Say that the page was withdrawn, in the edition's language."""
        edition = frame(read, int(arg.partition(":")[0]))
        return None if edition is None else gone_page(edition)


def gone_page(edition: Edition, withdrawn: Withdrawn | None = None) -> Page:
    """Return the page at an address where something was taken away."""
    around = chrome(edition, "", noindex=True)
    return Page("withdrawn.html", chrome=around, withdrawn=withdrawn or Withdrawn())


def frame(read: Reader, edition_id: int, facet: str = "frame") -> Edition | None:
    """Return an edition's frame; None when the site no longer has it.

    facet: "masthead" for feeds, "bare" for sitemaps, which a new section does not concern.
    """
    return read.get("edition", edition_id, facet)


def chrome(edition: Edition, address: str, **more: Any) -> Chrome:
    """Return a page's chrome; titles are the templates' where none is given."""
    return Chrome(edition=edition, address=address, **more)


def with_front_links(read: Reader, edition_id: int, edition: Edition) -> Edition:
    """Add to the frame what only fronts show: the way to the newest year of the archive."""
    newest, _later = read.beside(f"feeddays:{edition_id}", 2**40)
    if newest is None:
        return edition
    year = date.fromordinal(newest).year
    return replace(edition, archive=addresses.archive_year(edition.code, year))


def strip(read: Reader, edition_id: int) -> Strip | None:
    """Return the breaking strip while its time runs; the page is pressed again when it ends."""
    row = read.get("edition", edition_id, "strip")
    if row is None or row.from_at is None:
        return None
    if read.until(row.from_at) or not read.until(row.until_at):
        return None
    return Strip(row.text, row.from_at, row.address)


def editions(read: Reader) -> tuple[int, ...]:
    """List the ids of all editions, the default one first."""
    return read.window("editions:all", MOST_EDITIONS, oldest=True)


def alternates(read: Reader, places: Mapping[int, str]) -> tuple[Alternate, ...]:
    """Return the versions of a page by edition; none when it stands in one edition alone."""
    if len(places) < 2:
        return ()
    found = read_known(read, "edition", places, "sister")
    return tuple(
        Alternate(
            sister.locale,
            sister.language,
            sister.name,
            places[edition_id],
            sister.direction,
            sister.default,
        )
        for edition_id, sister in found.items()
    )


def versions(read: Reader, ids: Sequence[int]) -> tuple[Alternate, ...]:
    """Return the language versions of an article; none where it is the only one."""
    if len(ids) < 2:
        return ()
    places = read_known(read, "article", ids, "place").values()
    return alternates(read, {where.edition_id: where.address for where in places})


def read_known(
    read: Reader, kind: str, ids: Iterable[int], facet: str, lang: str | None = None
) -> dict[int, Any]:
    """Return the records of those ids that are there, in their order, read in one go."""
    wanted = list(ids)
    return read.by_id(kind, wanted, facet, lang) if wanted else {}


def feed_link(title: str, page: str) -> FeedLink:
    """Point to the RSS feed of a page."""
    return FeedLink(title, addresses.feed(page))


def rail(read: Reader, edition: Edition) -> SlotMark:
    """Return the slot of the latest news: no page that carries it depends on a headline."""
    return read.slot(addresses.part(edition.code, "rail"))
