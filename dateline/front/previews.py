"""Render the true page of a record in hand, saved or not, without writing anything.

The server registers `render` with the rooms that show previews, for those may not import
the readers' face.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone

from dateline.agents.models import Agent, Programme
from dateline.chronology.models import Entry, VersionSet
from dateline.front.reads import (
    agents,
    articles,
    bodies,
    entries,
    programmes,
    sections,
    standing,
    stories,
    versions,
)
from dateline.press import preview
from dateline.staff.models import Edition
from dateline.stories.models import Article, Section, StandingPage, Story, Tag

Rows = dict[tuple[str, str, int], Any]


MORE: dict[tuple[str, str], Callable[[Any], Any]] = {}
"""How rows that the site's own package added are made of a record in hand: by kind and rows."""


class NoPage(LookupError):
    """A record that has no page on which it could be shown."""


class PreviewedPage(NamedTuple):
    """The page that shows a record, and the rows that stand in for the database's."""

    plate: str
    arg: str
    rows: Rows


def render_preview(instance: Any, mode: str = "") -> bytes:
    """Return the page a record would have as it stands in hand, as HTML in UTF-8.

    mode: code of an edition, where a record has a page in several; "" for the first.
    Raises NoPage for a record that no page shows.
    """
    way = WAYS.get(type(instance))
    if way is None:
        raise NoPage(f"a {type(instance).__name__} has no page of its own")
    shown = way(instance, mode, timezone.now())
    return preview(shown.plate, shown.arg, overlay=shown.rows)


def _article(instance: Article, _mode: str, at: datetime) -> PreviewedPage:
    row = articles.row_of(instance, at)
    rows: Rows = {
        ("article", "head", row.id): row,
        ("article", "body", row.id): bodies.row_of(instance, at),
        **_more("article", row.id, instance),
    }
    return PreviewedPage("article", f"{row.edition.id}:{row.id}", rows)


def _more(kind: str, ident: int, instance: Any) -> Rows:
    """Return the package's rows of a record in hand."""
    made = ((name, make(instance)) for (of, name), make in MORE.items() if of == kind)
    return {(kind, name, ident): row for name, row in made}


def _entry(instance: Entry, mode: str, _at: datetime) -> PreviewedPage:
    row = entries.row_of(instance)
    for story_id in row.stories:
        story = stories.load([story_id]).get(story_id)
        if story and story.editions:
            edition = _one_of(story.editions, mode)
            return PreviewedPage(
                "story", f"{edition}:{story_id}:0", {("entry", "head", row.id): row}
            )
    raise NoPage("an entry is shown on the page of a story: choose one that has a page")


def _story(instance: Story, mode: str, _at: datetime) -> PreviewedPage:
    row = stories.row_of(instance)
    edition = _one_of(row.editions, mode)
    return PreviewedPage(
        "story", f"{edition}:{instance.pk or 0}:0", {("story", "head", row.id or 0): row}
    )


def _versions(instance: VersionSet, mode: str, _at: datetime) -> PreviewedPage:
    row = versions.row_of(instance)
    story = stories.load([row.story_id]).get(row.story_id)
    if story is None:
        raise NoPage("versions are shown on the page of a story: choose one that has a page")
    edition = _one_of(story.editions, mode)
    return PreviewedPage(
        "story", f"{edition}:{row.story_id}:0", {("versionset", "head", row.id): row}
    )


def _standing(instance: StandingPage, _mode: str, _at: datetime) -> PreviewedPage:
    row = standing.row_of(instance)
    return PreviewedPage(
        "standing", f"{row.edition_id}:{row.id}", {("standing", "head", row.id): row}
    )


def _named(kind: str, plate: str, row_of: Callable[[Any], Any]) -> Callable[..., PreviewedPage]:
    """Return the way of a kind that has one page in each edition whose language names it."""

    def way(instance: Any, mode: str, _at: datetime) -> PreviewedPage:
        row = row_of(instance)
        edition = _one_of(row.editions, mode)
        return PreviewedPage(
            plate, f"{edition}:{instance.pk or 0}", {(kind, "head", row.id or 0): row}
        )

    return way


def _one_of(editions: Any, mode: str) -> int:
    """Return the edition of that code, else the first one."""
    if not editions:
        raise NoPage("no edition has a name for it: give it one in an edition's language")
    by_code = {edition.code: edition.id for edition in editions}
    return int(by_code.get(mode, editions[0].id))


def preview_editions() -> list[tuple[str, str]]:
    """Return the editions in which previews can be shown: code and brand."""
    return list(Edition.objects.of_site().values_list("code", "brand"))


WAYS: dict[type, Callable[[Any, str, datetime], PreviewedPage]] = {
    Article: _article,
    Entry: _entry,
    Story: _story,
    VersionSet: _versions,
    StandingPage: _standing,
    Agent: _named("agent", "person", agents.row_of),
    Programme: _named("programme", "programme", programmes.row_of),
    Section: _named("section", "section", sections.row_of),
    Tag: _named("tag", "tag", sections.row_of),
}
