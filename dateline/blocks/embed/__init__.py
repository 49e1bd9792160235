"""Link cards: something of another site, of which nothing is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, CharBlock, StructBlock, URLBlock

from dateline.blocks.kind import Kind, SamplePlace
from dateline.lib import urls
from dateline.lib.text import typography


@dataclass(frozen=True, slots=True)
class EmbedCard:
    """Something of another site as a link card; provider: the site's host."""

    title: str
    address: str
    provider: str = ""
    text: str = ""
    kind: str = field(default="embed", init=False)


class EmbedForm(StructBlock):
    """A link card to another site; nothing of it is loaded."""

    url = URLBlock(label=_("Address"))
    title = CharBlock(max_length=200, label=_("Title"))
    text = CharBlock(required=False, max_length=400, label=_("Text"))

    class Meta:
        icon = "link"
        label = _("Link card")


class EmbedKind(Kind):
    """A card that links to another site."""

    name = "embed"
    records = (EmbedCard,)
    words = {"title": typography, "text": typography}

    def definition(self) -> Block:
        return EmbedForm()

    def parse(self, value: dict[str, Any]) -> Iterable[EmbedCard]:
        url = value["url"]
        if urls.is_web(url):
            yield EmbedCard(value["title"], url, urls.host_of(url), value.get("text") or "")

    def sample(self, place: SamplePlace) -> Any:
        title, text = SAMPLES[place.language]
        return {"url": "https://tides.example/kelmar", "title": title, "text": text}


SAMPLES = {
    "en": ("Tide tables of the harbour", "Heights for every hour of the month."),
    "uk": ("Таблиці припливів порту", "Рівень води на кожну годину місяця."),
}
KIND = EmbedKind()
