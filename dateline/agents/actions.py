"""What the agents room does to more than one record."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dateline.lib import slugs
from dateline.staff.actions import log
from dateline.staff.models import User

from .models import Agent, AgentAlias, AgentName
from .signals import agent_changed


def free_slug(name: str, language: str) -> str:
    """Return a slug for an agent's name that no other agent has in that language."""
    base = slugs.slug(name, language=language)
    slug, number = base, 1
    while AgentName.objects.filter(language=language, slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    return slug


@transaction.atomic
def find_or_make(name: str, *, kind: str, language: str) -> tuple[Agent, bool]:
    """Return the agent of that name or alias, made if there is none, and whether it was made."""
    known = Agent.objects.named(name)
    if known:
        return known, False
    agent = Agent(name=name.strip()[:160], kind=kind)
    agent.names = [
        AgentName(language=language, name=agent.name, slug=free_slug(agent.name, language))
    ]
    agent.save()
    return agent, True


@transaction.atomic
def merge(agent: Agent, *, into: Agent, by: User | None, at: datetime) -> None:
    """Merge one record into another: its names become aliases, its uses follow by final().

    Raises ValueError when that would make a circle.
    """
    into = into.final()
    if into.pk == agent.pk:
        raise ValueError(f"“{agent}” cannot be merged into itself")
    for name in {agent.name, *agent.names.values_list("name", flat=True)}:
        AgentAlias.objects.get_or_create(agent=into, name=name)
    agent.merged_into = into
    agent.save()
    log("merge", agent, by=by, at=at, detail={"into": str(into.uid)})
    agent_changed.send(sender=Agent, instance=into)
