"""Read sections and tags: their names, slugs and lines by language."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from dateline.front.reads.editions import EditionKey, keys
from dateline.front.reads.prepared_queries import PreparedQuery
from dateline.press import broad, facet, rows
from dateline.stories.models import Section, SectionName, Tag, TagName


class NameText(NamedTuple):
    """A name, its slug and a line about it in one language."""

    name: str
    slug: str
    line: str


class NamedRow(NamedTuple):
    """A section or tag with its names; editions: those that have one."""

    id: int
    opinion: bool
    names: tuple[tuple[str, NameText], ...]
    editions: tuple[EditionKey, ...]

    def named(self, language: str) -> NameText | None:
        """Return the name in that language, None if it has none."""
        return dict(self.names).get(language)


class NameShown(NamedTuple):
    """A section or tag by name; slug "" when it has no page in that language."""

    name: str
    slug: str


def every_section() -> Iterable[int]:
    """List the ids of all sections."""
    return Section.objects.values_list("pk", flat=True)


def every_tag() -> Iterable[int]:
    """List the ids of all tags."""
    return Tag.objects.values_list("pk", flat=True)


NAME = ("language", "name", "slug", "line")
SECTIONS = PreparedQuery(lambda: Section.objects.all(), "pk", "pk", "is_opinion")
SECTION_NAMES = PreparedQuery(lambda: SectionName.objects.all(), "section_id", "section_id", *NAME)
TAGS = PreparedQuery(lambda: Tag.objects.all(), "pk", "pk")
TAG_NAMES = PreparedQuery(lambda: TagName.objects.all(), "tag_id", "tag_id", *NAME)


@rows("section", ids=every_section)
def load_sections(ids: Sequence[int]) -> dict[int, NamedRow]:
    """Load sections with their names."""
    return _rows(dict(SECTIONS(ids)), SECTION_NAMES(ids))


@rows("tag", ids=every_tag)
def load_tags(ids: Sequence[int]) -> dict[int, NamedRow]:
    """Load tags with their names."""
    found = {pk: False for (pk,) in TAGS(ids)}
    return _rows(found, TAG_NAMES(ids))


def _rows(found: dict[int, bool], names: Iterable[Any]) -> dict[int, NamedRow]:
    """Put things and names together, languages in order."""
    editions = keys()
    by_id: dict[int, list[tuple[str, NameText]]] = {}
    for item, language, *words in names:
        by_id.setdefault(item, []).append((language, NameText(*words)))
    return {
        item: named_row(item, opinion, by_id.get(item, ()), editions)
        for item, opinion in found.items()
    }


def named_row(
    item: int, opinion: bool, names: Iterable[tuple[str, NameText]], editions: Sequence[EditionKey]
) -> NamedRow:
    """Make the row of one section or tag."""
    ordered = tuple(sorted(names))
    languages = {language for language, _named in ordered}
    shown = tuple(one for one in editions if one.language in languages)
    return NamedRow(item, opinion, ordered, shown)


def row_of(instance: Section | Tag) -> NamedRow:
    """Make the row of a section or tag in hand, saved or not."""
    names = [(one.language, NameText(one.name, one.slug, one.line)) for one in instance.names.all()]
    return named_row(instance.pk, getattr(instance, "is_opinion", False), names, keys())


@facet("section", "name", version=1, lingual=True)
def section_name(row: NamedRow, lang: str) -> NameShown | None:
    """Return a section's name; None where the language has none."""
    return _name(row, lang)


@facet("tag", "name", version=1, lingual=True)
def tag_name(row: NamedRow, lang: str) -> NameShown | None:
    """Return a tag's name; None where the language has none."""
    return _name(row, lang)


@facet("section", "front", version=1, lingual=True)
def section_front(row: NamedRow, lang: str) -> NameText | None:
    """Return what the front of a section says about it."""
    return row.named(lang)


@facet("tag", "front", version=1, lingual=True)
def tag_front(row: NamedRow, lang: str) -> NameText | None:
    """Return what the page of a tag says about it."""
    return row.named(lang)


def _name(row: NamedRow, lang: str) -> NameShown | None:
    """Return name and slug alone."""
    named = row.named(lang)
    return NameShown(named.name, named.slug) if named else None


broad("section/name", "every article of a section names it; a new name is a sweep")
broad("tag/name", "every article with a tag names it; a new name is a sweep")
