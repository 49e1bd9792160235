"""Paths as the ledger finds them: which are one file, and what a part is called."""

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


def part_path(name: str, arg: str) -> str:
    """Return the path under which the ledger keeps a part."""
    return f"{PART}{name}:{arg}"
