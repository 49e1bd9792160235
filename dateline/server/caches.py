"""Have caches before the site forget addresses: Varnish and its like by PURGE, CDNs by their API.

A cache of our own is asked over connections that are kept, within a time, and its answers are
read: Wagtail's client for it waits for ever and tells failures to the log alone. For CDNs
Wagtail's clients are used as they are, without its app and signals; what they log is a failure.
"""

from __future__ import annotations

import http.client
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urlsplit

from django.conf import settings
from django.utils.module_loading import import_string

from dateline.press.caches.purges import Purger

if TYPE_CHECKING:
    from dateline.settings.sections import CdnSection
    from dateline.settings.site import SiteConfig

AT_ONCE, EACH = 8, 4
"""Connections to a cache at most, and addresses that one is worth its while for."""
SAFE = "/-._~!$&'()*+,;=:@"
FORGOTTEN = frozenset({404, 410, 412})
"""What a cache answers that has no such page: it need not forget it."""
BACKENDS = "wagtail.contrib.frontend_cache.backends."
Failed = dict[str, str]


def purger() -> Purger:
    """Return the way to all caches that stand before the site."""
    return of_site(settings.SITE)


def of_site(site: SiteConfig) -> Purger:
    """Return the way to the caches that a site's settings name."""
    cdn = site.cdn
    if cdn.kind == "http":
        host = urlsplit(site.address).netloc
        return Several([HttpCache(address, host) for address in cdn.addresses])
    name, options = _wagtails(cdn)
    return Cdn(import_string(BACKENDS + name)(options), site.address)


def _wagtails(cdn: CdnSection) -> tuple[str, dict[str, str]]:
    """Return the name of Wagtail's client of a CDN, and what it is to be told."""
    if cdn.kind == "cloudflare":
        return "CloudflareBackend", {"ZONEID": cdn.zone, "BEARER_TOKEN": cdn.token}
    told = {
        "DISTRIBUTION_ID": cdn.distribution,
        "AWS_ACCESS_KEY_ID": cdn.key_id,
        "AWS_SECRET_ACCESS_KEY": cdn.secret_key,
    }
    return "CloudfrontBackend", {name: value for name, value in told.items() if value}


class HttpCache:
    """One cache that knows the method PURGE: Varnish, nginx or Squid."""

    def __init__(self, address: str, host: str) -> None:
        self.address = address
        self.there: SplitResult = urlsplit(address)
        self.host = host

    def purge(self, paths: Sequence[str], seconds: float) -> Failed:
        """Purge addresses over a few connections; what was not reached in time has failed."""
        left = dict.fromkeys(paths, f"{self.address} was not asked in time")
        end = time.monotonic() + seconds
        few = min(AT_ONCE, -(-len(paths) // EACH))
        lanes = [paths[start::few] for start in range(few)]
        _together([partial(self._lane, lane, end, left) for lane in lanes])
        return left

    def _lane(self, paths: Sequence[str], end: float, left: Failed) -> None:
        """Purge addresses one after the other over one connection; left: what is still to do."""
        number = 0
        try:
            with closing(self._connection(end)) as connection:
                for path in paths:
                    why = self._ask(connection, path, end)
                    if why:
                        left[path] = f"{self.address} {why}"
                    else:
                        del left[path]
                    number += 1
        except (OSError, http.client.HTTPException, ValueError) as lost:
            said = f"{self.address} does not answer: {lost or type(lost).__name__}"
            left.update(dict.fromkeys(paths[number:], said))

    def _connection(self, end: float) -> http.client.HTTPConnection:
        safe = self.there.scheme == "https"
        kind = http.client.HTTPSConnection if safe else http.client.HTTPConnection
        left = max(end - time.monotonic(), 0.05)
        return kind(self.there.hostname or "", self.there.port, timeout=left)

    def _ask(self, connection: http.client.HTTPConnection, path: str, end: float) -> str:
        """Purge one address; return why not, "" where it is forgotten."""
        left = end - time.monotonic()
        if left <= 0:
            return "was not asked in time"
        if connection.sock is not None:
            connection.sock.settimeout(left)
        named = {"Host": self.host, "User-Agent": "dateline", "Content-Length": "0"}
        connection.request("PURGE", quote(path, safe=SAFE), headers=named)
        answer = connection.getresponse()
        answer.read()
        if answer.status < 300 or answer.status in FORGOTTEN:
            return ""
        return f"answers {answer.status} to PURGE: let it be sent from this machine"


class Several:
    """A group of caches that all hold the site."""

    def __init__(self, caches: Sequence[Purger]) -> None:
        self.caches = caches

    def purge(self, paths: Sequence[str], seconds: float) -> Failed:
        """Purge in all of them at the same time."""
        answers: list[Failed] = []

        def ask(one: Purger) -> None:
            answers.append(one.purge(paths, seconds))

        _together([partial(ask, one) for one in self.caches])
        if len(answers) < len(self.caches):
            return dict.fromkeys(paths, "a cache's client broke; see the log")
        return {path: why for failed in answers for path, why in failed.items()}


class Cdn:
    """A CDN, reached by Wagtail's client for it."""

    LOT = 900

    def __init__(self, client: object, address: str) -> None:
        self.client = client
        self.address = address

    def purge(self, paths: Sequence[str], seconds: float) -> Failed:
        """Purge whole addresses lot by lot; a lot of which one failed is tried again whole.

        The client has a time of its own to give up.
        """
        failed: Failed = {}
        for start in range(0, len(paths), self.LOT):
            lot = paths[start : start + self.LOT]
            with overheard() as said:
                self._ask(lot, said)
            if said:
                failed.update(dict.fromkeys(lot, said[0]))
        return failed

    def _ask(self, lot: Sequence[str], said: list[str]) -> None:
        addresses = [self.address + quote(path, safe=SAFE) for path in lot]
        try:
            self.client.purge_batch(addresses)  # type: ignore[attr-defined]
        except Exception as why:  # noqa: BLE001 - each CDN's client raises its own
            said.append(f"{type(self.client).__name__}: {why}")


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Gather what Wagtail's clients log in this thread, instead of having it logged."""
    said: list[str] = []
    mine = threading.get_ident()

    def hear(record: logging.LogRecord) -> bool:
        theirs = record.thread == mine and "frontend_cache" in record.pathname
        if theirs:
            said.append(record.getMessage())
        return not theirs

    loggers = [logging.getLogger("wagtail.frontendcache"), logging.getLogger()]
    for logger in loggers:
        logger.addFilter(hear)
    try:
        yield said
    finally:
        for logger in loggers:
            logger.removeFilter(hear)


def _together(calls: Sequence[Callable[[], None]]) -> None:
    """Call several at the same time, and wait until all are done."""
    threads = [threading.Thread(target=one, daemon=True) for one in calls[1:]]
    for each in threads:
        each.start()
    if calls:
        calls[0]()
    for each in threads:
        each.join()
