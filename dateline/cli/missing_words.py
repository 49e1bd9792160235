"""Refuse editions in whose language the readers' words are not whole."""

from collections.abc import Iterable

from dateline.cli.refusal import Refusal
from dateline.settings.site import SiteConfig


def refuse_missing_words(locales: Iterable[str]) -> None:
    """Raise Refusal for a locale that pages cannot be written in, naming the first words missing.

    Nothing published falls back to English; so an edition needs all words of its language.
    """
    from dateline.front.words import missing_words_refusal

    for lack in filter(None, map(missing_words_refusal, dict.fromkeys(locales))):
        raise Refusal(lack)


def refuse_new(site: SiteConfig) -> str:
    """Raise Refusal for an edition without words that readers have not been given yet.

    Return what one of the others lacks, "" for nothing: its pages that need it stay as they are.
    """
    from dateline.front.words import missing_words_refusal
    from dateline.staff.models import Edition

    known = set(Edition.objects.of_site().values_list("code", flat=True))
    refuse_missing_words(one.locale for one in site.editions if one.code not in known)
    return next(filter(None, (missing_words_refusal(one.locale) for one in site.editions)), "")
