"""Fill in people: agents with their names, aliases, roles and sides; the programme; users."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any, NamedTuple

from dateline.agents.actions import free_slug
from dateline.agents.models import (
    Agent,
    AgentAlias,
    AgentName,
    AgentRole,
    Programme,
    ProgrammeHost,
    ProgrammeName,
)
from dateline.staff.actions import add_user
from dateline.staff.models import Desk, Edition, User

from .calendar import Calendar

Entry = dict[str, Any]


class Login(NamedTuple):
    """One person who can log in to the newsroom, shown once."""

    username: str
    password: str
    role: str
    name: str


def make_agents(entries: list[Entry], calendar: Calendar) -> dict[str, Agent]:
    """Make all agents and return them by key; sides are set when all are there."""
    made = {entry["key"]: _agent(entry, calendar) for entry in entries}
    for entry in entries:
        if side := entry.get("side"):
            agent = made[entry["key"]]
            agent.side = made[side]
            for role in agent.roles.all():
                role.organisation = made[side]
            agent.save()
    return made


def _agent(entry: Entry, calendar: Calendar) -> Agent:
    agent = Agent(
        name=entry["name"]["en"],
        kind=entry["kind"],
        description=entry["about"],
        is_staff_author=entry.get("staff", False),
    )
    agent.names = [
        AgentName(language=language, name=name, slug=free_slug(name, language))
        for language, name in entry["name"].items()
    ]
    agent.aliases = [
        AgentAlias(name=one["name"], language=one["lang"]) for one in entry.get("aliases", ())
    ]
    agent.roles = [
        AgentRole(
            title={"en": one["en"], "uk": one["uk"]},
            start=_day(one.get("from"), calendar),
            end=_day(one.get("until"), calendar),
        )
        for one in entry.get("roles", ())
    ]
    agent.save()
    return agent


def _day(ago: int | None, calendar: Calendar) -> date | None:
    return calendar.day(-ago) if ago is not None else None


def make_programme(entry: Entry, people: dict[str, Agent], calendar: Calendar) -> Programme:
    """Make the weekly programme with its host."""
    made = Programme(name=entry["en"]["name"], outlet=people[entry["outlet"]])
    made.names = [
        ProgrammeName(
            language=language, name=entry[language]["name"], about=entry[language]["about"]
        )
        for language in ("en", "uk")
    ]
    made.hosts = [
        ProgrammeHost(agent=people[entry["host"]], start=calendar.day(-entry["host_since"]))
    ]
    made.save()
    return made


def make_desks(entries: list[Entry]) -> dict[str, Desk]:
    """Make the newsroom's teams."""
    return {
        one["key"]: Desk.objects.get_or_create(slug=one["key"], defaults={"name": one["name"]})[0]
        for one in entries
    }


def make_users(
    entries: list[Entry], teams: dict[str, Desk], editions: dict[str, Edition]
) -> tuple[dict[str, User], list[Login]]:
    """Make the users that are not there yet; return all by name, and new log-ins."""
    known, logins = {}, []
    for entry in entries:
        username = entry["username"]
        user = User.objects.filter(username=username).first()
        if user is None:
            password = secrets.token_urlsafe(12)
            user = add_user(username, password=password, role=entry["role"], name=entry["name"])
            logins.append(Login(username, password, entry["role"], entry["name"]))
        user.desks.add(*(teams[one] for one in entry.get("desks", ())))
        user.editions.add(*(editions[one] for one in entry.get("editions", ()) if one in editions))
        known[username] = user
    return known, logins
