"""What edits took, and the middle of it. Knows no Django."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass
class Times:
    """Is what one edit took, in milliseconds of CPU; None: it does not show there."""

    editor: float
    article: float | None = None
    home: float | None = None
    all: float = 0.0
    sheets: int = 0


def medians(found: dict[str, list[Times]]) -> list[dict[str, Any]]:
    """Return the medians of what edits took, a row a kind."""
    return [{"edit": kind, **middle(some)} for kind, some in found.items()]


def middle(found: list[Times]) -> dict[str, float | None]:
    """Return the median of each figure over those edits that have it."""
    made: dict[str, float | None] = {}
    for name in ("editor", "article", "home", "all", "sheets"):
        values = [getattr(one, name) for one in found if getattr(one, name) is not None]
        made[name] = round(median(values), 1) if 2 * len(values) > len(found) else None
    return made
