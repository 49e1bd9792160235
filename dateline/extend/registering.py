"""Registration of what pages are made of, refused where a name is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from dateline import blocks, press
from dateline.blocks import Kind as Block
from dateline.front import formats, previews
from dateline.press.registry import registry
from dateline.server.headers import MEDIA_TYPES

from .errors import BadExtension

Made = TypeVar("Made", bound=Callable[..., Any])


def rows(
    kind: str,
    name: str,
    *,
    ids: Callable[[], Iterable[int]] | None = None,
    preview: Callable[[Any], Any] | None = None,
) -> Callable[[Made], Made]:
    """Register how rows of a kind of item are loaded: a list of ids in, rows by id out.

    ids: lists all items that have such a row; None where the kind has others.
    preview: returns the row of a record in a form that is not saved.
    """
    _refuse(registry.rowsets.get((kind, name)), f"rows {name!r} of {kind!r}", "load")
    if preview:
        previews.MORE[kind, name] = preview
    return press.rows(kind, name, ids=ids)


def facet(
    kind: str, name: str, *, version: int, rows: str = "head", lingual: bool = False
) -> Callable[[Made], Made]:
    """Register a view of a row: plain, frozen values; raise version when their meaning changes.

    lingual: the function takes a language beside the row.
    """
    _refuse(registry.facets.get((kind, name)), f"the facet {name!r} of {kind!r}", "make")
    return press.facet(kind, name, version=version, rows=rows, lingual=lingual)


def index(name: str, *, kind: str, rows: str = "head") -> Callable[[Made], Made]:
    """Register an order of a kind's items: a row in, pairs of key and whole number out.

    Each key is the name, or begins with the name and a colon.
    """
    _refuse(registry.indexes.get(name), f"the index {name!r}", "place")
    return press.index(name, kind=kind, rows=rows)


def plate(
    name: str, *, importance: int = 4, kind: str | None = None, rows: str = "head"
) -> Callable[[type], type]:
    """Register a class that makes pages: `sheets(row)` gives addresses, `press(read, arg)` a page.

    kind: the items that its pages follow from; None for pages of the site itself.
    importance: 1 home, 2 sections and feeds, 3 lists, 4 the rest.
    """
    taken = registry.plates.get(name)
    _refuse(taken and type(taken.plate), f"the plate {name!r}")
    if importance not in range(1, 5):
        raise BadExtension(f"the plate {name!r}: importance is 1, 2, 3 or 4, not {importance}")
    return press.plate(name, importance=importance, kind=kind, rows=rows)


def part(name: str) -> Callable[[Made], Made]:
    """Register a fragment that pages share: `part(read, arg)` returns a page of its template."""
    _refuse(registry.parts.get(name), f"the part {name!r}")
    return press.part(name)


def block(kind: Block) -> Block:
    """Register a kind of block: an object of a class below Block, in a folder of its own."""
    try:
        return blocks.register(kind)
    except blocks.BadKind as why:
        raise BadExtension(str(why)) from why


def value(plate: str, name: str) -> Callable[[Made], Made]:
    """Register one more value for a plate's templates: a reader and the sheet's argument in."""
    if plate not in registry.plates:
        raise BadExtension(
            f"there is no plate {plate!r}; there are {', '.join(sorted(registry.plates))}"
        )
    values = registry.plates[plate].values
    _refuse(values.get(name), f"the value {name!r} of {plate!r}")

    def register(make: Made) -> Made:
        values[name] = make
        return make

    return register


def machine_format(suffix: str) -> Callable[[Made], Made]:
    """Register a format of feeds: a FeedView and an Edition in, the file's text out.

    Each edition and each of its sections has it at feed.SUFFIX, beside feed.rss.
    """
    if suffix not in MEDIA_TYPES:
        raise BadExtension(
            f"servers know no media type of .{suffix}; they know {', '.join(sorted(MEDIA_TYPES))}"
        )
    _refuse(formats.FORMATS.get(suffix), f"the format .{suffix}", "make")

    def register(make: Made) -> Made:
        media_type = MEDIA_TYPES[suffix].partition(";")[0]
        formats.FORMATS[suffix] = formats.FeedFormat(media_type, make)
        return make

    return register


def _refuse(taken: Any, what: str, inside: str = "") -> None:
    """Raise BadExtension where something is registered already, naming the module that did."""
    if taken is None:
        return
    made = getattr(taken, inside) if inside else taken
    where = getattr(made, "__module__", "") or "another module"
    raise BadExtension(f"{what} is registered already, by {where}; give this a name of its own")
