"""See whether settings and keys are fit for a site that readers reach."""

import stat
from collections.abc import Iterator
from urllib.parse import urlsplit

from dateline.cli.entry_points import serving_of
from dateline.extend import Finding
from dateline.server.headers import safety
from dateline.settings.site import SiteConfig

NEAR = {"localhost", "127.0.0.1", "::1"}


def find_faults(site: SiteConfig) -> Iterator[Finding]:
    """Find what is wrong with settings, keys and what Django says of them."""
    yield from _address(site)
    yield from _noindex(site)
    yield from _private(site)
    yield from _django()


def _address(site: SiteConfig) -> Iterator[Finding]:
    """Find a public site that does not say where it is, or travels in the open."""
    where = str(site.file)
    if not site.public:
        yield Finding("note", where, "site.public is false: search engines are told to stay away")
        return
    if urlsplit(site.address).hostname in NEAR:
        yield Finding("wrong", where, "the site is public: set site.address to where readers are")
    if urlsplit(site.newsroom_address).scheme != "https":
        said = "the newsroom has no TLS: set server.newsroom_address to its https:// address"
        yield Finding("wrong", where, said)


def _noindex(site: SiteConfig) -> Iterator[Finding]:
    """Find a server that invites search engines where it should not, or the reverse."""
    kept_away = ("x-robots-tag", "noindex") in safety(serving_of(site))
    if kept_away == site.public:
        said = "a public site sends noindex" if site.public else "noindex is not sent"
        yield Finding("wrong", str(site.file), said)


def _private(site: SiteConfig) -> Iterator[Finding]:
    """Find private files that others on this machine may read."""
    files = [site.private_dir, site.private_dir / "secret.key", site.database_file]
    for path in files:
        if path and path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o007:
            yield Finding("wrong", str(path), f"others may read it; chmod o-rwx {path}")


def _django() -> Iterator[Finding]:
    """Pass on what Django and Wagtail find wrong."""
    from django.core import checks

    for message in checks.run_checks():
        if message.level >= checks.ERROR:
            yield Finding("wrong", message.id or "django", " ".join(message.msg.split()))
