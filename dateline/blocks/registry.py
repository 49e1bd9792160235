"""The kinds of blocks that a site has, in the order in which editors meet them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any

from .kind import Kind, Lookup, Named

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
TEMPLATES = ("page.html", "feed.html")
NEEDED = ("definition", "parse", "sample")

_kinds: dict[str, Kind] = {}


class BadKind(ValueError):
    """A kind of block that cannot be registered; the words say why, and what to change."""


def register(kind: Kind | str) -> Kind:
    """Add a kind of block; given as text, the KIND of the module of that name.

    Raises BadKind where the name is taken or no name, or a template or a method is missing.
    """
    found = import_module(kind).KIND if isinstance(kind, str) else kind
    home = type(found).__module__
    if not isinstance(found, Kind) or not NAME.fullmatch(getattr(found, "name", "")):
        raise BadKind(f"{home}: a kind of block needs a name of small letters, digits and _")
    taken = _kinds.get(found.name)
    if taken is not None and taken is not found:
        raise BadKind(
            f"{home}: {type(taken).__module__} has a kind of block called {found.name!r} already; "
            "give this one another name"
        )
    for name in TEMPLATES:
        if not (found.folder / name).is_file():
            raise BadKind(f"{home}: the kind {found.name!r} has no {name} in {found.folder}")
    lacking = [name for name in NEEDED if getattr(type(found), name) is getattr(Kind, name)]
    if lacking:
        raise BadKind(f"{home}: the kind {found.name!r} has no {' and no '.join(lacking)}")
    _kinds[found.name] = found
    return found


def unregister(name: str) -> None:
    """Take a kind out again; bodies that hold it are shown without."""
    _kinds.pop(name)


def kinds(body: str = "") -> tuple[Kind, ...]:
    """Return all kinds, or those that editors may use in one sort of body."""
    return tuple(one for one in _kinds.values() if not body or body in one.bodies)


def kind(name: str) -> Kind | None:
    """Return the kind of that name, None for one that the site does not have."""
    return _kinds.get(name)


def records() -> frozenset[type]:
    """Return the classes of all that templates see of blocks."""
    return frozenset(record for one in _kinds.values() for record in one.records)


def folders() -> dict[str, Path]:
    """Return where each kind's templates and styles lie."""
    return {name: one.folder for name, one in _kinds.items()}


def parse_body(stored: Iterable[Any]) -> tuple[Any, ...]:
    """Return the frozen parts of a stored body; kinds that the site does not have are left out."""
    found = ((_kinds.get(block["type"]), block["value"]) for block in stored)
    return tuple(part for one, value in found if one for part in one.parse(value))


def records_named(parts: Iterable[Any]) -> Named:
    """Return the records that the parts of a body name, each once, in their order."""
    found = [Named(), *(_kinds[part.kind].named(part) for part in parts)]
    return Named._make(tuple(dict.fromkeys(chain(*each))) for each in zip(*found, strict=True))


def records_shown(parts: Iterable[Any], lookup: Lookup) -> tuple[Any, ...]:
    """Return the records of a body as templates print them."""
    return tuple(one for part in parts for one in _kinds[part.kind].show(part, lookup))


def as_json(shown: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the records of a body as plain JSON values."""
    return [_kinds[record.kind].as_json(record) for record in shown]
