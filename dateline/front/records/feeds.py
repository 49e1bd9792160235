"""What machines read: RSS channels and sitemaps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateline.front.records.article import Correction
from dateline.front.records.page import Alternate
from dateline.front.records.pictures import Rendition


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One article in a feed.

    guid: never changes ("urn:uuid:" and the uid). blocks: the body, printed plainly as
    content:encoded; none for bulletins without an article.
    """

    title: str
    address: str
    guid: str
    published: datetime
    description: str = ""
    label: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    blocks: tuple[Any, ...] = ()
    corrections: tuple[Correction, ...] = ()
    image: Rendition | None = None


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed, for Page("feed.rss.xml", edition=…, feed=…).

    title: without the brand, "" for the whole edition. address: of the page that the feed
    belongs to; self_address: of the feed. changed: the newest change of its items.
    """

    address: str
    self_address: str
    title: str = ""
    description: str = ""
    items: tuple[FeedItem, ...] = ()
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class SitemapUrl:
    """One address of a sitemap; alternates: all versions, itself included, or none."""

    address: str
    changed: datetime | None = None
    alternates: tuple[Alternate, ...] = ()


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap, for Page("sitemap.xml", edition=…, sitemap=…); 50,000 addresses at most."""

    urls: tuple[SitemapUrl, ...] = ()


@dataclass(frozen=True, slots=True)
class SitemapIndex:
    """The sitemaps, for Page("sitemap_index.xml", edition=…, sitemap=…); urls: the sitemaps."""

    urls: tuple[SitemapUrl, ...] = ()
