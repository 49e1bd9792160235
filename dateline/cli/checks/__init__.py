"""Look a site over: each module answers one question, this one lists them in order."""

from collections.abc import Callable, Iterator

from dateline.cli.checks import content, disk, pages, settings, translations, words
from dateline.extend import Finding
from dateline.settings.site import SiteConfig

CHECKS: tuple[tuple[str, Callable[[SiteConfig], Iterator[Finding]]], ...] = (
    ("settings", settings.find_faults),
    ("words", words.find_faults),
    ("translations", translations.find_faults),
    ("content", content.find_faults),
    ("pages", pages.find_faults),
    ("disk", disk.find_faults),
)
"""What is looked at in a site whose package is whole, by the name that a finding bears."""
