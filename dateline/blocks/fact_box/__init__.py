"""Boxes of facts beside the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, CharBlock, RichTextBlock, StructBlock

from dateline.blocks import markup
from dateline.blocks.kind import Kind, Lookup, Named, SamplePlace
from dateline.blocks.paragraph import INLINE, LISTS
from dateline.lib.text import typography, typography_html


@dataclass(frozen=True, slots=True)
class FactBox:
    """Facts beside the text; html: p, ul, ol."""

    title: str
    html: str
    kind: str = field(default="fact_box", init=False)


class FactBoxForm(StructBlock):
    """A box of facts beside the text."""

    heading = CharBlock(max_length=120, label=_("Heading"))
    text = RichTextBlock(features=[*INLINE, *LISTS], label=_("Text"))

    class Meta:
        icon = "list-ul"
        label = _("Fact box")


class FactBoxKind(Kind):
    """A heading with facts under it."""

    name = "fact_box"
    records = (FactBox,)
    words = {"heading": typography, "text": typography_html}

    def definition(self) -> Block:
        return FactBoxForm()

    def parse(self, value: dict[str, Any]) -> Iterable[FactBox]:
        yield FactBox(value["heading"], markup.clean(value["text"]))

    def named(self, part: FactBox) -> Named:
        return Named(texts=(part.html,))

    def show(self, part: FactBox, lookup: Lookup) -> Iterable[FactBox]:
        yield replace(part, html=lookup.linked(part.html))

    def sample(self, place: SamplePlace) -> Any:
        heading, first, second = SAMPLES[place.language]
        return {"heading": heading, "text": f"<ul><li>{first}</li><li>{second}</li></ul>"}


SAMPLES = {
    "en": ("The pilots of Kelmar", "Fourteen men and women", "Two boats, one in reserve"),
    "uk": ("Лоцмани Кельмара", "Чотирнадцять чоловіків і жінок", "Два катери, один запасний"),
}
KIND = FactBoxKind()
