"""A cache before the site, as far as purges see one: a real HTTP server that notes what it gets."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from dateline.server.caches import HttpCache, Several
from tests.ports import free_ports

HOST = "pier.example:8080"


class Cache(ThreadingHTTPServer):
    """Notes every PURGE. status: what it answers; slow: after how many seconds."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int = 0) -> None:
        self.port = port or free_ports()
        super().__init__(("127.0.0.1", self.port), Asked)
        self.got: list[str] = []
        self.hosts: set[str] = set()
        self.refused: dict[str, int] = {}
        self.status, self.slow, self.connections = 200, 0.0, 0
        threading.Thread(target=self.serve_forever, args=[0.02], daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def taken(self) -> list[str]:
        """Return what came since it was last asked, in alphabetical order."""
        got, self.got = self.got, []
        return sorted(got)

    def close(self) -> None:
        self.shutdown()
        self.server_close()


class Asked(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Cache

    def setup(self) -> None:
        super().setup()
        self.server.connections += 1

    def do_PURGE(self) -> None:
        time.sleep(self.server.slow)
        self.server.got.append(self.path)
        self.server.hosts.add(self.headers["Host"])
        self.send_response(self.server.refused.get(self.path, self.server.status))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_words: Any) -> None:
        """Say nothing."""


@contextmanager
def cache(port: int = 0) -> Iterator[Cache]:
    """Run a cache until the block ends."""
    made = Cache(port)
    try:
        yield made
    finally:
        made.close()


standing: list[str] = []
"""The addresses of the caches before the paper; what the setting PRESS_PURGER leads to."""


def purger() -> Several:
    return Several([HttpCache(address, HOST) for address in standing])


PURGER = "tests.press.caches.purger"


@contextmanager
def before_the_paper(settings: Any, *caches: Cache) -> Iterator[None]:
    """Have the press purge these caches."""
    from dateline.press.caches import purges

    standing[:] = [one.address for one in caches]
    settings.PRESS_PURGER = PURGER
    try:
        yield
    finally:
        purges._made.pop(PURGER, None)
        standing.clear()
