"""Holds: embargo, legal, safety; enforced in every output."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.stories.choices import HoldKind, TargetKind
from dateline.stories.querysets import HoldQuerySet


class Held(ValidationError):
    """A publication that a hold in force forbids; the words name the hold."""


class Holds(models.Manager.from_queryset(HoldQuerySet)):  # type: ignore[misc]
    """The holds, and the refusal of what is held."""

    def refuse(self, kind: str, uid: Any, *, at: datetime | None = None) -> None:
        """Raise Held when a hold on this thing is in force.

        at: an hour to come at which it is to go live; embargoes that end by then forbid nothing.
        """
        holds = self.in_force().on(kind, uid)
        if at:
            holds = holds.exclude(kind=HoldKind.EMBARGO, until__lte=at)
        hold = holds.first()
        if hold:
            raise Held(
                _("Held (%(kind)s): %(reason)s A named person must lift the hold first."),
                params={"kind": hold.get_kind_display(), "reason": hold.reason},
            )


class Hold(models.Model):
    """One hold on one thing; lifting is an act by a named person, or by an embargo's timer."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    target_kind = models.CharField(max_length=12, choices=TargetKind.choices)
    target_uid = models.UUIDField(db_index=True)
    kind = models.CharField(_("kind"), max_length=8, choices=HoldKind.choices)
    until = models.DateTimeField(_("until"), null=True, blank=True)
    reason = models.TextField(_("reason"))
    at = models.DateTimeField(_("placed"))
    by = models.ForeignKey("staff.User", null=True, on_delete=models.PROTECT, related_name="holds")
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)
    lifted_by = models.ForeignKey(
        "staff.User", null=True, blank=True, on_delete=models.PROTECT, related_name="lifted_holds"
    )

    objects = Holds()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("hold")
        verbose_name_plural = _("holds")
        indexes = [models.Index(fields=["target_kind", "target_uid", "lifted_at"])]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind="embargo") | models.Q(until__isnull=False),
                name="embargo_has_an_end",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.reason}"
