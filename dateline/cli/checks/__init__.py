"""Look a site over: each module answers one question, this one lists them in order."""

from collections.abc import Callable, Iterator

from dateline.cli.checks import content, disk, package, pages, settings, words
from dateline.extend import Finding
from dateline.settings.site import SiteConfig

CHECKS: tuple[tuple[str, Callable[[SiteConfig], Iterator[Finding]]], ...] = (
    ("settings", settings.look),
    ("package", package.look),
    ("words", words.look),
    ("content", content.look),
    ("pages", pages.look),
    ("disk", disk.look),
)
"""What is looked at, by the name that a finding bears."""
