"""Find sheets that lie in a bucket: fetched over HTTP, kept in memory, asked for anew by validator.

While the bucket is out of reach, what is in memory goes on being served; all else is
BucketAway, not missing. Clients of the bucket have a thread each, so that none waits for another's.
"""

import http.client
import threading
import time
from collections import OrderedDict
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from dateline.server.paths import PARTS
from dateline.server.sheet_cache import SheetCache, StoredSheet, safe_location

TIMEOUT = 5.0
LONGEST_BODY = 16 * 1024 * 1024
MOST_ABSENT = 10_000
MOVED_TO = "x-amz-website-redirect-location"


class BucketAway(Exception):
    """A bucket that cannot be asked about an address of which nothing is known."""


class Fetched(NamedTuple):
    """One answer of the bucket."""

    status: int
    etag: str
    location: str
    body: bytes


class BucketCache(SheetCache):
    """A cache in memory of the sheets in a bucket, found by their stem."""

    def __init__(self, address: str, *, recheck: float, limit: int) -> None:
        super().__init__(Path("/nowhere"), recheck=recheck, limit=limit)
        self.at = urlsplit(address)
        self._lock = threading.Lock()
        self._absent: OrderedDict[str, float] = OrderedDict()
        self._wires = threading.local()

    def find(self, stem: str) -> StoredSheet | None:
        """Return what lies at a stem now, or within the last recheck; None if nothing does.

        Raises BucketAway where the bucket does not answer and nothing is in memory.
        """
        now = time.monotonic()
        with self._lock:
            found = self._kept.get(stem)
            known = found.looked if found else self._absent.get(stem, 0.0)
            if known and now - known < self.recheck:
                self.hits += 1
                return found
            self.misses += 1
        try:
            read = self._look(stem, found, now)
        except (OSError, http.client.HTTPException) as why:
            if found is None:
                raise BucketAway(str(why)) from why
            found.looked = now
            return found
        with self._lock:
            self._remember(stem, read, now)
        return read

    def _look(self, stem: str, found: StoredSheet | None, now: float) -> StoredSheet | None:
        """Ask the bucket for a sheet, and for a tombstone where there is none."""
        held = found.etag if found and found.status != 410 else ""
        fetched = self._fetch(key_of(stem), held)
        if fetched.status == 304 and found:
            found.looked = now
            return found
        if fetched.status == 200:
            moved = fetched.location if safe_location(fetched.location) else ""
            body = b"" if moved else fetched.body
            return StoredSheet(
                stem, 301 if moved else 200, body, None, moved, (), now, fetched.etag
            )
        tomb = self._fetch(f"{key_of(stem)}.gone")
        if tomb.status == 200:
            return StoredSheet(stem, 410, tomb.body, None, "", (), now, tomb.etag)
        return None

    def _fetch(self, key: str, held: str = "") -> Fetched:
        """Ask once, or twice if the wire had been hung up; a server's error is OSError."""
        headers = {"Host": self.at.netloc, "Accept-Encoding": "gzip"}
        if held:
            headers["If-None-Match"] = f'"{held}"'
        path = quote(f"{self.at.path.rstrip('/')}/{key}")
        wire, fresh = self._wire()
        try:
            return _asked(wire, path, headers)
        except (OSError, http.client.HTTPException):
            wire.close()
            if fresh:
                raise
        return _asked(wire, path, headers)

    def _wire(self) -> tuple[http.client.HTTPConnection, bool]:
        """Return this thread's connection, and whether it is yet to be made."""
        wire = getattr(self._wires, "one", None)
        if wire is None:
            secure = self.at.scheme == "https"
            kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
            wire = self._wires.one = kind(self.at.hostname or "", self.at.port, timeout=TIMEOUT)
        return wire, wire.sock is None

    def _remember(self, stem: str, read: StoredSheet | None, now: float) -> None:
        """Keep what was found, or that nothing was."""
        if stem in self._kept:
            self._drop(stem)
        self._absent.pop(stem, None)
        if read is not None:
            self._keep(stem, read)
            return
        self._absent[stem] = now
        if len(self._absent) > MOST_ABSENT:
            self._absent.popitem(last=False)


def key_of(stem: str) -> str:
    """Return the key of a sheet's object: a page is its folder's index, a part lies alone."""
    if stem == "index.html" or not stem.endswith(".html") or stem.startswith(f"{PARTS}/"):
        return stem
    return f"{stem.removesuffix('.html')}/index.html"


def _asked(wire: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> Fetched:
    wire.request("GET", path, headers=headers)
    answer = wire.getresponse()
    body = answer.read(LONGEST_BODY + 1)
    if answer.status >= 500 or len(body) > LONGEST_BODY:
        wire.close()
        raise OSError(f"the bucket answers {answer.status} with {len(body)} bytes")
    if answer.status == 301:
        there = urlsplit(answer.getheader("location", ""))
        return Fetched(200, "", there.path, b"")
    etag = answer.getheader("etag", "").removeprefix("W/").strip('"')
    return Fetched(answer.status, etag, answer.getheader(MOVED_TO, ""), body)
