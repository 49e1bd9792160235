"""Checks of a site: what one finds, and those that the site's own package adds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple

from .errors import BadExtension


class Finding(NamedTuple):
    """What was found where, and whether it is wrong or merely worth knowing."""

    level: Literal["wrong", "note"]
    where: str
    said: str


Check = Callable[[Any], Iterable[Finding]]
"""Takes the site's settings (name, folder, editions, address …) and yields what it finds."""

added: dict[str, Check] = {}
"""The checks of the site's own package by name."""


def check(name: str) -> Callable[[Check], Check]:
    """Register a check that `dateline check` makes with its own; given the site's settings."""

    def register(look: Check) -> Check:
        if name in added:
            raise BadExtension(f"the check {name!r} is registered already; give this another name")
        added[name] = look
        return look

    return register
