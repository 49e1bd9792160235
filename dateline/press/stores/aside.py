"""Put the design's files into a bucket of sheets, for a CDN that reads nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from . import refusals
from .bucket import LISTED, S3Store


class Aside:
    """Is what lies in a bucket below one key, uncompressed, under names that are its content's."""

    def __init__(self, store: S3Store, below: str) -> None:
        self.store = store
        self.below = below

    def names(self) -> set[str]:
        """Return the names of what lies there; raises StoreDown."""
        start = f"{self.store.prefix}{self.below}"
        pages = self.store.client.get_paginator("list_objects_v2").paginate(
            Bucket=self.store.bucket.name, Prefix=start, PaginationConfig={"PageSize": LISTED}
        )
        with refusals.told(self.store.place, self.below):
            return {row["Key"][len(start) :] for page in pages for row in page.get("Contents", ())}

    def put(self, folder: Path, names: Iterable[str]) -> None:
        """Put those files of a folder there that are lacking; raises StoreFailed, OSError."""
        for name in sorted(set(names) - self.names()):
            with refusals.told(self.store.place, name):
                self.store.client.put_object(
                    Bucket=self.store.bucket.name,
                    Key=self._key(name),
                    Body=(folder / name).read_bytes(),
                    **self.store.labels(f"{self.below}{name}"),
                )

    def remove(self, name: str) -> None:
        """Remove a file that may lie there; raises StoreFailed."""
        with refusals.told(self.store.place, name):
            self.store.client.delete_object(Bucket=self.store.bucket.name, Key=self._key(name))

    def _key(self, name: str) -> str:
        return f"{self.store.prefix}{self.below}{name}"
