"""Acts: the append-only log of who did what, when and why."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActIsFinal(RuntimeError):
    """An attempt to change or delete a logged act."""


class ActQuerySet(models.QuerySet["Act"]):
    """Questions about acts; changes are refused."""

    def update(self, **kwargs: Any) -> int:
        raise ActIsFinal("An act is final: it cannot be updated.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise ActIsFinal("An act is final: it cannot be deleted.")

    def about(self, uid: object) -> ActQuerySet:
        """Return the acts on one thing, newest first."""
        return self.filter(target_uid=uid).order_by("-at", "-pk")


class Act(models.Model):
    """One logged deed; by is empty only for the system's own (timers, imports)."""

    at = models.DateTimeField(_("at"), db_index=True)
    by = models.ForeignKey(
        "staff.User", null=True, blank=True, on_delete=models.PROTECT, related_name="acts"
    )
    verb = models.CharField(_("verb"), max_length=40)
    target_kind = models.CharField(_("kind"), max_length=40)
    target_uid = models.UUIDField(_("uid"), null=True, blank=True, db_index=True)
    why = models.TextField(_("why"), blank=True)
    detail = models.JSONField(_("detail"), default=dict, blank=True)

    objects = ActQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("act")
        verbose_name_plural = _("acts")

    def __str__(self) -> str:
        return f"{self.verb} {self.target_kind} {self.target_uid}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise ActIsFinal("An act is final: it cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise ActIsFinal("An act is final: it cannot be deleted.")
