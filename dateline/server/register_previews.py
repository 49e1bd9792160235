"""Bring together rooms that may not know each other.

Previews are asked for by the newsroom and rendered by the readers' face.
"""

from html import escape
from typing import Any

from dateline.stories import previews

SENTENCE = '<!doctype html><html><meta charset="utf-8"><title>{0}</title><p>{0}</p></html>'


def wire() -> None:
    """Register who renders previews."""
    previews.register(preview_or_reason)


def preview_or_reason(instance: Any, mode: str = "") -> bytes:
    """Return the page a record would have, or a page that says why it has none."""
    from dateline.front.previews import NoPage, render_preview
    from dateline.press.errors import PressError

    try:
        return render_preview(instance, mode)
    except (NoPage, PressError) as why:
        return SENTENCE.format(escape(str(why))).encode()
