"""Source documents: the immutable text that every suggestion points into."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _


class SourceIsFinal(RuntimeError):
    """An attempt to change a kept source document."""


def private_storage() -> Storage:
    """Return the store that readers cannot reach; asked for late, so no path is written down."""
    return storages["private"]


class SourceDocument(models.Model):
    """One text as it came in; offsets point into `text`, in code points.

    raw: the bytes as received, a private file. renderer: name and version of what made
    the text from the bytes.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    outlet = models.ForeignKey(
        "agents.Agent", null=True, blank=True, on_delete=models.PROTECT, related_name="documents"
    )
    title = models.CharField(_("title"), max_length=300, blank=True)
    published = models.CharField(_("published (EDTF)"), max_length=60, blank=True)
    fetched_at = models.DateTimeField(_("fetched"))
    media_type = models.CharField(max_length=80)
    language = models.CharField(max_length=12, blank=True)
    raw = models.FileField(storage=private_storage, upload_to="sources/%Y/%m/", max_length=200)
    text = models.TextField()
    sha256 = models.CharField(max_length=64, unique=True)
    renderer = models.CharField(max_length=60)

    class Meta:
        ordering = ["-fetched_at", "-pk"]
        verbose_name = _("source document")
        verbose_name_plural = _("source documents")

    def __str__(self) -> str:
        return self.title or self.sha256[:12]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk and not kwargs.get("force_insert"):
            raise SourceIsFinal(f"source document {self.sha256[:12]} is final")
        super().save(*args, **kwargs)

    def excerpt(self, start: int, end: int) -> str:
        """Return text[start:end]; raises ValueError outside the text."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {start}:{end} lies outside a text of {len(self.text)}")
        return self.text[start:end]

    @staticmethod
    def digest(body: bytes) -> str:
        """Return the SHA-256 by which a document is known, in hex."""
        return hashlib.sha256(body).hexdigest()
