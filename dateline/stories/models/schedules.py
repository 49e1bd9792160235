"""Scheduled versions: what goes live at an hour, and what is told with it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.stories.querysets import ScheduledVersionQuerySet


class ScheduledVersion(models.Model):
    """One version with an hour, and the update or correction that appears with it.

    revision: Wagtail's own row, whose approved_go_live_at is the hour while the version waits.
    correction: the answers given to `correct`, None for none. failed_at and failure: set when
    the rules forbade the publication at its hour; the row stays until the record is published
    or scheduled anew, so that the words of the correction are not lost.
    """

    revision = models.OneToOneField(
        "wagtailcore.Revision", on_delete=models.CASCADE, related_name="schedule"
    )
    target_kind = models.CharField(max_length=40)
    target_pk = models.PositiveBigIntegerField()
    hour = models.DateTimeField(_("goes live"), db_index=True)
    reason = models.TextField(_("what has changed"), blank=True)
    correction = models.JSONField(_("correction"), null=True, encoder=DjangoJSONEncoder)
    by = models.ForeignKey("staff.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(_("scheduled"))
    failed_at = models.DateTimeField(_("refused"), null=True)
    failure = models.TextField(_("why it was refused"), blank=True)

    objects = ScheduledVersionQuerySet.as_manager()

    class Meta:
        ordering = ["hour", "pk"]
        verbose_name = _("scheduled version")
        verbose_name_plural = _("scheduled versions")
        indexes = [models.Index(fields=["target_kind", "target_pk"])]

    def __str__(self) -> str:
        return f"{self.revision.object_str}: {self.hour.isoformat()}"

    @property
    def record(self) -> Any:
        """Return the record as it stands in the database."""
        return self.revision.content_object

    def fail(self, *, why: str, at: datetime) -> None:
        """Note that the version did not go live at its hour, and why."""
        self.failed_at, self.failure = at, why
        self.save(update_fields=["failed_at", "failure"])
