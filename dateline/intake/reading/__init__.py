"""Read a page by plain rules: bytes in, a draft of suggestions with their places out.

Standard library and lxml only: no model, no network, no Django.
"""

from __future__ import annotations

from dateline.intake.reading.draft import Draft
from dateline.intake.reading.errors import UnreadableSource
from dateline.intake.reading.reader import draft_of
from dateline.intake.reading.sources.source import LIMIT, Source, load

VERSION = "1"
__all__ = ["LIMIT", "VERSION", "Draft", "Source", "UnreadableSource", "draft_of", "load", "read"]


def read(body: bytes, *, media_type: str | None = None, name: str = "") -> Draft:
    """Read a text or an HTML page into a draft.

    Raises UnreadableSource, with one line that says why, for bytes that are empty, binary,
    larger than 5 MB, or in no encoding that can be told; the line begins with the name.
    """
    try:
        source = load(body, media_type=media_type, name=name)
    except UnreadableSource as why:
        raise UnreadableSource(f"{name}: {why}" if name else str(why)) from why
    return draft_of(source)
