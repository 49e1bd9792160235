"""What the house knows of languages: CLDR's data, and one module for each language it knows better.

`language("pt-BR")` is never absent: what no module says is CLDR's, along CLDR's parents.
A module is called like the language's CLDR code in small letters (`uk`, `pt_pt`, `zh_hant`) and
holds one LANGUAGE. How to add one: docs/where-code-lives.md, "A language".
"""

from dataclasses import fields, replace
from functools import reduce

from dateline.lib import tags
from dateline.lib.cldr import QUOTATION_MARKS
from dateline.lib.languages import modules
from dateline.lib.languages.model import Language, Marks, Pair, marks_of

__all__ = [
    "Language",
    "Marks",
    "Pair",
    "add_package",
    "language",
    "name_locale",
    "own_name",
    "remove_package",
    "write_as",
]

_locales: dict[str, str] = {}


def write_as(locales: dict[str, str]) -> None:
    """Say in which locale this site writes each of its languages: {"pt": "pt-PT"}."""
    _locales.clear()
    _locales.update({code.lower(): locale for code, locale in locales.items()})
    modules.forget_modules()


def name_locale(tag: str) -> str:
    """Return the locale in which this site writes a language; the tag itself for any other."""
    return _locales.get(tag.lower(), tag)


def add_package(name: str) -> None:
    """Look for languages in this package too, and first."""
    modules.add_package(name)


def remove_package(name: str) -> None:
    """Look for languages in a package no more."""
    modules.remove_package(name)


@modules.until_changed
def language(tag: str) -> Language:
    """Return all that is known of a language, the nearest of its forebears winning."""
    known = [_of(code) for code in tags.forebears(name_locale(tag))]
    return reduce(_beneath, known, Language(code=tags.normal(name_locale(tag))))


def own_name(tag: str) -> str:
    """Return what a language calls itself, by its module or by CLDR; its tag where nobody knows."""
    return language(tag).name or tags.own_name(tag)


def _of(code: str) -> Language:
    """Return what is said of exactly this code, by its module or by CLDR."""
    own = modules.value(code, "LANGUAGE") or Language(code=code)
    if not isinstance(own, Language):
        raise TypeError(f"LANGUAGE of the module of {code} must be a Language")
    if own.marks is None and code in QUOTATION_MARKS:
        own = replace(own, marks=marks_of(QUOTATION_MARKS[code]))
    return own


def _beneath(near: Language, far: Language) -> Language:
    """Return a language with what it does not say itself taken from a forebear."""
    taken: dict[str, object] = {}
    for field in fields(Language):
        mine, other = getattr(near, field.name), getattr(far, field.name)
        if isinstance(mine, dict):
            taken[field.name] = {**other, **mine}
        elif not mine:
            taken[field.name] = other
    return replace(near, **taken)  # type: ignore[arg-type]
