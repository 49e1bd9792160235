"""Show articles: what each use takes of a head, names of other things left as ids."""

from datetime import date, datetime
from typing import NamedTuple

from dateline.front.reads.articles import ArticleRow
from dateline.press import facet


class ArticlePlace(NamedTuple):
    """The place of an article: its address and its edition."""

    address: str
    edition_id: int


class CardFacet(NamedTuple):
    """An article in a list, with the ids of what its card names."""

    headline: str
    address: str
    published: datetime
    label: str
    opinion: bool
    standfirst: str
    section_id: int
    picture_id: int | None


class LineFacet(NamedTuple):
    """An article in one line: the label as filed."""

    headline: str
    address: str
    published: datetime
    label: str
    opinion: bool


class MapFacet(NamedTuple):
    """An article as a line of a sitemap."""

    address: str
    changed: datetime | None
    versions: tuple[int, ...]


@facet("article", "place", version=1)
def place(row: ArticleRow) -> ArticlePlace:
    """Return where an article is."""
    return ArticlePlace(row.address, row.edition.id)


@facet("article", "card", version=1)
def card(row: ArticleRow) -> CardFacet:
    """Return what a list shows of an article: headline, label, address, time, picture."""
    labels = row.all_labels
    return CardFacet(
        row.feed_headline or row.headline,
        row.address,
        row.published_at,
        next(iter(labels), ""),
        "opinion" in labels,
        row.standfirst,
        row.section_id,
        row.lead_picture_id,
    )


@facet("article", "line", version=1)
def line(row: ArticleRow) -> LineFacet:
    """Return one line of a dense list."""
    labels = row.all_labels
    return LineFacet(
        row.feed_headline or row.headline,
        row.address,
        row.published_at,
        next(iter(labels), ""),
        "opinion" in labels,
    )


@facet("article", "head", version=2)
def head(row: ArticleRow) -> ArticleRow:
    """Return the whole head but for the line that only lists show."""
    return row._replace(feed_headline="")


@facet("article", "fed", version=3)
def feed_head(row: ArticleRow) -> ArticleRow:
    """Return of the head what feeds give beside the text."""
    return row._replace(
        section_id=0,
        feed_headline="",
        kicker="",
        place="",
        lasting=False,
        speaker_id=None,
        speaker_role="",
        programme_id=None,
        host_id=None,
        outlet_id=None,
        aired_on=None,
        behind_since=None,
        around=row.around._replace(stories=(), related=(), versions=(), reason=""),
    )


@facet("article", "map", version=2)
def on_map(row: ArticleRow) -> MapFacet:
    """Return what a sitemap lists of an article."""
    return MapFacet(row.address, row.changed_at, row.around.versions)


class MainStory(NamedTuple):
    """The story that an article is mainly about."""

    story_id: int | None


@facet("article", "storied", version=1)
def main_story(row: ArticleRow) -> MainStory:
    """Return the primary story of an article."""
    return MainStory(next((pk for pk, primary in row.around.stories if primary), None))


class EpisodeFacet(NamedTuple):
    """An article as an episode of its programme."""

    aired_on: date | None
    speaker_id: int | None


@facet("article", "aired", version=1)
def episode(row: ArticleRow) -> EpisodeFacet:
    """Return when the article's interview was aired and who was the guest."""
    return EpisodeFacet(row.aired_on, row.speaker_id)
