"""Questions about agents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from .models import Agent


class AgentQuerySet(models.QuerySet["Agent"]):
    """Questions about agents."""

    def standing(self) -> AgentQuerySet:
        """Return agents that were not merged into another."""
        return self.filter(merged_into=None)

    def named(self, name: str) -> Agent | None:
        """Return the agent of that name or alias, letters' case aside; None if there is none."""
        wanted = name.strip()
        found = (
            self.filter(
                models.Q(name__iexact=wanted)
                | models.Q(names__name__iexact=wanted)
                | models.Q(aliases__name__iexact=wanted)
            )
            .order_by("pk")
            .first()
        )
        return found.final() if found else None
