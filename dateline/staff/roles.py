"""Roles: what each may do, as Django groups and permissions."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission

from .choices import Role

READ = {"view"}
WRITE = {"view", "add", "change"}
RUN = {"view", "add", "change", "delete", "publish", "lock", "unlock"}

POWERS: dict[str, dict[str, set[str]]] = {
    Role.REPORTER: {
        "stories": WRITE,
        "chronology": WRITE,
        "newsfeed": WRITE,
        "agents": WRITE,
        "media": WRITE,
        "wire": READ,
        "intake": WRITE,
    },
    Role.EDITOR: {
        "stories": RUN,
        "chronology": RUN,
        "newsfeed": RUN,
        "agents": RUN,
        "media": RUN,
        "wire": WRITE,
        "intake": RUN,
    },
    Role.CHIEF: {
        "stories": RUN,
        "chronology": RUN,
        "newsfeed": RUN,
        "agents": RUN,
        "media": RUN,
        "wire": RUN,
        "intake": RUN,
        "staff": {"view", "change"},
    },
}


def make_groups() -> list[Group]:
    """Make a group a role, or bring its permissions up to date, and return them."""
    groups = []
    for role, rooms in POWERS.items():
        group, _made = Group.objects.get_or_create(name=str(role))
        wanted = list(Permission.objects.filter(codename="access_admin"))
        for room, verbs in rooms.items():
            found = Permission.objects.filter(content_type__app_label=room)
            wanted += [one for one in found if one.codename.split("_")[0] in verbs]
        group.permissions.set(wanted)
        groups.append(group)
    return groups
