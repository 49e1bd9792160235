"""See whether the pages that the law asks for say anything."""

from collections.abc import Iterator

from dateline.extend import Finding
from dateline.settings.site import SiteConfig

ASKED_FOR = ("imprint", "contact")


def find_faults(site: SiteConfig) -> Iterator[Finding]:
    """Find imprint and contact pages that are empty or unpublished, by edition."""
    from dateline.stories.models import StandingPage

    filled = {
        (page.edition.code, page.purpose)
        for page in StandingPage.objects.public().select_related("edition")
        if page.is_filled
    }
    for edition in site.editions:
        for purpose in ASKED_FOR:
            if (edition.code, purpose) not in filled:
                said = "is not filled yet: write it in the newsroom, under Standing pages"
                where = f"/{edition.code}/{purpose}/"
                yield Finding("wrong" if site.public else "note", where, said)
