"""Find the module of a language by its code, in the house's packages and in a site's own.

Languages and the importer's packs are found by this same code.
"""

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

HOUSE = "dateline.lib.languages"
_added: list[str] = []


def add(package: str) -> None:
    """Look into this package before all others."""
    if package not in _added:
        _added.insert(0, package)
    value.cache_clear()


def packages() -> tuple[str, ...]:
    """Return the packages that may hold languages, in the order in which they are asked."""
    return (*_added, HOUSE)


@lru_cache(maxsize=1024)
def value(code: str, name: str, package: str = "") -> object:
    """Return what the module of a code calls so, or None where there is no such module.

    package: look into this one alone.
    """
    for holder in (package,) if package else packages():
        path = f"{holder}.{code.lower()}"
        if code.replace("_", "").isalnum() and find_spec(path):
            found = getattr(import_module(path), name, None)
            if found is not None:
                return found
    return None
