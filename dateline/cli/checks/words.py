"""See whether every edition's pages can be said in its language."""

from collections.abc import Iterator

from dateline.extend import Finding
from dateline.settings.site import SiteConfig

SHOWN = 3


def find_faults(site: SiteConfig) -> Iterator[Finding]:
    """Find messages without a translation, by language."""
    from dateline.front.words import missing_words

    locales = {edition.locale for edition in site.editions}
    for language in sorted(locales):
        missing = missing_words(language)
        if missing:
            some = "; ".join(missing[:SHOWN])
            more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
            said = f"{len(missing)} messages are not translated: {some}{more}"
            yield Finding("wrong", f"locale/{language}", said)
