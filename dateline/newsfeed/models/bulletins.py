"""Bulletins: the dated lines of the newsfeed."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.newsfeed.querysets import BulletinQuerySet
from dateline.staff.models import Edition
from dateline.stories.choices import Label


class Bulletin(models.Model):
    """One line of an edition's newsfeed: time, label as filed, headline, and where it leads.

    Ordered by (published_at, id), so that same-second lines never get lost. One for each
    published article, whose address is the article's; a line without a target is told by its
    headline alone.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="bulletins")
    published_at = models.DateTimeField(_("time"), db_index=True)
    label = models.CharField(_("label"), max_length=14, choices=Label.choices, blank=True)
    headline = models.CharField(_("headline"), max_length=300)
    article = models.OneToOneField(
        "stories.Article", null=True, blank=True, on_delete=models.CASCADE, related_name="bulletin"
    )
    url = models.URLField(_("leads to"), max_length=1000, blank=True)
    story = models.ForeignKey(
        "stories.Story", null=True, blank=True, on_delete=models.SET_NULL, related_name="bulletins"
    )
    source = models.ForeignKey(
        "agents.Agent", null=True, blank=True, on_delete=models.PROTECT, related_name="bulletins"
    )
    source_not_stated = models.BooleanField(_("source not stated"), default=False)
    document = models.ForeignKey(
        "wire.SourceDocument",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="bulletins",
    )
    live = models.BooleanField(_("live"), default=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = BulletinQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-pk"]
        verbose_name = _("newsfeed item")
        verbose_name_plural = _("newsfeed")
        indexes = [models.Index(fields=["edition", "live", "-published_at", "-id"])]

    def __str__(self) -> str:
        return self.headline
