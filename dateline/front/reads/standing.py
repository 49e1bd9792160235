"""Read standing pages and the editions' own places: zones of the home page, breaking strips."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from dateline.front import addresses
from dateline.front.reads.bodies import Body, parsed
from dateline.front.reads.prepared_queries import columns
from dateline.lib import when
from dateline.newsfeed.models import Strip
from dateline.press import facet, rows
from dateline.staff.models import Edition
from dateline.stories.models import Article, StandingPage, Zone

EDITION = ("edition", "edition__code", "edition__zone")


class StandingRow(NamedTuple):
    """One live standing page."""

    id: int
    edition_id: int
    edition: str
    purpose: str
    title: str
    changed: date | None
    body: Body


def standing_page_ids() -> Iterable[int]:
    """List the ids of all live standing pages."""
    return StandingPage.objects.public().values_list("pk", flat=True)


@rows("standing", ids=standing_page_ids)
def load(ids: Sequence[int]) -> dict[int, StandingRow]:
    """Load live standing pages."""
    found = StandingPage.objects.public().filter(pk__in=ids).select_related("edition")
    found = found.only(*("purpose", "title", "body", "last_published_at"), *EDITION)
    return {page.pk: row_of(page) for page in found}


def row_of(instance: StandingPage) -> StandingRow:
    """Make the row of a standing page in hand, saved or not."""
    at = instance.last_published_at
    return StandingRow(
        instance.pk or 0,
        instance.edition_id,
        instance.edition.code,
        instance.purpose,
        instance.title,
        when.local_day(at, instance.edition.zone) if at else None,
        parsed(instance.body.get_prep_value()),
    )


@facet("standing", "page", version=1)
def page(row: StandingRow) -> StandingRow:
    """Return a standing page whole."""
    return row


class ZoneRow(NamedTuple):
    """One place of a home page."""

    kind: str
    article_id: int | None
    story_id: int | None


class Zones(NamedTuple):
    """The places of a home page that editors filled, in their order."""

    id: int
    zones: tuple[ZoneRow, ...]


@rows("edition", "zones")
def load_zones(ids: Sequence[int]) -> dict[int, Zones]:
    """Load the filled places of home pages."""
    found: dict[int, list[ZoneRow]] = {}
    zones = Zone.objects.filter(edition_id__in=ids).order_by("position", "pk")
    for edition_id, *values in columns(zones, "edition_id", "kind", "article_id", "story_id"):
        found.setdefault(edition_id, []).append(ZoneRow(*values))
    active = Edition.objects.of_site().filter(pk__in=ids).values_list("pk", flat=True)
    return {pk: Zones(pk, tuple(found.get(pk, ()))) for pk in active}


@facet("edition", "zones", version=1, rows="zones")
def zones(row: Zones) -> Zones:
    """Return the places of a home page."""
    return row


class StripRow(NamedTuple):
    """The edition's last breaking strip; from_at None when there has been none."""

    id: int
    text: str
    address: str
    from_at: datetime | None
    until_at: datetime | None


@rows("edition", "strip")
def load_strips(ids: Sequence[int]) -> dict[int, StripRow]:
    """Load the last strip of editions; it leads nowhere while its article is not public."""
    active = Edition.objects.of_site().filter(pk__in=ids).values_list("pk", "code", "zone")
    made = {}
    for pk, code, zone in active:
        strip = Strip.objects.public().filter(edition_id=pk).order_by("-from_at", "-pk").first()
        made[pk] = StripRow(pk, "", "", None, None)
        if strip:
            address = _address(strip.article_id, code, zone)
            made[pk] = StripRow(pk, strip.text, address, strip.from_at, strip.until_at)
    return made


def _address(article_id: int | None, code: str, zone: str) -> str:
    """Return the address of an article that readers may see, else ""."""
    found = Article.objects.public().filter(pk=article_id)
    for at, slug, short_id in found.values_list("published_at", "slug", "short_id"):
        return addresses.article(code, when.local_day(at, zone), slug, short_id)
    return ""


@facet("edition", "strip", version=1, rows="strip")
def strip(row: StripRow) -> StripRow:
    """Return the last strip; the page asks whether its time has come and gone."""
    return row
