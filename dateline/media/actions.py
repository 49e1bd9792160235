"""What the media room does: makes the public variants of a picture."""

from __future__ import annotations

import hashlib
import io
import shutil
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.core.files.storage import storages
from django.db import transaction
from PIL import Image, ImageOps

from dateline.lib import slugs

from .models import Picture, Variant
from .signals import picture_changed

Made = tuple[str, int, int, bytes]
"""A variant: format, width, height, bytes."""

PREPARED, DAY = "prepared", 86_400
WIDTHS = (480, 800, 1280)
FORMATS: dict[str, dict[str, int]] = {
    "avif": {"quality": 55, "speed": 8},
    "webp": {"quality": 72, "method": 4},
    "jpeg": {"quality": 76, "optimize": 1, "progressive": 1},
}


def encode(original: bytes) -> list[Made]:
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
            original = handle.read()
        made = prepared(original) or encode(original)
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


def prepare(originals: Iterable[Path]) -> int:
    """Make the variants of these pictures beforehand, where no reader can get at them.

    For what is to be published at a time: encoding takes most of a publication, and holds the
    database. Asks no database itself. Returns how many pictures were made ready.
    """
    root = Path(storages["private"].path(PREPARED))
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    count = 0
    for path in originals:
        try:
            original = path.read_bytes()
        except FileNotFoundError:
            continue
        folder = root / _key(original)
        if not folder.exists():
            _lay_ready(folder, encode(original))
            count += 1
    _forget_old(root)
    return count


def prepared(original: bytes) -> list[Made]:
    """Return the variants of a picture that were made beforehand; empty where none were.

    They are forgotten with the transaction that takes them.
    """
    folder = Path(storages["private"].path(PREPARED)) / _key(original)
    try:
        found = {file.name: file.read_bytes() for file in sorted(folder.iterdir())}
    except FileNotFoundError:
        return []
    transaction.on_commit(lambda: shutil.rmtree(folder, ignore_errors=True))
    made = []
    for name, body in found.items():
        _number, kind, width, height = name.split("-")
        made.append((kind, int(width), int(height), body))
    return made


def _key(original: bytes) -> str:
    """Return a name for what is made of a picture: another for other bytes or other formats."""
    return hashlib.sha256(original + repr((WIDTHS, FORMATS)).encode()).hexdigest()


def _lay_ready(folder: Path, made: list[Made]) -> None:
    """Write variants for our own eyes alone, all of them or none."""
    aside = Path(tempfile.mkdtemp(prefix="making-", dir=folder.parent))
    for number, (name, width, height, body) in enumerate(made):
        file = aside / f"{number:02}-{name}-{width}-{height}"
        file.touch(mode=0o600)
        file.write_bytes(body)
    try:
        aside.rename(folder)
    except OSError:  # another was quicker
        shutil.rmtree(aside, ignore_errors=True)


def _forget_old(root: Path) -> None:
    """Forget what was made ready for a publication that never came."""
    for folder in root.iterdir():
        if time.time() - folder.stat().st_mtime > DAY:
            shutil.rmtree(folder, ignore_errors=True)


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
