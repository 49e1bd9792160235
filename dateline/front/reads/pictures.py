"""Read pictures: words by language and the public files made for readers."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from django.conf import settings

from dateline.front.reads.prepared_queries import columns
from dateline.front.reads.wording import Words, chosen_wording, frozen_texts
from dateline.front.records import Picture, Rendition
from dateline.media.models import Picture as Model
from dateline.media.models import Variant
from dateline.press import facet, rows

BEST_FIRST = ("avif", "webp", "jpeg")
FALLBACK_WIDTH = 800


class VariantRow(NamedTuple):
    """One public file."""

    format: str
    width: int
    height: int
    name: str


class PictureRow(NamedTuple):
    """A picture's words and files."""

    id: int
    alt: Words
    caption: Words
    credit: Words
    variants: tuple[VariantRow, ...]


def picture_ids() -> Iterable[int]:
    """List the ids of all public pictures that have public files."""
    shown = Model.objects.public().filter(variants__isnull=False)
    return shown.order_by().values_list("pk", flat=True).distinct()


@rows("picture", ids=picture_ids)
def load(ids: Sequence[int]) -> dict[int, PictureRow]:
    """Load pictures with their public files."""
    files: dict[int, list[VariantRow]] = {}
    found = Variant.objects.filter(picture_id__in=ids)
    for item, *values in columns(found, "picture_id", "format", "width", "height", "name"):
        files.setdefault(item, []).append(VariantRow(*values))
    pictures = Model.objects.public().filter(pk__in=ids)
    return {
        item: PictureRow(
            item,
            frozen_texts(alt),
            frozen_texts(caption),
            frozen_texts(credit),
            _sorted(files.get(item, ())),
        )
        for item, alt, caption, credit in pictures.values_list("pk", "alt", "caption", "credit")
    }


def row_of(instance: Model) -> PictureRow:
    """Make the row of a picture in hand."""
    files = [VariantRow(v.format, v.width, v.height, v.name) for v in instance.variants.all()]
    alt, caption, credit = (
        frozen_texts(instance.alt),
        frozen_texts(instance.caption),
        frozen_texts(instance.credit),
    )
    return PictureRow(instance.pk, alt, caption, credit, _sorted(files))


def _sorted(files: Iterable[VariantRow]) -> tuple[VariantRow, ...]:
    """Order files: best format first, then by width."""
    return tuple(sorted(files, key=lambda one: (BEST_FIRST.index(one.format), one.width)))


@facet("picture", "shown", version=2, lingual=True)
def picture_shown(row: PictureRow, lang: str) -> Picture:
    """Return a picture with its words in one language."""
    files = tuple(_rendition(one) for one in row.variants)
    plain = [one for one in files if one.media_type == "image/jpeg"]
    nearest = min(plain, key=lambda one: abs(one.width - FALLBACK_WIDTH), default=None)
    alt, caption, credit = (chosen_wording(one, lang) for one in (row.alt, row.caption, row.credit))
    return Picture(
        fallback=nearest,
        alt=alt.text,
        caption=caption.text,
        credit=credit.text,
        renditions=tuple(one for one in files if one.media_type != "image/jpeg"),
        alt_language=alt.language,
        caption_language=caption.language,
        credit_language=credit.language,
    )


@facet("picture", "bare", version=2, lingual=True)
def picture_without_words(row: PictureRow, lang: str) -> Picture:
    """Return a picture for a card, which shows neither caption nor credit."""
    return replace(
        picture_shown(row, lang), caption="", credit="", caption_language="", credit_language=""
    )


def _rendition(row: VariantRow) -> Rendition:
    """Return one file with its address."""
    return Rendition(
        f"{settings.MEDIA_URL}{row.name}", row.width, row.height, f"image/{row.format}"
    )
