"""Live blogs, their posts, and the breaking strip."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from dateline.lib.text import typography
from dateline.newsfeed.querysets import StripQuerySet
from dateline.newsfeed.signals import strip_changed
from dateline.staff.models import Edition


class LiveBlog(models.Model):
    """Live coverage under one address; ended_at closes it."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    short_id = models.CharField(max_length=10, editable=False, unique=True)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="live_blogs")
    article = models.OneToOneField(
        "stories.Article",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="live_blog",
    )
    story = models.ForeignKey("stories.Story", null=True, blank=True, on_delete=models.PROTECT)
    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("slug"), max_length=80)
    summary = models.TextField(_("summary"), blank=True)
    started_at = models.DateTimeField(_("started"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta:
        ordering = ["-started_at"]
        verbose_name = _("live blog")
        verbose_name_plural = _("live blogs")

    def __str__(self) -> str:
        return self.title


class Post(models.Model):
    """One post of a live blog."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    live_blog = models.ForeignKey(LiveBlog, on_delete=models.CASCADE, related_name="posts")
    at = models.DateTimeField(_("time"), db_index=True)
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    body = RichTextField(_("text"))
    key = models.BooleanField(_("key event"), default=False)
    pinned = models.BooleanField(_("pinned"), default=False)
    live = models.BooleanField(default=True)
    by = models.ForeignKey("staff.User", null=True, on_delete=models.PROTECT, related_name="posts")

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("post")
        verbose_name_plural = _("posts")

    def __str__(self) -> str:
        return self.headline or str(self.at)


class Strip(models.Model):
    """The breaking strip of an edition: one line that ends by itself."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="strips")
    text = models.CharField(_("text"), max_length=160)
    article = models.ForeignKey(
        "stories.Article", null=True, blank=True, on_delete=models.CASCADE, related_name="strips"
    )
    from_at = models.DateTimeField(_("from"))
    until_at = models.DateTimeField(_("until"))
    by = models.ForeignKey("staff.User", null=True, on_delete=models.PROTECT, related_name="strips")

    objects = StripQuerySet.as_manager()

    class Meta:
        ordering = ["-from_at"]
        verbose_name = _("breaking strip")
        verbose_name_plural = _("breaking strips")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_at__gt=models.F("from_at")), name="strip_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.text = typography(self.text, self.edition.language)
        with transaction.atomic():
            super().save(*args, **kwargs)
            strip_changed.send(sender=Strip, instance=self)
