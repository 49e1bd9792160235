"""A bucket that hangs holds editors up for two seconds, one that is slow is waited for."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from dateline.press.errors import StoreDown
from dateline.press.stores import bucket
from dateline.press.stores.bucket import S3Store
from tests.patience import PATIENCE
from tests.ports import free_ports
from tests.press.storage import in_bucket


class Slow(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    slow = 0.0


class Asked(BaseHTTPRequestHandler):
    """Has nothing, and takes what is put after as many seconds as the server says."""

    protocol_version = "HTTP/1.1"

    def answer(self, status: int, after: float = 0) -> None:
        time.sleep(after)
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_HEAD(self) -> None:
        self.answer(404)

    def do_PUT(self) -> None:
        self.answer(200, self.server.slow)  # type: ignore[attr-defined]

    def do_DELETE(self) -> None:
        self.answer(204, self.server.slow)  # type: ignore[attr-defined]

    def log_message(self, *_words: Any) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Any]:
    made = Slow(("127.0.0.1", free_ports()), Asked)
    threading.Thread(target=made.serve_forever, args=[0.02], daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture
def shelf(server: Any, monkeypatch: pytest.MonkeyPatch) -> S3Store:
    """Return a store in that server's bucket; nobody waits for seconds here."""
    monkeypatch.setattr(bucket, "STALL", 1.0)
    return in_bucket(f"http://127.0.0.1:{server.server_port}", "sheets")


def filed(shelf: S3Store, count: int) -> float:
    """Put so many pages as a filing does; return how long its transaction was open."""
    staged = [shelf.stage(f"/en/{number}/", b"<p>Words") for number in range(count)]
    for one in staged:
        one.ready()
    began = time.monotonic()
    for one in staged:
        one.finish()
    for one in staged:
        one.settle()
    return time.monotonic() - began


def test_a_bucket_that_takes_nothing_is_given_up_soon(server: Any, shelf: S3Store) -> None:
    server.slow = PATIENCE

    with pytest.raises(StoreDown, match="has not answered"):
        filed(shelf, 20)


def test_a_slow_bucket_that_goes_on_answering_is_waited_for(server: Any, shelf: S3Store) -> None:
    server.slow = 0.4

    assert filed(shelf, 24) > 1.0


@pytest.mark.parametrize("act", ["gone", "redirect", "delete"])
def test_a_removal_is_given_up_as_soon(server: Any, shelf: S3Store, act: str) -> None:
    server.slow = PATIENCE
    words = {"gone": (b"<p>Gone",), "redirect": ("/en/", b"<p>Moved"), "delete": ()}

    with pytest.raises(StoreDown, match="has not answered"):
        getattr(shelf, act)("/en/old/", *words[act])
