"""Find the module of a language by its code, in the house's packages and in a site's own.

Languages and the importer's packs are found by this same code.
"""

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from typing import TypeVar, cast

HOUSE = "dateline.lib.languages"
_added: list[str] = []
_caches: list[Callable[[], None]] = []
F = TypeVar("F", bound=Callable[..., object])


def until_changed(function: F) -> F:
    """Remember what a function of a tag returns until other modules or locales are known."""
    cached = lru_cache(maxsize=256)(function)
    _caches.append(cached.cache_clear)
    return cast("F", cached)


def forget_modules() -> None:
    """Forget what was made of the modules that were known before."""
    for clear in _caches:
        clear()


def add_package(package: str) -> None:
    """Look into this package before all others."""
    if package not in _added:
        _added.insert(0, package)
    forget_modules()


def remove_package(package: str) -> None:
    """Look into a package no more."""
    _added.remove(package)
    forget_modules()


def packages(house: str = HOUSE) -> tuple[str, ...]:
    """Return the packages that may hold languages, in the order in which they are asked."""
    return (*_added, house)


@until_changed
def value(code: str, name: str, house: str = HOUSE) -> object:
    """Return what the module of a code calls so, or None where there is no such module.

    house: the package of ours that is asked after a site's own.
    """
    for holder in packages(house):
        path = f"{holder}.{code.lower()}"
        if code.replace("_", "").isalnum() and find_spec(path):
            found = getattr(import_module(path), name, None)
            if found is not None:
                return found
    return None


def codes(holders: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of the languages that packages have modules of."""
    found = (one.name for each in holders for one in iter_modules(import_module(each).__path__))
    return tuple(dict.fromkeys(found))
