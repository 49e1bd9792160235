"""Deletions of records that are one transaction with all that follows them."""

from __future__ import annotations

from typing import Any

from django.db import transaction


class DeletedWhole:
    """A record that is deleted in one transaction with its Act and with what it takes along."""

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            gone: tuple[int, dict[str, int]] = super().delete(*args, **kwargs)  # type: ignore[misc]
            return gone
