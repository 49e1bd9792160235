"""Headings inside the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, CharBlock

from dateline.blocks.kind import ARTICLE, STANDING, Kind, SamplePlace
from dateline.lib.text import typography


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the text (h2)."""

    text: str
    kind: str = field(default="heading", init=False)


class HeadingKind(Kind):
    """A heading of one line."""

    name = "heading"
    records = (Heading,)
    words = staticmethod(typography)
    bodies = (ARTICLE, STANDING)

    def definition(self) -> Block:
        return CharBlock(max_length=160, icon="title", label=_("Heading"))

    def parse(self, value: str) -> Iterable[Heading]:
        yield Heading(value)

    def sample(self, place: SamplePlace) -> Any:
        return {"en": "What the pilots ask for", "uk": "Чого просять лоцмани"}[place.language]


KIND = HeadingKind()
