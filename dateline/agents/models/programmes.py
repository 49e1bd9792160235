"""Programmes: where interviews are given."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from dateline.agents.signals import programme_changed
from dateline.staff.models import NameRow
from dateline.staff.whole_deletions import DeletedWhole

from .agents import Agent


class Programme(DeletedWhole, ClusterableModel):
    """One programme of an outlet, with its hosts."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=160)
    outlet = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.PROTECT, related_name="programmes"
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            programme_changed.send(sender=Programme, instance=self)


class ProgrammeName(NameRow):
    """A programme's name, slug and description in one language."""

    programme = ParentalKey(Programme, on_delete=models.CASCADE, related_name="names")
    about = models.TextField(_("about"), blank=True, max_length=600)

    SENTENCES = ("about",)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "language"], name="programme_name_once"),
            models.UniqueConstraint(fields=["language", "slug"], name="programme_slug_once"),
        ]


class ProgrammeHost(models.Model):
    """A host of a programme, from one day to another (either may be open)."""

    programme = ParentalKey(Programme, on_delete=models.CASCADE, related_name="hosts")
    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="hosted")
    start = models.DateField(_("from"), null=True, blank=True)
    end = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        ordering = ["start", "pk"]

    def __str__(self) -> str:
        return str(self.agent)
