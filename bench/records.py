"""Make the records of a synthetic newsroom, a thousand at a time, asking the database nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from dateline.chronology.models import Attribution, Entry, Statement, StoryEntry
from dateline.lib.slugs import SHORT_ID_LENGTH, SIGNS, slug
from dateline.newsfeed.models import Bulletin
from dateline.staff.models import Edition
from dateline.stories.models import (
    Article,
    ArticleStory,
    ArticleTag,
    Byline,
    Related,
    Story,
    StoryText,
)

from . import shape, words
from .shape import Shape, chance_of

ARTICLE, STORY, ENTRY, LINE = 1, 2, 3, 4
LABELS = (("breaking", 0.03), ("exclusive", 0.06), ("opinion", 0.11), ("analysis", 0.16))


@dataclass(frozen=True)
class Place:
    """Is where the records belong: one edition, a newsroom of some shape."""

    edition: Edition
    shape: Shape


def uid(kind: int, number: int) -> UUID:
    """Return the uid of one record."""
    return UUID(int=(kind << 96) | (number + 1), version=4)


def short_id(number: int) -> str:
    """Return a short id that no other number has; those of real articles may meet by chance."""
    left = (number + 1) * 1_000_000_007 % len(SIGNS) ** SHORT_ID_LENGTH
    signs = []
    for _sign in range(SHORT_ID_LENGTH):
        left, sign = divmod(left, len(SIGNS))
        signs.append(SIGNS[sign])
    return "".join(signs)


def stories(place: Place, numbers: Iterable[int]) -> Iterator[Any]:
    """Make running stories with their words and all that their chronologies hold."""
    newest = place.shape.stories
    for number in numbers:
        chance = chance_of(STORY, number)
        title = words.headline(chance)
        pk = number + 1
        yield Story(
            pk=pk,
            uid=uid(STORY, number),
            slugline=f"STORY-{number}",
            status="running" if newest - number < 40 else "closed",
            section_id=1 + number % shape.SECTIONS,
        )
        yield StoryText(
            story_id=pk,
            language=place.edition.language,
            title=title[:160],
            slug=f"{slug(title, limit=60)}-{number}",
            summary=words.passage(chance, 1, 2),
        )
        for entry in place.shape.entries_of(number):
            yield from _entry(place, number, entry)


def _entry(place: Place, story: int, number: int) -> Iterator[Any]:
    """Make an entry with one or two statements, each with one or two sources."""
    chance = chance_of(ENTRY, number)
    begun = place.shape.at(min(story * shape.A_STORY, place.shape.size - 1))
    language = place.edition.language
    entry = Entry(
        pk=number + 1,
        uid=uid(ENTRY, number),
        when=(begun + timedelta(days=int(chance.random() * 5))).date().isoformat(),
        text={language: words.passage(chance, 1, 2)[:600]},
        key=chance.random() < 0.2,
        live=True,
        published_at=begun,
        first_published_at=begun,
        last_published_at=begun,
    )
    entry.place_in_time()
    yield entry
    yield StoryEntry(entry_id=entry.pk, story_id=story + 1)
    for position in range(1 + (chance.random() < 0.5)):
        key = number * 2 + position + 1
        yield Statement(
            pk=key,
            uid=uid(5, key),
            entry_id=entry.pk,
            position=position,
            text={language: words.passage(chance, 1, 1)[:600]},
        )
        for at in range(1 + (chance.random() < 0.3)):
            source = place.shape.source(story, chance) + 1
            yield Attribution(statement_id=key, position=at, agent_id=source)


def articles(place: Place, numbers: Iterable[int]) -> Iterator[Any]:
    """Make published articles, each with its line in the newsfeed; and lines of their own."""
    for number in numbers:
        chance = chance_of(ARTICLE, number)
        article = _article(place, number, chance)
        story = place.shape.story_of(number, chance)
        earlier = number - 1 - int(chance.random() * 400)
        article.body = body(place, number, story, earlier, chance)
        yield article
        yield from _around(place, number, story, earlier, chance)
        yield _line(article, story)
        if number % 3 == 0:
            yield _own_line(article, number, chance)


def _article(place: Place, number: int, chance: Random) -> Article:
    luck = chance.random()
    label = next((name for name, share in LABELS if luck < share), "")
    at = place.shape.at(number)
    headline = words.headline(chance)
    return Article(
        pk=number + 1,
        uid=uid(ARTICLE, number),
        translation_key=uid(ARTICLE, number),
        short_id=short_id(number),
        edition=place.edition,
        locale_id=place.edition.locale_id,
        section_id=1 + int(shape.SECTIONS * chance.random() ** 2),
        labels=[label] if label else [],
        headline=headline,
        slug=slug(headline, limit=70),
        standfirst=words.passage(chance, 2, 2)[:500],
        live=True,
        published_at=at,
        first_published_at=at,
        last_published_at=at,
    )


def body(
    place: Place, number: int, story: int | None, earlier: int, chance: Random
) -> list[dict[str, Any]]:
    """Return the twenty or so blocks of an article, as they are stored."""
    blocks: list[tuple[str, Any]] = []
    for at in range(15):
        if at in (5, 10):
            blocks.append(("heading", words.headline(chance)))
        blocks.append(("paragraph", f"<p>{words.passage(chance, 2, 4)}</p>"))
        if at in (3, 8):
            blocks.append(("quote", _quote(place, chance)))
    blocks.insert(12, ("number", {"number": f"{number}", "what": words.headline(chance)[:200]}))
    if earlier >= 0 and chance.random() < 0.3:
        blocks.insert(14, ("read_also", {"article": earlier + 1}))
    if story is not None and chance.random() < 0.4:
        blocks.append(("background", {"story": story + 1, "show": "last", "most": None}))
    return [
        {"type": kind, "value": value, "id": str(UUID(int=number * 64 + at, version=4))}
        for at, (kind, value) in enumerate(blocks)
    ]


def _quote(place: Place, chance: Random) -> dict[str, Any]:
    return {
        "text": f"<p>{words.passage(chance, 1, 2)}</p>",
        "speaker": place.shape.agent(chance) + 1,
        "speaker_name": "",
        "role": "spokesperson",
        "translated_from": "",
        "unnamed_reason": "",
    }


def _around(
    place: Place, number: int, story: int | None, earlier: int, chance: Random
) -> Iterator[Any]:
    """Make what stands around an article: authors, story, tags, an earlier article."""
    pk = number + 1
    first = int(shape.AUTHORS * chance.random())
    yield Byline(article_id=pk, agent_id=first + 1)
    if chance.random() < 0.15:
        yield Byline(article_id=pk, agent_id=(first + 1) % shape.AUTHORS + 1, position=1)
    if story is not None:
        yield ArticleStory(article_id=pk, story_id=story + 1)
    for position, tag in enumerate({place.shape.tag(chance) for _n in range(2)}):
        yield ArticleTag(article_id=pk, tag_id=tag + 1, position=position)
    if earlier >= 0 and chance.random() < 0.2:
        yield Related(article_id=pk, target_id=earlier + 1)


def _line(article: Article, story: int | None) -> Bulletin:
    return Bulletin(
        pk=article.pk * 2,
        uid=uid(LINE, article.pk * 2),
        edition=article.edition,
        published_at=article.published_at,
        label=next(iter(article.labels), ""),
        headline=article.headline,
        article_id=article.pk,
        story_id=None if story is None else story + 1,
    )


def _own_line(article: Article, number: int, chance: Random) -> Bulletin:
    return Bulletin(
        pk=article.pk * 2 + 1,
        uid=uid(LINE, article.pk * 2 + 1),
        edition=article.edition,
        published_at=article.published_at + timedelta(seconds=90),
        headline=words.headline(chance_of(LINE, number)),
        source_not_stated=True,
    )
