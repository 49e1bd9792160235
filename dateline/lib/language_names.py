"""The languages of the world by their codes, and what each language calls them (CLDR)."""

from functools import lru_cache

from django.utils.translation import get_language

from dateline.lib.languages import own_name
from dateline.lib.patterns import locale_of
from dateline.lib.sorting import sort_key
from dateline.lib.tags import normal

NO_LANGUAGE = frozenset({"mul", "mis", "und", "zxx", "root"})


def choices() -> list[tuple[str, str]]:
    """Return BCP 47 tag and name of every language, by name, in the language of who asks."""
    return _choices(get_language() or "en")


@lru_cache(maxsize=16)
def _choices(language: str) -> list[tuple[str, str]]:
    names = {
        str(code).replace("_", "-"): name for code, name in locale_of(language).languages.items()
    }
    named = ((tag, f"{names[tag]} ({tag})") for tag in names if tag not in NO_LANGUAGE)
    return sorted(named, key=lambda one: sort_key(one[1], language))


def name(tag: str, locale: str) -> str:
    """Return what one language calls another; what that calls itself where CLDR has no name.

    tag: BCP 47, "uk" or "pt-BR". locale: BCP 47 of the language that speaks.
    """
    names = locale_of(locale).languages
    code = normal(tag)
    return names.get(code) or names.get(code.partition("_")[0]) or own_name(tag)
