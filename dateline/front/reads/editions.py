"""Read editions: the frame of every page, its navigation and its standing pages."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from django.conf import settings

from dateline.front import addresses
from dateline.front.reads.prepared_queries import columns
from dateline.front.records import Alternate, Edition, Link
from dateline.press import broad, facet, index, rows
from dateline.staff.models import Edition as Model
from dateline.stories.models import SectionName, StandingPage

APART = {"ethics", "access"}  # standing pages that the footer names by themselves


class EditionKey(NamedTuple):
    """An edition as other rows need it: to build addresses and to reckon days."""

    id: int
    code: str
    language: str
    zone: str


class NavRow(NamedTuple):
    """One section of the navigation."""

    id: int
    name: str
    slug: str


class WorkRow(NamedTuple):
    """One live standing page."""

    purpose: str
    title: str


class SisterRow(NamedTuple):
    """The facts of an edition that pages of other editions print."""

    code: str
    language: str
    locale: str
    name: str
    direction: str
    default: bool


class EditionRow(NamedTuple):
    """One edition with its navigation and its sisters."""

    key: EditionKey
    own: SisterRow
    brand: str
    tagline: str
    sections: tuple[NavRow, ...]
    work: tuple[WorkRow, ...]
    sisters: tuple[SisterRow, ...]


def edition_ids() -> Iterable[int]:
    """List the ids of all active editions."""
    return Model.objects.of_site().values_list("pk", flat=True)


def keys() -> tuple[EditionKey, ...]:
    """List the active editions in the site's order."""
    found = Model.objects.of_site().values_list("pk", "code", "language", "zone")
    return tuple(EditionKey(*values) for values in found)


@rows("edition", ids=edition_ids)
def load(ids: Sequence[int]) -> dict[int, EditionRow]:
    """Load active editions with navigation and standing pages."""
    editions = list(Model.objects.of_site())
    sisters = tuple(_sister(edition) for edition in editions)
    sections, work = _sections(), _work()
    return {
        edition.pk: EditionRow(
            EditionKey(edition.pk, edition.code, edition.language, edition.zone),
            own,
            edition.brand,
            edition.tagline,
            tuple(sections.get(edition.language, ())),
            tuple(work.get(edition.pk, ())),
            sisters,
        )
        for edition, own in zip(editions, sisters, strict=True)
        if edition.pk in set(ids)
    }


def _sister(edition: Model) -> SisterRow:
    """Take locale, name and direction from the settings, which alone know them."""
    known = {one.code: one for one in settings.SITE.editions}.get(edition.code)
    return SisterRow(
        edition.code,
        edition.language,
        known.locale if known else edition.language,
        known.name if known else edition.language,
        known.direction if known else "ltr",
        edition.is_default,
    )


def _sections() -> dict[str, list[NavRow]]:
    """Load the navigation by language, in its order."""
    found: dict[str, list[NavRow]] = {}
    names = SectionName.objects.filter(section__in_nav=True).order_by(
        "section__position", "section_id"
    )
    for language, *values in columns(names, "language", "section_id", "name", "slug"):
        found.setdefault(language, []).append(NavRow(*values))
    return found


def _work() -> dict[int, list[WorkRow]]:
    """Load the live standing pages by edition."""
    found: dict[int, list[WorkRow]] = {}
    pages = StandingPage.objects.public().order_by("pk")
    for edition_id, purpose, title in pages.values_list("edition_id", "purpose", "title"):
        found.setdefault(edition_id, []).append(WorkRow(purpose, title))
    return found


@facet("edition", "frame", version=1)
def frame(row: EditionRow) -> Edition:
    """Return what every page of the edition shows."""
    code, work = row.key.code, {page.purpose for page in row.work}
    return Edition(
        code=code,
        language=row.own.language,
        locale=row.own.locale,
        brand=row.brand,
        zone=row.key.zone,
        base=settings.SITE.address,
        home=addresses.home(code),
        tagline=row.tagline,
        direction=row.own.direction,
        public=settings.SITE.public,
        sections=tuple(Link(one.name, addresses.section(code, one.slug)) for one in row.sections),
        work=tuple(
            Link(one.title, addresses.standing(code, one.purpose))
            for one in row.work
            if one.purpose not in APART
        ),
        languages=tuple(_alternate(sister) for sister in row.sisters),
        latest=addresses.latest(code),
        corrections=addresses.standing(code, "corrections"),
        ethics=addresses.standing(code, "ethics") if "ethics" in work else "",
        feeds=addresses.standing(code, "feeds"),
        access=addresses.standing(code, "access") if "access" in work else "",
    )


@facet("edition", "masthead", version=1)
def masthead(row: EditionRow) -> Edition:
    """Return what feeds show of an edition: no navigation, no footer, no sisters."""
    return replace(frame(row), sections=(), work=(), languages=(), ethics="", access="")


@facet("edition", "bare", version=1)
def bare(row: EditionRow) -> Edition:
    """Return what sitemaps need of an edition: its addresses, no word of it."""
    return replace(masthead(row), brand="", tagline="")


def _alternate(sister: SisterRow) -> Alternate:
    """Point to the home page of an edition."""
    return Alternate(
        sister.locale,
        sister.language,
        sister.name,
        addresses.home(sister.code),
        sister.direction,
        sister.default,
    )


@facet("edition", "key", version=1)
def key(row: EditionRow) -> EditionKey:
    """Return code, language and zone alone, for pages without a frame."""
    return row.key


@facet("edition", "sister", version=1)
def sister(row: EditionRow) -> SisterRow:
    """Return what a page of another edition prints of this one."""
    return row.own


class Nav(NamedTuple):
    """The sections of the navigation by id, in order."""

    sections: tuple[int, ...]


@facet("edition", "nav", version=1)
def nav(row: EditionRow) -> Nav:
    """Return which sections the navigation leads to."""
    return Nav(tuple(one.id for one in row.sections))


@index("editions", kind="edition")
def in_order(row: EditionRow) -> Iterable[tuple[str, int]]:
    """List the editions, the default one first."""
    yield "editions:all", (0 if row.own.default else 1)


broad("edition/frame", "every page of an edition bears its frame; it changes with the navigation")
broad("edition/key", "pages without a frame know their edition by it; it never changes")
broad("edition/sister", "pages name the other editions; it changes with the settings")
broad("edition/nav", "which sections are in the navigation stands in every frame")
broad("editions", "every page names its languages; the list changes with the settings")
