"""Folds: which addresses a file system may take for one."""

from __future__ import annotations

import unicodedata

from . import stamps

PART = "part:"


def folded(path: str) -> int:
    """Return the number that two addresses share which a file system may take for one.

    A part has no file, and shares its number with nothing.
    """
    fold = path
    if not path.startswith(PART):
        fold = unicodedata.normalize("NFC", path).casefold()
        if fold.endswith(".html"):
            fold = fold.removesuffix(".html") + "/"
        fold = "/" if fold == "/index/" else fold
    return stamps.of_bytes(fold.encode())
