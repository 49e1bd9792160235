"""What faces register: rows, facets, indexes, plates and parts; and what a plate returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from .errors import UnknownName

Item = tuple[str, int]
"""A kind and an id: ("article", 9)."""


class Sheet(NamedTuple):
    """A sheet that should exist: its address, the plate's argument, whose it is.

    own: the item's own (410 when the item goes); else shared by several items (404 then).
    to: where the address leads, of a plate that leads; such a sheet is one item's, 404 without it.
    """

    path: str
    arg: str
    own: bool = True
    to: str = ""


class Page:
    """The answer of a plate: a template and frozen values, nothing that asks a database."""

    __slots__ = ("template", "values")

    def __init__(self, template: str, **values: Any) -> None:
        self.template = template
        self.values = values


class Plate(Protocol):
    """The recipe of a kind of address."""

    def press(self, read: Any, arg: str) -> Page | None: ...


@dataclass(frozen=True)
class RowSet:
    """One way to load public rows of a kind: ids in, rows out, absent ids left out."""

    kind: str
    name: str
    load: Callable[[Sequence[int]], dict[int, Any]]
    ids: Callable[[], Iterable[int]] | None


@dataclass(frozen=True)
class Facet:
    """One pure view of a row; lingual ones also take a language."""

    kind: str
    name: str
    version: int
    rows: str
    lingual: bool
    make: Callable[..., Any]

    @property
    def full_name(self) -> str:
        """Return "kind/name"."""
        return f"{self.kind}/{self.name}"


@dataclass(frozen=True)
class DeclaredIndex:
    """A declared order: where the items of a kind stand.

    counted: how many stand at each sort is all that is ever asked, and all that is kept.
    """

    name: str
    kind: str
    rows: str
    place: Callable[[Any], Iterable[tuple[str, int]]]
    counted: bool = False


@dataclass(frozen=True)
class Recipe:
    """A registered plate, and values that others add to its pages by name."""

    name: str
    importance: int
    kind: str | None
    rows: str
    plate: Any
    leads: bool = False
    values: dict[str, Callable[[Any, str], Any]] = field(default_factory=dict)

    def page(self, read: Any, arg: str) -> Page | None:
        """Return what the plate gives, with the values that were added to it."""
        page = self.plate.press(read, arg)
        if page is not None:
            taken = self.values.keys() & page.values.keys()
            if taken:
                raise UnknownName(f"“{self.name}” has a value “{min(taken)}” of its own already")
            page.values |= {name: make(read, arg) for name, make in self.values.items()}
        return page


@dataclass
class Registry:
    """All that was registered in a process."""

    rowsets: dict[tuple[str, str], RowSet] = field(default_factory=dict)
    facets: dict[tuple[str, str], Facet] = field(default_factory=dict)
    indexes: dict[str, DeclaredIndex] = field(default_factory=dict)
    broad: dict[str, str] = field(default_factory=dict)
    plates: dict[str, Recipe] = field(default_factory=dict)
    parts: dict[str, Callable[[Any, str], Page | None]] = field(default_factory=dict)

    def facet(self, kind: str, name: str) -> Facet:
        """Return a facet; raises UnknownName."""
        try:
            return self.facets[kind, name]
        except KeyError:
            raise UnknownName(f"no facet “{name}” of “{kind}” is registered") from None

    def rowset(self, kind: str, name: str) -> RowSet:
        """Return a row set; raises UnknownName."""
        try:
            return self.rowsets[kind, name]
        except KeyError:
            raise UnknownName(f"no rows “{name}” of “{kind}” are registered") from None

    def index_of(self, key: str) -> DeclaredIndex:
        """Return the index that a key belongs to; raises UnknownName."""
        name = key.partition(":")[0]
        try:
            return self.indexes[name]
        except KeyError:
            raise UnknownName(f"no index “{name}” is registered (asked for “{key}”)") from None

    def facets_of(self, kind: str) -> list[Facet]:
        """Return the facets of a kind."""
        return [one for one in self.facets.values() if one.kind == kind]

    def indexes_of(self, kind: str) -> list[DeclaredIndex]:
        """Return the indexes of a kind."""
        return [one for one in self.indexes.values() if one.kind == kind]

    def plates_of(self, kind: str | None) -> list[Recipe]:
        """Return the plates whose sheets follow from a kind of item."""
        return [one for one in self.plates.values() if one.kind == kind]

    def leads(self, plate: str) -> bool:
        """Return whether a plate's addresses lead elsewhere."""
        return plate in self.plates and self.plates[plate].leads

    def makers(self) -> dict[str, Any]:
        """Return by name all whose code decides what pages show."""
        plates = {name: type(recipe.plate) for name, recipe in self.plates.items()}
        parts = {f"part:{name}": make for name, make in self.parts.items()}
        facets = {f"facet {one.full_name}": one.make for one in self.facets.values()}
        orders = {f"index {one.name}": one.place for one in self.indexes.values()}
        values = {
            f"value {name} of {recipe.name}": make
            for recipe in self.plates.values()
            for name, make in recipe.values.items()
        }
        return {**plates, **parts, **facets, **orders, **values}

    def kinds(self) -> list[str]:
        """Return the kinds of item that have rows."""
        return list(dict.fromkeys(kind for kind, _name in self.rowsets))


