"""The languages of the world by their codes, and what each language calls them (CLDR)."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

NO_LANGUAGE = frozenset({"mul", "mis", "und", "zxx", "root"})


def choices() -> list[tuple[str, str]]:
    """Return code and name of every language, by name, in the language of who asks."""
    return _choices(get_language() or "en")


@lru_cache(maxsize=16)
def _choices(language: str) -> list[tuple[str, str]]:
    names = _locale(language).languages
    known = [code for code in names if "_" not in code and code not in NO_LANGUAGE]
    return sorted(((code, f"{names[code]} ({code})") for code in known), key=lambda one: one[1])


def name(tag: str, locale: str) -> str:
    """Return what one language calls another; the tag itself where CLDR has no name for it.

    tag: BCP 47, "uk" or "pt-BR". locale: BCP 47 of the language that speaks.
    """
    names = _locale(locale).languages
    parts = tag.replace("_", "-").split("-")
    return names.get("_".join(parts)) or names.get(parts[0].lower()) or tag


def _locale(tag: str) -> Locale:
    """Return the locale of a tag, that of its language, or English."""
    for one in (tag, tag.partition("-")[0]):
        try:
            return Locale.parse(one, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
