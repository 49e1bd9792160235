"""What the media room does: makes the public variants of a picture."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable

from django.conf import settings
from django.core.files.storage import storages
from django.db import transaction
from PIL import Image, ImageOps

from dateline.lib import slugs

from .models import Picture, Variant
from .signals import picture_changed

WIDTHS = (480, 800, 1280)
FORMATS: dict[str, dict[str, int]] = {
    "avif": {"quality": 55, "speed": 8},
    "webp": {"quality": 72, "method": 4},
    "jpeg": {"quality": 76, "optimize": 1, "progressive": 1},
}


def encode(original: bytes) -> list[tuple[str, int, int, bytes]]:
    """Return (format, width, height, bytes) of every variant; pixels, never enlarged."""
    with Image.open(io.BytesIO(original)) as opened:
        upright = ImageOps.exif_transpose(opened) or opened
        base = upright.convert("RGB")
    made = []
    for width in sorted({min(width, base.width) for width in WIDTHS}):
        height = max(1, round(base.height * width / base.width))
        sized = base.resize((width, height), Image.Resampling.LANCZOS)
        for name, options in FORMATS.items():
            out = io.BytesIO()
            sized.save(out, format=name.upper(), **options)
            made.append((name, width, height, out.getvalue()))
    return made


def expose(pictures: Iterable[Picture]) -> int:
    """Make the public variants that these pictures lack; return how many were made.

    The file's name holds a hash of its bytes: a replaced picture has new addresses.
    """
    storage = storages["public"]
    count = 0
    for picture in pictures:
        if picture.variants.exists():
            continue
        with picture.file.open("rb") as handle:
            made = encode(handle.read())
        stem = slugs.slug(picture.title, limit=40) or "picture"
        rows = []
        for name, width, height, body in made:
            digest = hashlib.sha256(body).hexdigest()[:12]
            path = f"pictures/{str(picture.uid)[:2]}/{stem}-{width}-{digest}.{name}"
            if not storage.exists(path):
                storage.save(path, io.BytesIO(body))
            rows.append(
                Variant(
                    picture=picture,
                    format=name,
                    width=width,
                    height=height,
                    name=path,
                    size=len(body),
                )
            )
        Variant.objects.bulk_create(rows)
        count += len(rows)
    return count


@transaction.atomic
def renew(picture: Picture) -> None:
    """Make the public files of a picture anew from its present file, if it has any.

    Old files stay where they are: who presses the sheets knows when none names them any more.
    """
    if picture.variants.exists():
        picture.variants.all().delete()
        expose([picture])


@transaction.atomic
def conceal(picture: Picture) -> None:
    """Take a picture's public files from the records: nothing that readers see shows it."""
    if picture.variants.exists():
        picture.variants.all().delete()
        picture_changed.send(sender=Picture, instance=picture)


def forget(name: str) -> bool:
    """Delete a public file that no record names; return whether it was there."""
    storage = storages["public"]
    if Variant.objects.filter(name=name).exists() or not storage.exists(name):
        return False
    storage.delete(name)
    return True


def address(variant: Variant) -> str:
    """Return the public address of a variant, below the site's root."""
    return f"{settings.MEDIA_URL}{variant.name}"