registry = Registry()


def broad(facet: str, why: str) -> None:
    """Say that very many sheets show a facet by design, and why: `press lint` notes it."""
    registry.broad[facet] = why


def rows(
    kind: str, name: str = "head", *, ids: Callable[[], Iterable[int]] | None = None
) -> Callable[[Callable[[Sequence[int]], dict[int, Any]]], Callable[..., dict[int, Any]]]:
    """Register how the public rows of a kind are loaded; ids lists all of them."""

    def register(load: Callable[[Sequence[int]], dict[int, Any]]) -> Callable[..., Any]:
        registry.rowsets[kind, name] = RowSet(kind, name, load, ids)
        return load

    return register


def facet(
    kind: str, name: str, *, version: int, rows: str = "head", lingual: bool = False
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a pure view of a row; raise its version when its meaning changes."""

    def register(make: Callable[..., Any]) -> Callable[..., Any]:
        registry.facets[kind, name] = Facet(kind, name, version, rows, lingual, make)
        return make

    return register


def index(
    name: str, *, kind: str, rows: str = "head", counted: bool = False
) -> Callable[[Callable[[Any], Iterable[tuple[str, int]]]], Callable[..., Any]]:
    """Register an order; its function yields (key, sort) with keys that begin by its name.

    counted: plates ask it for tallies and for the sorts beside one, never for items.
    """

    def register(place: Callable[[Any], Iterable[tuple[str, int]]]) -> Callable[..., Any]:
        registry.indexes[name] = DeclaredIndex(name, kind, rows, place, counted)
        return place

    return register


def plate(
    name: str,
    *,
    importance: int,
    kind: str | None = None,
    rows: str = "head",
    leads: bool = False,
) -> Callable[[type], type]:
    """Register a plate; kind: the items its sheets follow from, None for the site itself.

    importance: 0 an item's own new pages and takedowns, 1 home, breaking, rails; 2 section,
    story, newsfeed, feeds; 3 tag, person, sitemaps; 4 the rest; 5 sweeps.
    leads: its addresses show nothing, they lead elsewhere.
    """

    def register(cls: type) -> type:
        registry.plates[name] = Recipe(name, importance, kind, rows, cls(), leads)
        return cls

    return register


def part(
    name: str,
) -> Callable[[Callable[[Any, str], Page | None]], Callable[[Any, str], Page | None]]:
    """Register a fragment that sheets share; it has a stamp of its own."""

    def register(make: Callable[[Any, str], Page | None]) -> Callable[[Any, str], Page | None]:
        registry.parts[name] = make
        return make

    return register
