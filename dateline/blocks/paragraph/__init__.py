"""Paragraphs and lists, as editors write them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, RichTextBlock

from dateline.blocks import markup
from dateline.blocks.kind import ARTICLE, STANDING, Kind, Lookup, Named, SamplePlace
from dateline.lib.text import typography_html

INLINE = ["bold", "italic", "link", "superscript", "subscript"]
LISTS = ["ul", "ol"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph (html is the inside of the p), or a list (html is the whole ul or ol)."""

    html: str
    is_list: bool = False
    kind: str = field(default="paragraph", init=False)


class Passage(NamedTuple):
    """A paragraph's inside or a whole list: cleaned HTML with links of our own kind."""

    kind: str
    html: str
    is_list: bool


class ParagraphKind(Kind):
    """Running text: one or more paragraphs and lists."""

    name = "paragraph"
    records = (Paragraph,)
    words = staticmethod(typography_html)
    bodies = (ARTICLE, STANDING)

    def definition(self) -> Block:
        return RichTextBlock(features=[*INLINE, *LISTS], label=_("Paragraph"))

    def parse(self, value: str) -> Iterable[Passage]:
        for kind, html in markup.pieces(value):
            yield Passage(self.name, html, kind == "list")

    def named(self, part: Passage) -> Named:
        return Named(texts=(part.html,))

    def show(self, part: Passage, lookup: Lookup) -> Iterable[Paragraph]:
        yield Paragraph(lookup.linked(part.html), part.is_list)

    def sample(self, place: SamplePlace) -> Any:
        return SAMPLES[place.language]


SAMPLES = {
    "en": "<p>The pilot boat leaves <b>every morning</b> at six.</p>"
    "<ul><li>From the Old Quay</li><li>From the North Mole</li></ul>",
    "uk": "<p>Лоцманський катер виходить <b>щоранку</b> о шостій.</p>"
    "<ul><li>Від Старого причалу</li><li>Від Північного молу</li></ul>",
}
KIND = ParagraphKind()
