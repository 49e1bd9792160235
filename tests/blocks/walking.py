"""What a walk through a kind of block needs: records to name, and the texts that must be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from dateline import blocks
from dateline.agents.models import Agent
from dateline.blocks import Kind, Named, SamplePlace
from dateline.media.models import Attachment, Picture
from dateline.stories.models import Article, Story
from tests.front.town import Town
from tests.ways.of_documents import _file as a_document
from tests.ways.of_pictures import _file as a_picture

TAG = re.compile(r"<[^>]+>")


def place_in(town: Town, language: str = "en") -> SamplePlace:
    """Return records of the town that a sample may name."""
    pictures = []
    for name in ("navy", "crimson"):
        words = {"en": f"The {name} quay.", "uk": f"Причал {name}."}
        picture = Picture(title=name, file=a_picture(name), alt=words, credit={"en": "Ann Lens"})
        picture.save()
        pictures.append(picture.pk)
    document = Attachment(title="Harbour rules", file=a_document("rules"), issuer_id=town.board)
    document.save()
    return SamplePlace(language, town.ann, tuple(pictures), document.pk, town.crane, town.fire)


def sample_of(kind: Kind, place: SamplePlace) -> dict[str, Any]:
    """Return a stored block that shows a kind."""
    return {"type": kind.name, "value": kind.sample(place), "id": f"sample-{kind.name}"}


def texts_of(stored: dict[str, Any]) -> set[str]:
    """Return what readers must see of a stored block: its words, and the names of its records."""
    named = blocks.records_named(blocks.parse_body([stored]))
    return {*_words(stored["value"]), *_names(named)}


def _words(value: Any) -> Iterator[str]:
    """Yield the texts of a value that are more than one word, and so no key or code."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _words(one)
    elif isinstance(value, str):
        yield from (text for text in TAG.split(value) if " " in text.strip())


def _names(named: Named) -> Iterator[str]:
    yield from Agent.objects.filter(pk__in=named.agents).values_list("name", flat=True)
    yield from Picture.objects.filter(pk__in=named.pictures).values_list("credit__en", flat=True)
    yield from Attachment.objects.filter(pk__in=named.documents).values_list("title", flat=True)
    yield from Article.objects.filter(pk__in=named.articles).values_list("headline", flat=True)
    for story in Story.objects.filter(pk__in=named.stories):
        yield story.texts.get(language="en").title


def unseen(texts: set[str], page: str) -> list[str]:
    """Return which texts a page or a feed does not show."""
    shown = " ".join(unescape(unescape(page)).split())
    return sorted(text for text in texts if " ".join(unescape(text).split()) not in shown)
