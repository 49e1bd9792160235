"""Fill in what stands around the texts: departments, subjects, pages, pictures, the home page."""

from __future__ import annotations

import io
import json
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

from django.core.files.images import ImageFile

from dateline.lib import text as types
from dateline.media.models import Picture
from dateline.newsfeed.actions import raise_strip
from dateline.newsfeed.models import Strip
from dateline.staff.models import Edition, User
from dateline.stories.actions import publish
from dateline.stories.models import (
    Article,
    Section,
    SectionName,
    StandingPage,
    Story,
    Tag,
    TagName,
    Zone,
)

from .bodies import BOLD
from .drawing import gallery

Entry = dict[str, Any]


def make_sections(entries: list[Entry]) -> dict[str, Section]:
    """Make the readers' departments."""
    made = {}
    for position, entry in enumerate(entries):
        section = Section(
            name=entry["en"]["name"], position=position, is_opinion=entry.get("opinion", False)
        )
        section.names = [SectionName(language=one, **entry[one]) for one in ("en", "uk")]
        section.save()
        made[entry["key"]] = section
    return made


def make_tags(entries: dict[str, dict[str, str]]) -> dict[str, Tag]:
    """Make the subjects."""
    made = {}
    for key, names in entries.items():
        tag = Tag(name=names["en"])
        tag.names = [TagName(language=one, name=name) for one, name in names.items()]
        tag.save()
        made[key] = tag
    return made


def draw_pictures(content: Entry, languages: list[str]) -> dict[str, dict[str, int]]:
    """Draw the pictures and return their keys by language and name.

    One with words in it is drawn once for each language, one without them once for all.
    """
    found: dict[str, dict[str, int]] = {language: {} for language in languages}
    for name, entry in content["picture"].items():
        spoken = "say_en" in entry
        made: Picture | None = None
        for language in languages:
            if made is None or spoken:
                made = _picture(name, entry, language, content["credit"])
            found[language][name] = made.pk
    return found


def _picture(name: str, entry: Entry, language: str, credit: dict[str, str]) -> Picture:
    say = entry.get(f"say_{language}", {})
    suffix = f"-{language}" if say else ""
    drawn = io.BytesIO(gallery.draw(name, say))
    picture = Picture(
        title=f"{name}{suffix}",
        file=ImageFile(drawn, name=f"{name}{suffix}.png"),
        alt={one: entry[one]["alt"] for one in ("en", "uk")},
        caption={one: entry[one]["caption"] for one in ("en", "uk")},
        credit=credit,
    )
    picture.save()
    return picture


def standing_pages(editions: dict[str, Edition], *, by: User, at: datetime) -> int:
    """Publish the pages that stand: about, ethics, imprint, contact, access."""
    text = (files("dateline.demo") / "content" / "pages.txt").read_text(encoding="utf-8")
    count = 0
    for part in text.split("\n=== ")[1:]:
        head, _, body = part.partition("\n")
        address, _, title = head.partition(" | ")
        code, purpose = address.split()
        if code not in editions:
            continue
        page, _made = StandingPage.objects.get_or_create(
            edition=editions[code], purpose=purpose, defaults={"title": title}
        )
        page.title = title
        page.body = json.dumps([_page_block(line, code) for line in body.strip().splitlines()])
        publish(page, by=by, at=at)
        count += 1
    return count


def _page_block(line: str, language: str) -> Entry:
    if line.startswith("## "):
        return {"type": "heading", "value": line[3:]}
    html = types.typography_html(BOLD.sub(r"<b>\1</b>", line), language)
    return {"type": "paragraph", "value": f"<p>{html}</p>"}


def fill_home_page(
    entry: dict[str, list[str]],
    edition: Edition,
    articles: dict[str, int],
    stories: dict[str, Story],
) -> None:
    """Fill the zones of an edition's home page."""
    for kind, keys in entry.items():
        for position, key in enumerate(keys):
            target = {"story": stories[key]} if kind == "story" else {"article_id": articles[key]}
            Zone(edition=edition, kind=kind, position=position, **target).save()


def put_strip_up(entry: Entry, edition: Edition, article: int, *, by: User, at: datetime) -> Strip:
    """Put the breaking strip up; it ends by itself."""
    end = at + timedelta(minutes=entry["minutes"])
    made = Strip(
        edition=edition,
        text=entry["text"],
        article=Article.objects.get(pk=article),
        from_at=at,
        until_at=end,
    )
    return raise_strip(made, by=by, at=at)
