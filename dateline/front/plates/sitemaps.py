"""Press what search engines ask for: sitemaps by day, their index, robots.txt."""

from collections.abc import Iterable
from datetime import date

from dateline.front import addresses
from dateline.front.plates.frame import argument_ids, editions, frame, read_known, versions
from dateline.front.reads.articles import ArticleRow
from dateline.front.reads.editions import EditionRow
from dateline.front.records import Edition, Sitemap, SitemapIndex, SitemapUrl
from dateline.press import Page, Reader, Sheet, plate

MOST_A_DAY = 50_000
MOST_STORIES = 20_000


@plate("sitemap", importance=3, kind="edition")
class SitemapIndexPlate:
    """The plate of the index of an edition's sitemaps."""

    def sheets(self, row: EditionRow) -> Iterable[Sheet]:
        """Give an edition its index."""
        yield Sheet(addresses.sitemap(row.key.code), f"{row.key.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """List the sitemaps, newest day first; a new article of a known day changes nothing."""
        (edition_id,) = argument_ids(arg)
        edition = frame(read, edition_id, "bare")
        if edition is None:
            return None
        found = [addresses.sitemap_pages(edition.code)]
        ordinal, _after = read.beside(f"mapdays:{edition_id}", 2**40)
        while ordinal is not None:
            found.append(addresses.sitemap_day(edition.code, date.fromordinal(ordinal)))
            ordinal, _after = read.beside(f"mapdays:{edition_id}", ordinal)
        view = SitemapIndex(tuple(SitemapUrl(address) for address in found))
        return Page("sitemap_index.xml", edition=edition, sitemap=view)


@plate("sitemap-pages", importance=3, kind="edition")
class SitemapPagesPlate:
    """The plate of the sitemap of fronts, stories and standing pages."""

    def sheets(self, row: EditionRow) -> Iterable[Sheet]:
        """Give an edition its sitemap of standing pages."""
        yield Sheet(addresses.sitemap_pages(row.key.code), f"{row.key.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """List home, newsfeed, sections, stories and standing pages."""
        (edition_id,) = argument_ids(arg)
        edition = frame(read, edition_id)
        if edition is None:
            return None
        key = f"storymap:{edition_id}"
        stories = read.window(key, MOST_STORIES, "slug", edition.language, oldest=True)
        found = [
            edition.home,
            edition.latest,
            *(one.address for one in edition.sections),
            *(addresses.story(edition.code, one.slug) for one in stories),
            *(one.address for one in edition.work),
            *(one for one in (edition.ethics, edition.access) if one),
            edition.corrections,
            edition.feeds,
        ]
        return _sitemap(edition, [SitemapUrl(address) for address in found])


@plate("sitemap-day", importance=3, kind="article")
class SitemapDayPlate:
    """The plate of the sitemap of the articles first published on one day."""

    def sheets(self, row: ArticleRow) -> Iterable[Sheet]:
        """Give the article's day its sitemap."""
        address = addresses.sitemap_day(row.edition.code, row.day)
        yield Sheet(address, f"{row.edition.id}:{row.day.toordinal()}", own=False)

    def press(self, read: Reader, arg: str) -> Page | None:
        """List a day's articles, oldest first; None without any."""
        edition_id, ordinal = argument_ids(arg)
        edition = frame(read, edition_id, "bare")
        key = f"mapped:{edition_id}:{date.fromordinal(ordinal).isoformat()}"
        found = read.window(key, MOST_A_DAY, "map", oldest=True)
        if edition is None or not found:
            return None
        urls = [SitemapUrl(one.address, one.changed, versions(read, one.versions)) for one in found]
        return _sitemap(edition, urls)


def _sitemap(edition: Edition, urls: Iterable[SitemapUrl]) -> Page:
    return Page("sitemap.xml", edition=edition, sitemap=Sitemap(tuple(urls)))


@plate("robots", importance=3, kind="edition")
class RobotsPlate:
    """The plate of robots.txt, one for the whole site."""

    def sheets(self, row: EditionRow) -> Iterable[Sheet]:
        """Let the default edition carry it."""
        if row.own.default:
            yield Sheet(addresses.ROBOTS, f"{row.key.id}")

    def press(self, read: Reader, arg: str) -> Page | None:
        """Name the sitemaps of all editions."""
        (edition_id,) = argument_ids(arg)
        edition = frame(read, edition_id, "bare")
        if edition is None:
            return None
        found = read_known(read, "edition", editions(read), "sister").values()
        maps = tuple(edition.base + addresses.sitemap(one.code) for one in found)
        return Page("robots.txt", edition=edition, sitemaps=maps)
