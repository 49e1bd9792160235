"""One picture in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, CharBlock, StructBlock
from wagtail.images.blocks import ImageChooserBlock

from dateline.blocks.kind import Kind, Lookup, Named, SamplePlace
from dateline.lib.text import typography


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture in the text; lead: the first one on the page, loaded at once."""

    picture: Any
    lead: bool = False
    kind: str = field(default="picture", init=False)


class PictureRef(NamedTuple):
    """A picture by id, with the caption given here."""

    kind: str
    picture: int
    caption: str


class PictureForm(StructBlock):
    """One picture; an empty caption takes the picture's own."""

    picture = ImageChooserBlock(label=_("Picture"))
    caption = CharBlock(required=False, max_length=400, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Picture")


class PictureKind(Kind):
    """A picture with its caption and credit."""

    name = "picture"
    records = (PictureBlock,)
    words = {"caption": typography}

    def definition(self) -> Block:
        return PictureForm()

    def parse(self, value: dict[str, Any]) -> Iterable[PictureRef]:
        if value.get("picture"):
            yield PictureRef(self.name, int(value["picture"]), value.get("caption") or "")

    def named(self, part: PictureRef) -> Named:
        return Named(pictures=(part.picture,))

    def show(self, part: PictureRef, lookup: Lookup) -> Iterable[PictureBlock]:
        picture = lookup.picture(part.picture, part.caption)
        if picture:
            yield PictureBlock(picture)

    def sample(self, place: SamplePlace) -> Any:
        caption = {"en": "The pilot boat at the mole.", "uk": "Лоцманський катер біля молу."}
        return {"picture": place.pictures[0], "caption": caption[place.language]}


KIND = PictureKind()
