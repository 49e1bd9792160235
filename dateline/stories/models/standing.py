"""Standing pages: imprint, contact, about, ethics; one a purpose and edition."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from dateline import blocks
from dateline.blocks.fields import BodyField
from dateline.blocks.typesetting import set_stream
from dateline.lib.text import typography
from dateline.staff.models import Edition
from dateline.stories import signals
from dateline.stories.choices import Purpose
from dateline.stories.querysets import StandingPageQuerySet

from .base import Published


class StandingPage(Published, ClusterableModel):
    """A page that stands at a fixed address of its edition: /{edition}/{purpose}/."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="standing_pages")
    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose.choices)
    title = models.CharField(_("title"), max_length=120)
    body = BodyField(blocks.STANDING, verbose_name=_("body"), blank=True)

    objects = StandingPageQuerySet.as_manager()

    class Meta:
        ordering = ["edition", "purpose"]
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")
        constraints = [
            models.UniqueConstraint(fields=["edition", "purpose"], name="standing_page_once")
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not kwargs.get("update_fields"):
            language = self.edition.language
            self.title = typography(self.title, language)
            self.body = set_stream(self.body, language)
        super().save(*args, **kwargs)

    @property
    def is_filled(self) -> bool:
        """Return whether the page says anything."""
        return bool(len(self.body))

    def went_live(self, *, by: Any, at: datetime) -> None:
        signals.standing_page_published.send(sender=StandingPage, instance=self, by=by, at=at)

    def went_dark(self, *, by: Any, at: datetime) -> None:
        signals.standing_page_unpublished.send(sender=StandingPage, instance=self, by=by, at=at)
