"""Several pictures together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import NAMESPACE_OID, uuid5

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, ListBlock

from dateline.blocks.kind import Kind, Lookup, Named, SamplePlace
from dateline.blocks.picture import PictureForm
from dateline.lib.text import typography


@dataclass(frozen=True, slots=True)
class Gallery:
    """Several pictures; the first of an odd number stands over the whole width."""

    pictures: tuple[Any, ...]
    kind: str = field(default="gallery", init=False)


class GalleryRef(NamedTuple):
    """Pictures by id, each with the caption given here."""

    kind: str
    pictures: tuple[tuple[int, str], ...]


class GalleryKind(Kind):
    """Two pictures or more, each with its caption and credit."""

    name = "gallery"
    records = (Gallery,)

    def definition(self) -> Block:
        return ListBlock(PictureForm(), min_num=2, icon="image", label=_("Gallery"))

    def typeset(self, value: list[Any], language: str) -> Any:
        return [
            {**item, "value": _set(item["value"], language)}
            if "value" in item
            else _set(item, language)
            for item in value
        ]

    def parse(self, value: list[Any]) -> Iterable[GalleryRef]:
        items = [one.get("value", one) for one in value]
        pictures = tuple(
            (int(one["picture"]), one.get("caption") or "") for one in items if one.get("picture")
        )
        if pictures:
            yield GalleryRef(self.name, pictures)

    def named(self, part: GalleryRef) -> Named:
        return Named(pictures=tuple(pk for pk, _caption in part.pictures))

    def show(self, part: GalleryRef, lookup: Lookup) -> Iterable[Gallery]:
        found = (lookup.picture(pk, caption) for pk, caption in part.pictures)
        pictures = tuple(one for one in found if one)
        if pictures:
            yield Gallery(pictures)

    def sample(self, place: SamplePlace) -> Any:
        captions = SAMPLES[place.language]
        return items(zip(place.pictures, captions, strict=True))


def items(pictures: Iterable[tuple[int, str]]) -> list[dict[str, Any]]:
    """Return pictures with their captions as the editor stores them: it drops those without id."""
    return [
        {
            "type": "item",
            "value": {"picture": pk, "caption": caption},
            "id": str(uuid5(NAMESPACE_OID, f"{number}:{pk}")),
        }
        for number, (pk, caption) in enumerate(pictures)
    ]


def _set(item: dict[str, Any], language: str) -> dict[str, Any]:
    """Return one picture of a stored gallery with its caption typeset."""
    return {**item, "caption": typography(item.get("caption") or "", language)}


SAMPLES = {
    "en": ("Six in the morning.", "Six in the evening."),
    "uk": ("Шоста година ранку.", "Шоста година вечора."),
}
KIND = GalleryKind()
