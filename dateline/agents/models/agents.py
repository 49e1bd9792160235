"""Agents: whoever is a source, a speaker, an author or an outlet."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from dateline.agents.choices import AgentKind
from dateline.agents.querysets import AgentQuerySet
from dateline.agents.signals import agent_changed
from dateline.lib import multilingual
from dateline.staff.fields import WordsField
from dateline.staff.models import NameRow
from dateline.staff.whole_deletions import DeletedWhole


class Agent(DeletedWhole, ClusterableModel):
    """One person or body, one record for all editions."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(
        _("kind"), max_length=16, choices=AgentKind.choices, default=AgentKind.PERSON
    )
    description = WordsField(_("description"), limit=300, blank=True)
    side = models.ForeignKey(
        "self",
        verbose_name=_("speaks for"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="speakers",
    )
    qid = models.CharField(_("Wikidata item"), max_length=20, blank=True)
    url = models.URLField(_("own site"), blank=True)
    is_staff_author = models.BooleanField(_("writes for us"), default=False)
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged_from",
    )

    objects = AgentQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("agent")
        verbose_name_plural = _("agents")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.side_id and self.side_id == self.pk:
            raise ValidationError({"side": _("Nobody speaks for themselves here: leave it empty.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            agent_changed.send(sender=Agent, instance=self)

    def final(self) -> Agent:
        """Return the record this one was merged into, or itself."""
        return self.merged_into.final() if self.merged_into else self

    def name_in(self, language: str) -> str:
        """Return the name in that language, else the canonical one."""
        row = next((one for one in self.names.all() if one.language == language), None)
        return row.name if row else self.name

    def role_on(self, day: dt.date, language: str) -> str:
        """Return the words of the role held on that day, "" if none is known."""
        held = [role for role in self.roles.all() if role.holds(day)]
        latest = max(held, key=lambda role: role.start or dt.date.min, default=None)
        if latest is None:
            return ""
        return multilingual.text_in(latest.title, language).text


class AgentName(NameRow):
    """An agent's name and slug in one language."""

    agent = ParentalKey(Agent, on_delete=models.CASCADE, related_name="names")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agent", "language"], name="agent_name_once"),
            models.UniqueConstraint(fields=["language", "slug"], name="agent_slug_once"),
        ]


class AgentAlias(models.Model):
    """Another name under which texts speak of the same agent."""

    agent = ParentalKey(Agent, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(_("name"), max_length=160, db_index=True)
    language = models.CharField(_("language"), max_length=12, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agent", "name"], name="agent_alias_once")]

    def __str__(self) -> str:
        return self.name


class AgentRole(models.Model):
    """A role an agent holds from one day to another (either may be open)."""

    agent = ParentalKey(Agent, on_delete=models.CASCADE, related_name="roles")
    title = WordsField(_("title"), limit=160)
    organisation = models.ForeignKey(
        Agent, null=True, blank=True, on_delete=models.SET_NULL, related_name="held_roles"
    )
    start = models.DateField(_("from"), null=True, blank=True)
    end = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        ordering = ["start", "pk"]

    def __str__(self) -> str:
        return multilingual.text_in(self.title, "").text

    def clean(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("A role cannot end before it begins.")})

    def holds(self, day: dt.date) -> bool:
        """Return whether the role was held on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
