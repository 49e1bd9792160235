"""The site's own store, as its settings name it."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from . import FolderStore, Store


def store() -> Store:
    """Return the store that settings name: PRESS_STORE has a "folder", or a "bucket" as well."""
    told: dict[str, Any] = settings.PRESS_STORE
    level = getattr(settings, "PRESS_GZIP_LEVEL", 6)
    if "bucket" in told:
        from .bucket import Bucket, bucket_store

        ages = told["max_age"], told.get("shared", 0)
        return bucket_store(Bucket(**told["bucket"]), told["labels"], ages, level)
    return FolderStore(
        told["folder"], level=level, with_brotli=getattr(settings, "PRESS_BROTLI", False)
    )
