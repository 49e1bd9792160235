"""Spell every address of the readers' site; nothing else builds one.

edition: its code, the first segment. Days are days in the edition's zone. Slugs are lower-case
words that lib.slugs made. All addresses are root-relative.
"""

from datetime import date
from uuid import UUID

ANCHOR_LENGTH = 8
ROBOTS = "/robots.txt"
ROOT = "/"
ROOT_MISSING = "/404/"


def home(edition: str) -> str:
    """Return the front of an edition."""
    return f"/{edition}/"


def section(edition: str, slug: str) -> str:
    """Return the front of a section."""
    return f"/{edition}/{slug}/"


def latest(edition: str) -> str:
    """Return the newest sheet of the newsfeed."""
    return f"/{edition}/latest/"


def latest_day(edition: str, day: date) -> str:
    """Return one whole day of the newsfeed."""
    return f"/{edition}/latest/{day.isoformat()}/"


def latest_label(edition: str, label: str) -> str:
    """Return the newsfeed of one label."""
    return f"/{edition}/latest/{label}/"


def part(edition: str, name: str) -> str:
    """Return a part that pages of an edition share, alone."""
    return f"/_f/{edition}/{name}.html"


def feed(page: str, form: str = "rss") -> str:
    """Return the feed of a page, by the page's address. form: the file's suffix."""
    return f"{page}feed.{form}"


def article(edition: str, day: date, slug: str, short_id: str) -> str:
    """Return an article; day: of its first publication. Only the id is looked up."""
    return f"{archive_day(edition, day)}{slug}-{short_id}/"


def archive_day(edition: str, day: date) -> str:
    """Return the archive of a day."""
    return f"{archive_month(edition, day.year, day.month)}{day.day:02d}/"


def archive_month(edition: str, year: int, month: int) -> str:
    """Return the archive of a month."""
    return f"{archive_year(edition, year)}{month:02d}/"


def archive_year(edition: str, year: int) -> str:
    """Return the archive of a year."""
    return f"/{edition}/{year:04d}/"


def story(edition: str, slug: str) -> str:
    """Return a running story, oldest entry first."""
    return f"/{edition}/story/{slug}/"


def story_newest(page: str) -> str:
    """Return the story at that address with the newest entry first."""
    return f"{page}newest/"


def story_source(page: str, agent: str) -> str:
    """Return what one source says in the story at that address."""
    return f"{page}source/{agent}/"


def entry_anchor(uid: UUID | str) -> str:
    """Return the id of an entry on its story's page."""
    return f"e-{str(uid)[:ANCHOR_LENGTH]}"


def statement_anchor(uid: UUID | str) -> str:
    """Return the id of a statement on its story's page."""
    return f"s-{str(uid)[:ANCHOR_LENGTH]}"


def version_anchor(uid: UUID | str) -> str:
    """Return the id of the list of versions of a set on its story's page."""
    return f"v-{str(uid)[:ANCHOR_LENGTH]}"


def day_anchor(day: date) -> str:
    """Return the id of a day on a story's page."""
    return f"d-{day.isoformat()}"


def at(page: str, anchor: str) -> str:
    """Return a place on the page at that address."""
    return f"{page}#{anchor}"


def person(edition: str, slug: str) -> str:
    """Return a person."""
    return f"/{edition}/person/{slug}/"


def source(edition: str, slug: str) -> str:
    """Return a source that is no person."""
    return f"/{edition}/source/{slug}/"


def agent(edition: str, kind: str, slug: str) -> str:
    """Return a person or another source, by its kind."""
    return person(edition, slug) if kind == "person" else source(edition, slug)


def programme(edition: str, slug: str) -> str:
    """Return a programme."""
    return f"/{edition}/programme/{slug}/"


def tag(edition: str, slug: str) -> str:
    """Return a tag."""
    return f"/{edition}/tag/{slug}/"


def standing(edition: str, name: str) -> str:
    """Return a standing page: about, imprint, contact, ethics, corrections, feeds, access."""
    return f"/{edition}/{name}/"


def missing(edition: str) -> str:
    """Return the edition's page for addresses that do not exist."""
    return f"/{edition}/404/"


def sitemap(edition: str) -> str:
    """Return the index of an edition's sitemaps."""
    return f"/{edition}/sitemap.xml"


def sitemap_pages(edition: str) -> str:
    """Return the sitemap of the pages that stand: fronts, stories, standing pages."""
    return f"/{edition}/sitemap/pages.xml"


def sitemap_day(edition: str, day: date) -> str:
    """Return the sitemap of one day's articles."""
    return f"/{edition}/sitemap/{day.isoformat()}.xml"
