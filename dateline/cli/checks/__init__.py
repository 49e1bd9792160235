"""Look a site over: each module answers one question, this one lists them in order."""

from collections.abc import Callable, Iterator

from dateline.cli.checks import content, disk, pages, settings, translations, words
from dateline.extend import Finding
from dateline.settings.site import SiteConfig

CHECKS: tuple[tuple[str, Callable[[SiteConfig], Iterator[Finding]]], ...] = (
    ("settings", settings.look),
    ("words", words.look),
    ("translations", translations.look),
    ("content", content.look),
    ("pages", pages.look),
    ("disk", disk.look),
)
"""What is looked at in a site whose package is whole, by the name that a finding bears."""
