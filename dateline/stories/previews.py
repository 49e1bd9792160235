"""Previews: who renders the true page of a form that is not saved.

The stories room may not import the readers' face, so the server registers a renderer here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Renderer = Callable[[Any, str], bytes]
"""Takes an unsaved instance and the preview mode ("" for the usual page); gives HTML, UTF-8."""

_registered: list[Renderer] = []


class NoRenderer(RuntimeError):
    """A preview for which nobody registered a renderer."""


def register(renderer: Renderer) -> None:
    """Make this the renderer of previews; the last one registered is used."""
    _registered[:] = [renderer]


def is_ready() -> bool:
    """Return whether somebody renders."""
    return bool(_registered)


def render(instance: Any, mode: str = "") -> bytes:
    """Return the page this unsaved instance would have, as HTML in UTF-8."""
    if not _registered:
        raise NoRenderer("no renderer of previews is registered: start through dateline.server")
    return _registered[0](instance, mode)
