"""What the media room does: makes the public files of pictures and attachments."""

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
from django.db.models import QuerySet
from PIL import Image, ImageOps

from dateline.lib import slugs

from .models import Attachment, Picture, PublicCopy, Variant
from .signals import attachment_changed, picture_changed

Made = tuple[str, int, int, bytes]
"""A variant: format, width, height, bytes."""

PREPARED, DAY = "prepared", 86_400
WIDTHS = (480, 800, 1280)
FORMATS: dict[str, dict[str, int]] = {
    "avif": {"quality": 55, "speed": 8},
    "webp": {"quality": 72, "method": 4},
    "jpeg": {"quality": 76, "optimize": 1, "progressive": 1},
}


def encode_variants(original: bytes) -> list[Made]:
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


def expose_files(shown: Iterable[Picture | Attachment]) -> int:
    """Make the public files that these things lack; return how many were made.

    What is held gets none. The file's name holds a hash of its bytes: what is replaced has new
    addresses.
    """
    ways = {Picture: _expose_picture, Attachment: _expose_attachment}
    return sum(ways[type(one)](one) for one in shown)


def _expose_picture(picture: Picture) -> int:
    if picture.variants.exists() or _is_held(picture):
        return 0
    original = _bytes_of(picture)
    made = prepared_variants(original) or encode_variants(original)
    stem = slugs.slug(picture.title, limit=40) or "picture"
    rows = []
    for kind, width, height, body in made:
        digest = hashlib.sha256(body).hexdigest()[:12]
        name = f"pictures/{str(picture.uid)[:2]}/{stem}-{width}-{digest}.{kind}"
        _put(name, body)
        rows.append(
            Variant(
                picture=picture, format=kind, width=width, height=height, name=name, size=len(body)
            )
        )
    return len(Variant.objects.bulk_create(rows))


def _expose_attachment(attachment: Attachment) -> int:
    """Make a public copy; who has the document cannot tell its name: the uid is in the hash."""
    if PublicCopy.objects.filter(attachment=attachment).exists() or _is_held(attachment):
        return 0
    body = _bytes_of(attachment)
    digest = hashlib.sha256(attachment.uid.bytes + body).hexdigest()[:24]
    stem = slugs.slug(attachment.title, limit=40) or "document"
    ending = attachment.file_extension.lower()
    name = f"documents/{digest[:2]}/{stem}-{digest}.{ending}"
    _put(name, body)
    PublicCopy.objects.create(attachment=attachment, name=name, size=len(body))
    return 1


def _is_held(thing: Picture | Attachment) -> bool:
    return not type(thing).objects.public().filter(pk=thing.pk).exists()


def _bytes_of(thing: Picture | Attachment) -> bytes:
    """Return the private file of a thing."""
    with thing.file.open("rb") as handle:
        return bytes(handle.read())


def _put(name: str, body: bytes) -> None:
    """Lay a public file under its name, unless it is there."""
    if not storages["public"].exists(name):
        storages["public"].save(name, io.BytesIO(body))


def prepare_variants(originals: Iterable[Path]) -> int:
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
            _lay_ready(folder, encode_variants(original))
            count += 1
    _forget_old(root)
    return count


def prepared_variants(original: bytes) -> list[Made]:
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
def renew_files(thing: Picture | Attachment) -> None:
    """Make the public files of a thing anew from its present file, if it has any.

    Old files stay where they are: who presses the sheets knows when none names them any more.
    """
    if _public_files(thing).exists():
        _public_files(thing).delete()
        expose_files([thing])


@transaction.atomic
def conceal_files(thing: Picture | Attachment) -> None:
    """Take a thing's public files from the records: nothing that readers see shows it."""
    if _public_files(thing).exists():
        _public_files(thing).delete()
        changed = picture_changed if isinstance(thing, Picture) else attachment_changed
        changed.send(sender=type(thing), instance=thing)


def _public_files(thing: Picture | Attachment) -> QuerySet:
    """Return the records of a thing's public files."""
    if isinstance(thing, Picture):
        return Variant.objects.filter(picture=thing)
    return PublicCopy.objects.filter(attachment=thing)


def delete_public_file(name: str) -> bool:
    """Delete a public file that no record names; return whether it was there."""
    storage = storages["public"]
    named = any(model.objects.filter(name=name).exists() for model in (Variant, PublicCopy))
    if named or not storage.exists(name):
        return False
    storage.delete(name)
    return True


def address(file: Variant | PublicCopy) -> str:
    """Return the address of a public file, below the site's root."""
    return f"{settings.MEDIA_URL}{file.name}"
