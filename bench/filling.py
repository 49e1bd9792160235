"""Fill a real site with a synthetic newsroom, in bulk and from where it was left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from dateline.agents.models import Agent, AgentName
from dateline.lib.slugs import slug
from dateline.staff.models import Edition
from dateline.stories.models import Article, Section, SectionName, Tag, TagName

from . import records, shape, words
from .records import Place
from .shape import Shape

PIECE = 1000
LOT = 500
OURS = {"agents", "chronology", "newsfeed", "stories"}


def fill(size: int, tell: Callable[[str], None]) -> Place:
    """Bring the open site to so many articles; what is there already is left as it is."""
    place = Place(Edition.objects.get(is_default=True), Shape(size))
    if not Section.objects.exists():
        with transaction.atomic():
            insert(_fixed(place))
    begun = (Article.objects.aggregate(models.Max("pk"))["pk__max"] or 0) // PIECE * PIECE
    for first in range(begun, size, PIECE):
        numbers = range(first, min(first + PIECE, size))
        with transaction.atomic():
            insert(records.stories(place, _stories_begun(numbers)))
            insert(records.articles(place, numbers))
        if (first + PIECE) % (10 * PIECE) == 0:
            tell(f"{first + PIECE:,} articles")
    _go_on_counting()
    return place


def _stories_begun(numbers: range) -> range:
    """Return the stories that begin with these articles."""
    return range(-(-numbers.start // shape.A_STORY), (numbers.stop - 1) // shape.A_STORY + 1)


def insert(made: Iterable[Any]) -> None:
    """Insert records of many kinds, those of one kind together, parents before children."""
    by_kind: dict[type, list[Any]] = {}
    for one in made:
        by_kind.setdefault(type(one), []).append(one)
    for kind, some in by_kind.items():
        kind._default_manager.bulk_create(some, batch_size=LOT)  # type: ignore[attr-defined]


def _fixed(place: Place) -> Iterator[Any]:
    """Make what the newsroom has however many articles it has: sections, tags, people."""
    language = place.edition.language
    for number in range(shape.SECTIONS):
        name = f"{words.NOUNS[number].title()} news"
        yield Section(pk=number + 1, name=name, position=number)
        yield SectionName(section_id=number + 1, language=language, name=name, slug=slug(name))
    for number in range(place.shape.tags):
        name = f"{words.MORE[number % 20].title()} {words.NOUNS[number // 20 % 40]} {number}"
        yield Tag(pk=number + 1, name=name)
        yield TagName(tag_id=number + 1, language=language, name=name, slug=slug(name))
    for number in range(place.shape.agents):
        name = words.person(number)
        yield Agent(pk=number + 1, name=name, is_staff_author=number < shape.AUTHORS)
        yield AgentName(agent_id=number + 1, language=language, name=name, slug=slug(name))


def _go_on_counting() -> None:
    """Have the database count on from the keys that were given here (PostgreSQL)."""
    found = [one for one in apps.get_models() if one._meta.app_label in OURS]
    with connection.cursor() as cursor:
        for sentence in connection.ops.sequence_reset_sql(no_style(), found):
            cursor.execute(sentence)
