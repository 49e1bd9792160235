"""Users of the newsroom."""

from __future__ import annotations

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """One person who logs in to the newsroom; roles are groups (staff.roles)."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    desks = models.ManyToManyField("staff.Desk", blank=True, related_name="people")
    editions = models.ManyToManyField(
        "staff.Edition",
        blank=True,
        related_name="people",
        help_text=_("Editions this person works for; none means all."),
    )

    class Meta(AbstractUser.Meta):
        verbose_name = _("user")  # type: ignore[assignment]
        verbose_name_plural = _("users")  # type: ignore[assignment]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def works_for(self, edition_id: int) -> bool:
        """Return whether this person may work on the edition; no editions named means all."""
        if self.is_superuser:
            return True
        own = set(self.editions.values_list("pk", flat=True))
        return not own or edition_id in own
