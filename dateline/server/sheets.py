"""Serve readers from the pressed files, with nothing else running: an RSGI application.

Imports no Django, asks no database. Addresses are files (see `paths`), files lie in memory
(see `sheet_cache`), and a query string selects nothing.
"""

import json
import os
import re
import time
from collections import Counter
from urllib.parse import quote, urlsplit

from dateline.server import answers, static_assets
from dateline.server.answers import Answer, Request
from dateline.server.bucket_cache import BucketAway, BucketCache
from dateline.server.headers import NEVER, media_type, safety
from dateline.server.paths import LONGEST, Elsewhere, article_of, stem_of
from dateline.server.serving import Serving
from dateline.server.sheet_cache import SheetCache
from dateline.server.stitching import newest

LONGEST_QUERY = 4096
HOST = re.compile(r"^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+)(:\d+)?$")
MEDIA = re.compile(r"^/media/([A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*)$")


class Readers:
    """A server of readers' requests from the sheets of one site."""

    def __init__(self, serving: Serving) -> None:
        self.serving = serving
        self.cache = (
            self._bucket()
            if serving.sheets_elsewhere
            else SheetCache(
                serving.sheets,
                recheck=serving.recheck,
                limit=serving.cache_bytes,
                brotli=serving.brotli,
            )
        )
        self.statuses: Counter[int] = Counter()
        self.since = time.time()

    def _bucket(self) -> SheetCache:
        """Return a cache of the sheets in a bucket."""
        told = self.serving
        return BucketCache(told.sheets_elsewhere, recheck=told.recheck, limit=told.cache_bytes)

    def answer(self, request: Request) -> Answer:
        """Return the answer to one request; may wait for a bucket where sheets lie in one."""
        try:
            return self._answer(request)
        except BucketAway:
            said, again = "This page cannot be had at the moment", ("retry-after", "5")
            return answers.line(503, said, self.serving, again)

    def _answer(self, request: Request) -> Answer:
        if request.method not in {"GET", "HEAD"}:
            said = f"{request.method[:20]} is not answered here"
            return answers.line(405, said, self.serving, ("allow", "GET, HEAD"))
        if len(request.path) > LONGEST:
            return answers.line(414, "This address is too long", self.serving)
        first = request.path[1:].partition("/")[0]
        if first in {"static", "media"}:
            return self._file(request) or self._missing(request)
        if first == "newsroom":
            return answers.moved(307, self._newsroom(request), self.serving)
        if request.path == "/healthz":
            return self._health()
        return self._sheet(request)

    def _sheet(self, request: Request) -> Answer:
        """Answer from the pressed sheets."""
        stem = stem_of(request.path)
        if isinstance(stem, Elsewhere):
            return self._elsewhere(stem.address, request)
        found = self.cache.find(stem) if stem else None
        if found is None or stem is None:
            return self._other_slug(request) or self._missing(request)
        if found.location:
            return answers.moved(found.status, found.location, self.serving, keep_for=300)
        if found.status == 410:
            return answers.page(410, found, request, self.serving)
        if stem == "404.html" or stem.endswith("/404.html"):
            return answers.page(404, found, request, self.serving)
        if found.slots and not self.serving.shared_age:
            found = newest(found, self.cache)
        return answers.sheet(found, request, self.serving)

    def _elsewhere(self, address: str, request: Request) -> Answer:
        """Lead to the right spelling of an address, if something lies there."""
        stem = stem_of(address)
        if isinstance(stem, str) and self.cache.find(stem):
            return answers.moved(301, quote(address), self.serving, keep_for=300)
        return self._missing(request)

    def _other_slug(self, request: Request) -> Answer | None:
        """Lead an article's address with a wrong slug to the right one: the id alone counts."""
        wanted = article_of(request.path)
        if wanted is None:
            return None
        folder, short = wanted
        ending = f"-{short}.html.gz"
        try:
            with os.scandir(self.serving.sheets / folder) as entries:
                names = [each.name for each in entries if each.name.endswith(ending)]
        except OSError:
            return None
        if len(names) != 1:
            return None
        address = f"/{folder}/{names[0].removesuffix('.html.gz')}/"
        return answers.moved(301, quote(address), self.serving, keep_for=300)

    def _missing(self, request: Request) -> Answer:
        """Answer that there is nothing, with the edition's own page where it has one."""
        edition = request.path[1:].partition("/")[0]
        order = [edition] if edition in self.serving.editions else []
        for stem in (*(f"{code}/404.html" for code in order), "404.html", self._default_404):
            found = self.cache.find(stem)
            if found is not None and found.status == 200:
                return answers.page(404, found, request, self.serving)
        return answers.line(404, "There is nothing at this address", self.serving)

    @property
    def _default_404(self) -> str:
        """Return the stem of the default edition's page for what is not there."""
        return f"{self.serving.default_edition}/404.html"

    def _file(self, request: Request) -> Answer | None:
        """Answer with a picture or a part of the design; None where there is none."""
        if request.path.startswith("/static/"):
            return static_assets.answer(request, self.serving)
        named = MEDIA.match(request.path)
        if named is None:
            return None
        if self.serving.media_elsewhere:
            there = f"{self.serving.media_elsewhere}/{named[1]}"
            return answers.moved(302, there, self.serving, keep_for=300)
        path = str(self.serving.media / named[1])
        return answers.file(path, media_type(path), request, self.serving)

    def _newsroom(self, request: Request) -> str:
        """Return where the newsroom is: as set, or beside us on the host that was asked."""
        parts = urlsplit(self.serving.newsroom)
        asked = HOST.match(request.host)
        host = parts.netloc
        if parts.hostname == "localhost" and asked:
            host = f"{asked[1]}:{parts.port}" if parts.port else asked[1]
        return f"{parts.scheme}://{host}{quote(request.path)}"

    def _health(self) -> Answer:
        """Answer with what this process has counted."""
        told = {
            "ok": True,
            "seconds": round(time.time() - self.since, 1),
            "answers": {str(status): count for status, count in sorted(self.statuses.items())},
            "sheets_in_memory": len(self.cache),
            "bytes_in_memory": self.cache.bytes,
            "found_in_memory": self.cache.hits,
            "read_from_disk": self.cache.misses,
        }
        headers = [
            ("content-type", media_type("json")),
            ("cache-control", NEVER),
            *safety(self.serving),
        ]
        return Answer(200, headers, json.dumps(told).encode())
