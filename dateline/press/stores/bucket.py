"""Keep sheets as objects of an S3-compatible bucket; see docs/reference/stores.md.

One object an address, one encoding an object. A PUT replaces an object as a whole; there is no
renaming, and no putting of several at once: the order of filing is what readers can rely on.
"""

from __future__ import annotations

import hashlib
import time
import zlib
from collections.abc import Callable
from concurrent import futures
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.utils.module_loading import import_string

from dateline.press.errors import StoreDown, StoreFailed, StoreOvertaken

from . import bucket_errors
from .gzips import compress, unpack
from .names import bare, stem

CONNECT, READ, TRIES = 3, 5, 2
PATIENCE = 8.0
"""Seconds for which a transaction waits for what is on its way; a later one is a late writer."""
STALL = 2.0
"""Seconds without any answer after which a transaction gives up: editors wait for it."""
AT_ONCE = 8
TOMB = ".gone"
MOVED = "/"  # labelled as a page: at "/story.php" the stub that leads on is one all the same
READING = ("head_object", "get_object")
LISTED = 1000
Named = dict[str, str]
Labels = Callable[[str], Named]


@dataclass(frozen=True)
class Bucket:
    """A bucket, and the key that opens it; what is empty is as boto3 finds it.

    guard: write only where nobody else wrote meanwhile. aside: what others keep below the prefix.
    """

    name: str
    prefix: str = ""
    endpoint: str = ""
    region: str = ""
    key_id: str = ""
    secret: str = field(default="", repr=False)
    guard: bool = True
    aside: tuple[str, ...] = ()

    def client(self) -> Any:
        """Return a client that gives up soon: whoever waits holds a transaction open."""
        told = Config(
            connect_timeout=CONNECT,
            read_timeout=READ,
            retries={"total_max_attempts": TRIES, "mode": "standard"},
            max_pool_connections=AT_ONCE,
            s3={"addressing_style": "path" if self.endpoint else "auto"},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        return boto3.client(
            "s3",
            endpoint_url=self.endpoint or None,
            region_name=self.region or None,
            aws_access_key_id=self.key_id or None,
            aws_secret_access_key=self.secret or None,
            config=told,
        )


@dataclass
class StagedObject:
    """A page on our side of the wire, and what lies at its address as we last saw it."""

    store: S3Store
    path: str
    body: bytes
    held: Future[str | None]
    sent: Future[None] | None = None
    since: float = 0.0

    def ready(self) -> None:
        """Wait until it is known what lies there: a store out of reach is found out here."""
        self.store.wait(self.held, self.path, PATIENCE)

    def finish(self) -> None:
        """Send it off, beside others."""
        tag = self.held.result()
        self.since = time.monotonic()
        self.sent = self.store.pool.submit(self.store.put, self.path, self.body, tag)

    def settle(self) -> None:
        """Wait until it lies there, for as long as the bucket answers at all."""
        while self.sent is not None and not self.sent.done():
            heard = max(self.since, self.store.heard)
            left = min(self.since + PATIENCE, heard + STALL) - time.monotonic()
            futures.wait([self.sent], max(left, 0))
            if left <= 0:
                break
        if self.sent is not None:
            self.store.wait(self.sent, self.path, 0)

    def drop(self) -> None:
        """Forget the page."""
        self.held.cancel()


class S3Store:
    """A store in a bucket of object storage."""

    def __init__(self, bucket: Bucket, *, labels: Labels, level: int = 6) -> None:
        self.bucket = bucket
        self.labels = labels
        self.level = level
        self.prefix = f"{bucket.prefix.strip('/')}/".lstrip("/")
        self.place = f"the bucket {bucket.name}" + (
            f" at {bucket.endpoint}" if bucket.endpoint else ""
        )
        self.client = bucket.client()
        self.pool = ThreadPoolExecutor(AT_ONCE, "bucket")
        self.heard = 0.0

    def stage(self, path: str, body: bytes, *, often: bool = False) -> StagedObject:
        """Compress a page and ask what lies at its address; nothing is visible before finish()."""
        held = self.pool.submit(self._tag, path)
        return StagedObject(self, path, compress(body, self.level), held)

    def gone(self, path: str, body: bytes) -> None:
        """Put a tombstone: first the page goes, then comes what says so, at a key of its own."""
        packed = compress(body, self.level)

        def bury() -> None:
            self._delete(path)
            self._ask("put_object", path, self._tomb(path), self._told(path), packed)

        self._bounded(path, bury)

    def redirect(self, path: str, to: str, body: bytes, code: int = 301) -> None:
        """Lead an address to another: by the object's metadata, and by a stub for all others."""
        packed = compress(body, self.level)
        self._bounded(path, lambda: self.put(path, packed, self._tag(path), to=to))

    def delete(self, path: str) -> None:
        """Remove the objects of an address."""

        def remove() -> None:
            self._delete(path)
            self._ask("delete_object", path, self._tomb(path))

        self._bounded(path, remove)

    def wait(self, coming: Future[Any], path: str, seconds: float) -> None:
        """Wait for what is on its way; raises StoreDown where it does not come in time."""
        try:
            coming.result(seconds)
        except Late as why:
            raise StoreDown(
                f"{self.place} has not answered in time; see to the network", path
            ) from why

    def _bounded(self, path: str, what: Callable[[], None]) -> None:
        """Do what takes a few requests, and give up soon: a transaction is open meanwhile."""
        self.wait(self.pool.submit(what), path, 2 * STALL)

    def read(self, path: str) -> bytes | None:
        """Return the page that lies at an address, decompressed; None if there is none."""
        answer = self._ask("get_object", path, self.key(path))
        try:
            return unpack(answer["Body"].read()) if answer is not None else None
        except (zlib.error, BotoCoreError) as why:
            raise StoreFailed(f"{self.key(path)} in {self.place} cannot be read: {why}") from why

    def notify_servers(self) -> None:
        """Notify nobody: servers ask the bucket again by themselves before long."""

    def paths(self) -> set[str]:
        """Return the addresses of all objects that readers can get as pages."""
        found: set[str] = set()
        pages = self.client.get_paginator("list_objects_v2")
        with bucket_errors.translated(self.place, ""):
            for page in pages.paginate(
                Bucket=self.bucket.name,
                Prefix=self.prefix,
                PaginationConfig={"PageSize": LISTED},
            ):
                keys = (row["Key"].removeprefix(self.prefix) for row in page.get("Contents", ()))
                found.update(address(key) for key in keys if self._is_page(key))
        return found

    def _is_page(self, key: str) -> bool:
        return not key.endswith(TOMB) and not key.startswith(self.bucket.aside)

    def key(self, path: str) -> str:
        """Return an address's key: a page is its folder's index, as websites in buckets want it."""
        name = stem(path)
        if path.endswith("/") and path != "/":
            name = f"{bare(path)}/index.html"
        return self.prefix + name

    def put(self, path: str, packed: bytes, tag: str | None, to: str = "") -> None:
        """Put a page, if still lies there what lay there: tag, or None for nothing.

        What we put ourselves, and never heard of its arrival, is no other's.
        """
        only: Named = {}
        if self.bucket.guard:
            only = {"IfMatch": tag} if tag else {"IfNoneMatch": "*"}
        if to:
            only["WebsiteRedirectLocation"] = to
        only |= self._told(MOVED if to else path)
        try:
            self._ask("put_object", path, self.key(path), only, packed)
        except StoreOvertaken:
            if self._tag(path) != f'"{hashlib.md5(packed, usedforsecurity=False).hexdigest()}"':
                raise
        if tag is None:
            self._ask("delete_object", path, self._tomb(path))

    def _delete(self, path: str) -> None:
        tag = self._tag(path)
        if tag is not None:
            only = {"IfMatch": tag} if self.bucket.guard else {}
            self._ask("delete_object", path, self.key(path), only)

    def _tag(self, path: str) -> str | None:
        """Return the validator of what lies at an address, None where nothing does."""
        answer = self._ask("head_object", path, self.key(path))
        return answer["ETag"] if answer is not None else None

    def _tomb(self, path: str) -> str:
        return self.key(path) + TOMB

    def _told(self, path: str) -> Named:
        return {"ContentEncoding": "gzip", **self.labels(stem(path))}

    def _ask(
        self, what: str, path: str, key: str, more: Named | None = None, body: bytes | None = None
    ) -> dict[str, Any] | None:
        """Ask the bucket for one thing; None where a thing to be read is not there."""
        named: dict[str, Any] = {"Bucket": self.bucket.name, "Key": key, **(more or {})}
        if body is not None:
            named["Body"] = body
        with bucket_errors.translated(self.place, path):
            try:
                answer: dict[str, Any] = getattr(self.client, what)(**named)
            except ClientError as why:
                if what in READING and bucket_errors.code(why) in ("404", "NoSuchKey"):
                    return None
                raise
        self.heard = time.monotonic()
        return answer


def address(key: str) -> str:
    """Return the address that a key without its prefix stands for."""
    if key == "index.html":
        return "/"
    return f"/{key.removesuffix('index.html')}" if key.endswith("/index.html") else f"/{key}"


@lru_cache(maxsize=4)
def bucket_store(bucket: Bucket, labels: str, ages: tuple[int, int], level: int) -> S3Store:
    """Return the store of a bucket, one for a process: its client costs more than a page.

    labels: the dotted name of what gives an object its Content-Type and Cache-Control.
    ages: for how long browsers, and caches before the site (0: as browsers), may keep a page.
    """
    told = partial(import_string(labels), max_age=ages[0], shared=ages[1])
    return S3Store(bucket, labels=told, level=level)
