"""Feeds and the takes that come through them."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.wire.choices import TakeState


class Feed(models.Model):
    """One wire that the newsroom listens to."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    format = models.CharField(_("format"), max_length=20, default="rss")
    outlet = models.ForeignKey(
        "agents.Agent", null=True, blank=True, on_delete=models.PROTECT, related_name="feeds"
    )
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")

    def __str__(self) -> str:
        return self.name


class Take(models.Model):
    """One piece of a wire: a version of an item that the source keeps updating."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, related_name="takes")
    guid = models.CharField(max_length=400)
    version = models.PositiveIntegerField(default=1)
    headline = models.CharField(_("headline"), max_length=300)
    slugline = models.CharField(_("slugline"), max_length=120, blank=True)
    body = models.TextField(_("body"), blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    received_at = models.DateTimeField(_("received"), db_index=True)
    state = models.CharField(max_length=10, choices=TakeState.choices, default=TakeState.WAITING)
    document = models.ForeignKey(
        "wire.SourceDocument", null=True, blank=True, on_delete=models.PROTECT
    )

    class Meta:
        ordering = ["-received_at", "-pk"]
        verbose_name = _("take")
        verbose_name_plural = _("takes")
        constraints = [
            models.UniqueConstraint(fields=["feed", "guid", "version"], name="wire_take_once")
        ]

    def __str__(self) -> str:
        return self.headline
