"""Read bulletins: the lines of the newsfeed."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from dateline.front import addresses
from dateline.front.reads.editions import EditionKey
from dateline.front.reads.prepared_queries import PreparedQuery
from dateline.front.records import LABELS, FeedRow
from dateline.lib import when
from dateline.newsfeed.models import Bulletin
from dateline.press import facet, index, rows

BOLD = ("breaking", "exclusive")
COLUMNS = (
    "pk",
    "edition_id",
    "edition__code",
    "edition__language",
    "edition__zone",
    "uid",
    "published_at",
    "label",
    "headline",
    "url",
    "article__slug",
    "article__short_id",
    "article__published_at",
)


class BulletinRow(NamedTuple):
    """One public line; address: the article's, or what it leads to, or ""."""

    id: int
    edition: EditionKey
    uid: str
    published_at: datetime
    label: str
    headline: str
    address: str

    @property
    def day(self) -> date:
        """Return the line's day in the edition's zone."""
        return when.local_day(self.published_at, self.edition.zone)

    @property
    def sort(self) -> int:
        """Return where the line stands in the feed."""
        return when.sort_key(self.published_at)


def bulletin_ids() -> Iterable[int]:
    """List the ids of all public lines."""
    return Bulletin.objects.public().values_list("pk", flat=True)


LINES = PreparedQuery(lambda: Bulletin.objects.public(), "pk", *COLUMNS)


@rows("bulletin", ids=bulletin_ids)
def load(ids: Sequence[int]) -> dict[int, BulletinRow]:
    """Load public lines with the addresses that they lead to."""
    made = {}
    for pk, *edition_values in LINES(ids):
        edition = EditionKey(*edition_values[:4])
        uid, at, label, headline, url, slug, short_id, first = edition_values[4:]
        address = url
        if short_id:
            day = when.local_day(first, edition.zone)
            address = addresses.article(edition.code, day, slug, short_id)
        made[pk] = BulletinRow(pk, edition, str(uid), at, label, headline, address)
    return made


@facet("bulletin", "row", version=1)
def row(bulletin: BulletinRow) -> FeedRow:
    """Return what the newsfeed shows: time, label, headline, where it leads."""
    return FeedRow(
        time=bulletin.published_at,
        headline=bulletin.headline,
        address=bulletin.address or None,
        label=bulletin.label,
        key=bulletin.label in BOLD,
        opinion=bulletin.label == "opinion",
        anchor="" if bulletin.address else f"b-{bulletin.uid[:8]}",
    )


class FiledBulletin(NamedTuple):
    """A line as a feed reader gets it."""

    uid: str
    row: FeedRow


@facet("bulletin", "filed", version=1)
def filed_bulletin(bulletin: BulletinRow) -> FiledBulletin:
    """Return a line with the uid by which feed readers know it."""
    return FiledBulletin(bulletin.uid, row(bulletin))


@index("feed", kind="bulletin")
def by_edition(row: BulletinRow) -> Iterable[tuple[str, int]]:
    """Order an edition's lines by time."""
    yield f"feed:{row.edition.id}", row.sort


@index("feedlabel", kind="bulletin")
def by_label(row: BulletinRow) -> Iterable[tuple[str, int]]:
    """Order the lines of one label by time."""
    if row.label:
        yield f"feedlabel:{row.edition.id}:{row.label}", row.sort


@index("feedlabels", kind="bulletin", counted=True)
def labels(row: BulletinRow) -> Iterable[tuple[str, int]]:
    """Count lines by label, for the filters; sort: the label's place."""
    if row.label:
        yield f"feedlabels:{row.edition.id}", label_place(row.label)


@index("feedday", kind="bulletin")
def by_day(row: BulletinRow) -> Iterable[tuple[str, int]]:
    """Order the lines of one day."""
    yield f"feedday:{row.edition.id}:{row.day.isoformat()}", row.sort


@index("feeddays", kind="bulletin", counted=True)
def days(row: BulletinRow) -> Iterable[tuple[str, int]]:
    """List the days that have lines; sort: the day's ordinal."""
    yield f"feeddays:{row.edition.id}", row.day.toordinal()


@index("feedmonth", kind="bulletin", counted=True)
def by_month(row: BulletinRow) -> Iterable[tuple[str, int]]:
    """Count a month's lines by day; sort: the day of the month."""
    yield f"feedmonth:{row.edition.id}:{row.day.isoformat()[:7]}", row.day.day


@index("feedyear", kind="bulletin", counted=True)
def by_year(row: BulletinRow) -> Iterable[tuple[str, int]]:
    """Count a year's lines by month; sort: the month."""
    yield f"feedyear:{row.edition.id}:{row.day.year:04d}", row.day.month


def label_place(label: str) -> int:
    """Return a label's place among all labels."""
    return LABELS.index(label)
