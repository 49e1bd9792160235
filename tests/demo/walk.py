"""Walk through the demo newsroom by chance: edits as its desks make them, by the rooms' actions."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from dateline.agents.models import Agent
from dateline.chronology import actions as chronology
from dateline.chronology.models import Entry
from dateline.media.models import Picture
from dateline.newsfeed import actions as newsfeed
from dateline.newsfeed.models import Bulletin, Strip
from dateline.staff.models import Edition, User
from dateline.stories import actions
from dateline.stories.models import (
    Article,
    ArticleTag,
    CorrectionText,
    Hold,
    Section,
    Story,
    Tag,
    Zone,
)

Step = Callable[[random.Random, datetime], None]


def editor() -> User:
    return User.objects.get(username="editor")


def some(chance: random.Random, found: object) -> object:
    """Draw one record, by its key."""
    keys = list(found.order_by("pk").values_list("pk", flat=True))  # type: ignore[attr-defined]
    if not keys:
        raise ValidationError("there is none")
    return found.get(pk=chance.choice(keys))  # type: ignore[attr-defined]


def live(chance: random.Random) -> Article:
    """Draw a public article."""
    return some(chance, Article.objects.public())  # type: ignore[return-value]


def body(chance: random.Random, at: datetime) -> None:
    article = live(chance)
    kept = [(one.block_type, one.value) for one in article.body]
    article.body = [*kept, ("paragraph", f"<p>Added at {at:%H:%M:%S}.</p>")]
    actions.publish(article, by=None, at=at)


def headline(chance: random.Random, at: datetime) -> None:
    article = live(chance)
    article.headline = f"{article.headline[:150]} {chance.randrange(100)}"
    actions.publish(article, by=None, at=at)


def update(chance: random.Random, at: datetime) -> None:
    actions.publish_update(live(chance), by=None, at=at, reason="New figures.")


def correct(chance: random.Random, at: datetime) -> None:
    text = CorrectionText.in_language("en", "six rafts of cork", "seven rafts of cork")
    actions.publish_correction(live(chance), text, by=None, at=at)


def withdraw(chance: random.Random, at: datetime) -> None:
    actions.withdraw(live(chance), by=None, at=at, note="It was not ours.")


def unpublish(chance: random.Random, at: datetime) -> None:
    actions.unpublish(live(chance), by=None, at=at)


def publish(chance: random.Random, at: datetime) -> None:
    drafts = Article.objects.filter(live=False, withdrawn_at=None)
    actions.publish(some(chance, drafts), by=None, at=at)  # type: ignore[type-var]


def hold(chance: random.Random, at: datetime) -> None:
    target = chance.choice([live, entry, picture])(chance)
    actions.hold(target, kind="legal", reason="A letter.", by=None, at=at)


def lift(chance: random.Random, at: datetime) -> None:
    from dateline.newsroom.timers import target_of

    placed = some(chance, Hold.objects.in_force())
    actions.lift(placed, by=editor(), at=at, target=target_of(placed))  # type: ignore[arg-type]


def readdress(chance: random.Random, at: datetime) -> None:
    article = live(chance)
    article.slug = f"moved-{chance.randrange(10_000)}"
    actions.publish(article, by=None, at=at)


def move(chance: random.Random, at: datetime) -> None:
    article = live(chance)
    sections = Section.objects.filter(names__language=article.edition.language)
    article.section = some(chance, sections)  # type: ignore[assignment]
    actions.publish(article, by=None, at=at)


def tag(chance: random.Random, at: datetime) -> None:
    article = live(chance)
    tags = chance.sample(list(Tag.objects.order_by("pk")), 2)
    article.tag_links = [ArticleTag(tag=one) for one in tags]
    actions.publish(article, by=None, at=at)


def entry(chance: random.Random) -> Entry:
    """Draw a public entry."""
    return some(chance, Entry.objects.public())  # type: ignore[return-value]


def retell(chance: random.Random, at: datetime) -> None:
    told = entry(chance)
    told.text = {language: f"{text[:500]} So it was." for language, text in told.text.items()}
    chronology.publish(told, by=None, at=at)


def redate(chance: random.Random, at: datetime) -> None:
    told = entry(chance)
    told.when = f"2026-{chance.randrange(1, 13):02d}-{chance.randrange(1, 28):02d}"
    chronology.publish(told, by=None, at=at)


def take_back_entry(chance: random.Random, at: datetime) -> None:
    actions.unpublish(entry(chance), by=None, at=at)


def rename_agent(chance: random.Random, at: datetime) -> None:
    agent = some(chance, Agent.objects.filter(merged_into=None))
    names = list(agent.names.all())  # type: ignore[attr-defined]
    for one in names:
        one.name = f"{one.name[:100]} {chance.randrange(9)}"
    agent.names = names  # type: ignore[attr-defined]
    agent.save()  # type: ignore[attr-defined]


def retitle(chance: random.Random, at: datetime) -> None:
    story = some(chance, Story.objects.public())
    texts = list(story.texts.all())  # type: ignore[attr-defined]
    for one in texts:
        one.title = f"{one.title[:100]} {chance.randrange(9)}"
    story.texts = texts  # type: ignore[attr-defined]
    story.save()  # type: ignore[attr-defined]


def rename_section(chance: random.Random, at: datetime) -> None:
    section = some(chance, Section.objects.all())
    names = list(section.names.all())  # type: ignore[attr-defined]
    for one in names:
        one.name = f"{one.name[:60]} {chance.randrange(9)}"
    section.names = names  # type: ignore[attr-defined]
    section.save()  # type: ignore[attr-defined]


def file_line(chance: random.Random, at: datetime) -> None:
    edition = some(chance, Edition.objects.of_site())
    line = Bulletin(edition=edition, headline=f"Fog {chance.randrange(100)}", published_at=at)
    newsfeed.file(line, by=None, at=at)


def take_back_line(chance: random.Random, at: datetime) -> None:
    lines = Bulletin.objects.filter(live=True, article=None)
    newsfeed.withdraw(some(chance, lines), by=None, at=at)  # type: ignore[arg-type]


def zone(chance: random.Random, at: datetime) -> None:
    Zone.objects.filter(article=None, kind="lead").delete()
    article = live(chance)
    Zone.objects.create(edition=article.edition, kind="lead", article=article)


def breaking(chance: random.Random, at: datetime) -> None:
    edition = some(chance, Edition.objects.of_site())
    strip = Strip(edition=edition, text="Fire", from_at=at, until_at=at + timedelta(hours=1))
    newsfeed.raise_strip(strip, by=None, at=at)


def picture(chance: random.Random) -> Picture:
    """Draw a picture."""
    return some(chance, Picture.objects.all())  # type: ignore[return-value]


def caption(chance: random.Random, at: datetime) -> None:
    shown = picture(chance)
    shown.caption = {"en": f"Seen {chance.randrange(100)} times", "uk": "Бачили"}
    shown.save()


STEPS: tuple[Step, ...] = (
    body,
    headline,
    update,
    correct,
    withdraw,
    unpublish,
    publish,
    hold,
    lift,
    readdress,
    move,
    tag,
    retell,
    redate,
    take_back_entry,
    rename_agent,
    retitle,
    rename_section,
    file_line,
    take_back_line,
    zone,
    breaking,
    caption,
)


def walk(seed: int, length: int) -> list[str]:
    """Take so many steps, each in a transaction; return their names, refused ones in brackets."""
    chance, at, taken = random.Random(seed), datetime.now(UTC), []  # noqa: S311
    for _step in range(length):
        step = chance.choice(STEPS)
        at += timedelta(milliseconds=1)
        try:
            with transaction.atomic():
                step(chance, at)
            taken.append(step.__name__)
        except ValidationError as why:
            taken.append(f"({step.__name__}: {why})")
    return taken
