"""Read the tags of languages: their forebears in CLDR, their own names and their direction."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

RIGHT_TO_LEFT_SCRIPTS = frozenset("Adlm Arab Hebr Mand Nkoo Rohg Samr Syrc Thaa Yezi".split())


def normal(tag: str) -> str:
    """Return a tag as CLDR writes it: pt-br as pt_BR, zh-hant-tw as zh_Hant_TW."""
    head, *rest = tag.replace("-", "_").split("_")
    parts = [head.lower()]
    for part in rest:
        parts.append(part.title() if len(part) == 4 and part.isalpha() else part.upper())
    return "_".join(parts)


@lru_cache(maxsize=256)
def forebears(tag: str) -> tuple[str, ...]:
    """Return the tag and its parents in CLDR, nearest first: es_MX, es_419, es.

    A script that is not the usual one of a language has no parent: sr_Latn never becomes
    Cyrillic.
    """
    found = []
    at: str | None = normal(tag)
    while at:
        found.append(at)
        at = _parent(at)
    return tuple(found)


def _parent(tag: str) -> str | None:
    """Return the parent of a normal tag, or None below the root."""
    explicit = get_global("parent_exceptions").get(tag)
    if explicit:
        return str(explicit)
    head, _, last = tag.rpartition("_")
    if len(last) == 4 and last.isalpha():
        usual = get_global("likely_subtags").get(head, "")
        return head if f"_{last}" in usual else None
    return _with_script(tag) if head else None


def _with_script(tag: str) -> str:
    """Return the parent of a tag that ends in a region: zh_TW has zh_Hant, de_AT has de."""
    head = tag.rpartition("_")[0]
    likely = str(get_global("likely_subtags").get(tag, ""))
    if "_" in head or not likely:
        return head
    script = likely.split("_")[1]
    usual = str(get_global("likely_subtags").get(head, ""))
    return head if f"_{script}" in usual else f"{head}_{script}"


@lru_cache(maxsize=256)
def cldr_locale(tag: str) -> Locale | None:
    """Return the nearest locale of which CLDR has data; None for a language it does not know."""
    for one in forebears(tag):
        try:
            return Locale.parse(one)
        except (UnknownLocaleError, ValueError):
            continue
    return None


def own_name(tag: str) -> str:
    """Return what a language calls itself with a capital, or its tag where CLDR has no name."""
    known = cldr_locale(tag)
    name = known.get_language_name() if known else None
    return name[:1].title() + name[1:] if name else tag


def direction(tag: str) -> str:
    """Return "rtl" or "ltr", the way a language's script runs: the tag's, else the usual one."""
    code = normal(tag)
    scripts = [part for part in code.split("_")[1:] if len(part) == 4 and part.isalpha()]
    if not scripts:
        likely = get_global("likely_subtags")
        usual = str(likely.get(code) or likely.get(code.partition("_")[0], ""))
        scripts = usual.split("_")[1:2]
    return "rtl" if RIGHT_TO_LEFT_SCRIPTS.intersection(scripts) else "ltr"
