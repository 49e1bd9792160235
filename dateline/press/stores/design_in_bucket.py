"""Put the design's files into a bucket of sheets, for a CDN that reads nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from . import bucket_errors
from .bucket import LISTED, S3Store


class DesignInBucket:
    """The design's files in a bucket: uncompressed, below one key, named by their content."""

    def __init__(self, store: S3Store, below: str) -> None:
        self.store = store
        self.below = below

    def names(self) -> set[str]:
        """Return the names of what lies there; raises StoreDown."""
        start = f"{self.store.prefix}{self.below}"
        pages = self.store.client.get_paginator("list_objects_v2").paginate(
            Bucket=self.store.bucket.name, Prefix=start, PaginationConfig={"PageSize": LISTED}
        )
        with bucket_errors.translated(self.store.place, self.below):
            return {row["Key"][len(start) :] for page in pages for row in page.get("Contents", ())}

    def put(self, folder: Path, names: Iterable[str]) -> None:
        """Put those files of a folder there that are lacking; raises StoreFailed, OSError."""
        for name in sorted(set(names) - self.names()):
            with bucket_errors.translated(self.store.place, name):
                self.store.client.put_object(
                    Bucket=self.store.bucket.name,
                    Key=self._key(name),
                    Body=(folder / name).read_bytes(),
                    **self.store.labels(f"{self.below}{name}"),
                )

    def remove(self, name: str) -> None:
        """Remove a file that may lie there; raises StoreFailed."""
        with bucket_errors.translated(self.store.place, name):
            self.store.client.delete_object(Bucket=self.store.bucket.name, Key=self._key(name))

    def _key(self, name: str) -> str:
        return f"{self.store.prefix}{self.below}{name}"
