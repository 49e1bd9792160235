"""Sections and tags, with their names in each language."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from dateline.lib import slugs
from dateline.staff.models import NameRow
from dateline.stories.querysets import SectionQuerySet
from dateline.stories.signals import section_changed, tag_changed


class Section(ClusterableModel):
    """A readers' department; an edition has those named in its language."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=80)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    in_nav = models.BooleanField(_("in the navigation"), default=True)
    is_opinion = models.BooleanField(_("holds opinion"), default=False)

    objects = SectionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            section_changed.send(sender=Section, instance=self)


class SectionName(NameRow):
    """A section's name, slug and line in one language."""

    section = ParentalKey(Section, on_delete=models.CASCADE, related_name="names")
    line = models.CharField(_("one line about it"), max_length=200, blank=True)

    SENTENCES = ("line",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["section", "language"], name="section_name_once"),
            models.UniqueConstraint(fields=["language", "slug"], name="section_slug_once"),
        ]

    def clean(self) -> None:
        super().clean()
        if slugs.is_reserved(self.slug):
            raise ValidationError({"slug": _("“%s” is an address of the site itself.") % self.slug})


class Tag(ClusterableModel):
    """A subject that articles are marked with."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        ordering = ["name"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            tag_changed.send(sender=Tag, instance=self)


class TagName(NameRow):
    """A tag's name and slug in one language."""

    tag = ParentalKey(Tag, on_delete=models.CASCADE, related_name="names")
    line = models.CharField(_("one line about it"), max_length=200, blank=True)

    SENTENCES = ("line",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "language"], name="tag_name_once"),
            models.UniqueConstraint(fields=["language", "slug"], name="tag_slug_once"),
        ]
