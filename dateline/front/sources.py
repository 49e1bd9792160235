"""Say which of our own code and templates a plate's pages are made by: what its epoch is of.

A plate is followed by name, definition by definition, through the modules of this room, of lib
and of the rooms' choices; facets, rows and orders by the words in which a plate asks for them.
So a changed line sweeps the plates that it may concern, and no others.
"""

import ast
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from dateline.front.environment import TEMPLATES

OURS = ("dateline.front", "dateline.lib")
CHOICES = ".choices"


class Name(NamedTuple):
    """Names one definition: its module and what it is called there; "" for a module itself."""

    module: str
    name: str


class Module(NamedTuple):
    """A module's definitions and what its imports mean."""

    lines: tuple[str, ...]
    defined: dict[str, ast.stmt]
    imported: dict[str, Name]


class Definition(NamedTuple):
    """One definition's text, what it names and the words in it."""

    text: str
    names: tuple[Name, ...]
    words: frozenset[str]


class Reached(NamedTuple):
    """Is what a plate is made by: the text of definitions, and all the words in them."""

    texts: tuple[str, ...]
    words: frozenset[str]

    def templates(self) -> tuple[str, ...]:
        """Return the names of the templates that the definitions ask for."""
        return tuple(sorted(word for word in self.words if _is_template(word)))


def reached(made: Iterable[Any]) -> Reached:
    """Follow plates' classes and parts' functions to all that their pages are made by."""
    found = _follow([_name_of(one) for one in made], set())
    words = {word for name in found for word in _definition(name).words}
    found = _follow(_asked(words), found)
    every = [_definition(name) for name in sorted(found)]
    return Reached(tuple(one.text for one in every), frozenset().union(*(d.words for d in every)))


def _asked(words: set[str]) -> list[Name]:
    """Return the facets that are asked for in these words, with their rows and orders."""
    from dateline.press.registry import registry

    orders = [one for one in registry.indexes.values() if one.name in words]
    kinds = words | {one.kind for one in orders}
    facets = [
        one for (kind, name), one in registry.facets.items() if {kind} & kinds and name in words
    ]
    sets = {(one.kind, one.rows) for one in facets} | {(one.kind, one.rows) for one in orders}
    rows = [registry.rowset(*one) for one in sorted(sets)]
    made = [one.make for one in facets] + [one.place for one in orders] + [one.load for one in rows]
    return [_name_of(one) for one in made]


def _name_of(made: Any) -> Name:
    return Name(made.__module__, made.__qualname__)


def _follow(names: list[Name], known: set[Name]) -> set[Name]:
    """Return these definitions, all that they name, and those that were known before."""
    found, waiting = set(known), list(names)
    while waiting:
        name = _home(waiting.pop())
        if name is not None and name not in found:
            found.add(name)
            waiting += _definition(name).names
    return found


def _home(name: Name) -> Name | None:
    """Return where a name is defined, through the packages that hand it on; None if not ours."""
    for _step in range(5):
        if not _is_ours(name.module):
            return None
        module = _module(name.module)
        if name.name in module.defined:
            return name
        if name.name not in module.imported:
            return None
        name = module.imported[name.name]
    return None


@lru_cache(maxsize=4096)
def _definition(name: Name) -> Definition:
    """Read one definition, its decorators with it."""
    module = _module(name.module)
    node = module.defined[name.name]
    first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", ()))])
    lines = module.lines[first - 1 : node.end_lineno]
    return Definition(
        "\n".join([f"{name.module}.{name.name}", *lines]),
        tuple(_named(name.module, node)),
        frozenset(_words(node)),
    )


def _named(module: str, node: ast.AST) -> Iterator[Name]:
    """Give the definitions that a definition names: alone, or as a part of an imported module."""
    held = _module(module)
    for one in ast.walk(node):
        if isinstance(one, ast.Name):
            yield Name(module, one.id)
        elif isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name):
            meant = held.imported.get(one.value.id)
            if meant is not None:
                yield Name(".".join(filter(None, meant)), one.attr)


def _words(node: ast.AST) -> Iterator[str]:
    """Give the words that a definition holds; of "kind:7" the first part."""
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value.partition(":")[0]


def _is_ours(module: str) -> bool:
    return module.startswith(OURS) or (module.startswith("dateline.") and module.endswith(CHOICES))


@lru_cache(maxsize=256)
def _is_template(word: str) -> bool:
    return word.endswith((".html", ".xml", ".txt")) and (TEMPLATES / word).is_file()


@lru_cache(maxsize=256)
def _module(name: str) -> Module:
    """Read a module; an empty one where there is none of that name."""
    try:
        spec = find_spec(name)
    except ModuleNotFoundError:
        spec = None
    if spec is None or not spec.origin:
        return Module((), {}, {})
    text = Path(spec.origin).read_text(encoding="utf-8")
    package = name if spec.submodule_search_locations else name.rpartition(".")[0]
    tree = ast.parse(text)
    return Module(tuple(text.splitlines()), _defined(tree), _imported(tree, package))


def _defined(tree: ast.Module) -> dict[str, ast.stmt]:
    found: dict[str, ast.stmt] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found[node.name] = node
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for one in (one for target in targets for one in ast.walk(target)):
                if isinstance(one, ast.Name):
                    found[one.id] = node
    return found


def _imported(tree: ast.Module, package: str) -> dict[str, Name]:
    found: dict[str, Name] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            base = package.rsplit(".", node.level - 1)[0] if node.level else ""
            origin = ".".join(filter(None, (base, node.module)))
            for one in node.names:
                found[one.asname or one.name] = Name(origin, one.name)
    return found
