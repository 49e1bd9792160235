"""Running stories: one record for all editions."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import RevisionMixin

from dateline.lib import slugs
from dateline.lib.text import typography
from dateline.staff.actions import log
from dateline.staff.signatures import signature
from dateline.stories.choices import StoryStatus
from dateline.stories.querysets import StoryQuerySet
from dateline.stories.signals import story_changed, story_unpublished

REVIEW_DAYS = {StoryStatus.RUNNING: 3, StoryStatus.DORMANT: 30, StoryStatus.CLOSED: None}


class Story(RevisionMixin, ClusterableModel):
    """A running story; its texts are child rows, one a language."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slugline = models.CharField(_("slugline"), max_length=60, help_text=_("HARBOUR-FIRE"))
    status = models.CharField(
        _("status"), max_length=10, choices=StoryStatus.choices, default=StoryStatus.RUNNING
    )
    section = models.ForeignKey(
        "stories.Section", null=True, blank=True, on_delete=models.PROTECT, related_name="stories"
    )
    review_every = models.PositiveSmallIntegerField(
        _("review every (days)"),
        null=True,
        blank=True,
        help_text=_("Empty: 3 days while running, 30 when dormant, never when closed."),
    )
    public = models.BooleanField(_("has a page"), default=True)
    reviewed_at = models.DateTimeField(_("last reviewed"), null=True, blank=True)

    objects = StoryQuerySet.as_manager()

    class Meta:
        ordering = ["slugline"]
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def __str__(self) -> str:
        return self.slugline

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            was_public = Story.objects.filter(pk=self.pk, public=True).exists()
            super().save(*args, **kwargs)
            goes = was_public and not self.public
            (story_unpublished if goes else story_changed).send(sender=Story, instance=self)
            if was_public != self.public:
                log("unpublish" if goes else "publish", self, **signature()._asdict())

    @property
    def review_days(self) -> int | None:
        """Return after how many days a review is due; None for never."""
        return self.review_every or REVIEW_DAYS[StoryStatus(self.status)]

    def title_in(self, language: str) -> str:
        """Return the title in that language, "" if it has none."""
        return next((row.title for row in self.texts.all() if row.language == language), "")


class StoryText(models.Model):
    """A story's title, slug and summary in one language."""

    story = ParentalKey(Story, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=12)
    title = models.CharField(_("title"), max_length=160)
    slug = models.SlugField(_("slug"), max_length=80, blank=True)
    summary = models.TextField(_("summary"), blank=True, max_length=1000)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "language"], name="story_text_once"),
            models.UniqueConstraint(fields=["language", "slug"], name="story_slug_once"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.title = typography(self.title, self.language)
        self.summary = typography(self.summary, self.language)
        self.slug = self.slug or slugs.slug(self.title, language=self.language)
        super().save(*args, **kwargs)
