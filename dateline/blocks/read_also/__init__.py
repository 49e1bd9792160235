"""A pointer to another article in the middle of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, StructBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from dateline.blocks.kind import Kind, Lookup, Named, SamplePlace


@dataclass(frozen=True, slots=True)
class ReadAlso:
    """Another article: a card of one line."""

    card: Any
    kind: str = field(default="read_also", init=False)


class ReadAlsoRef(NamedTuple):
    """Another article by id."""

    kind: str
    article_id: int


class ReadAlsoForm(StructBlock):
    """A pointer to another article in the middle of the text."""

    article = SnippetChooserBlock("stories.Article", label=_("Article"))

    class Meta:
        icon = "doc-full"
        label = _("Read also")


class ReadAlsoKind(Kind):
    """A link to another article, with its date."""

    name = "read_also"
    records = (ReadAlso,)

    def definition(self) -> Block:
        return ReadAlsoForm()

    def parse(self, value: dict[str, Any]) -> Iterable[ReadAlsoRef]:
        if value.get("article"):
            yield ReadAlsoRef(self.name, int(value["article"]))

    def named(self, part: ReadAlsoRef) -> Named:
        return Named(articles=(part.article_id,))

    def show(self, part: ReadAlsoRef, lookup: Lookup) -> Iterable[ReadAlso]:
        card = lookup.line(part.article_id)
        if card:
            yield ReadAlso(card)

    def sample(self, place: SamplePlace) -> Any:
        return {"article": place.article}


KIND = ReadAlsoKind()
