"""Roles: what each may do, as Django groups and permissions."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission

from .choices import Role

READ = {"view"}
OWN = {"view", "add"}  # Wagtail lets people change and delete what they uploaded themselves
WRITE = {"view", "add", "change"}
RUN = {"view", "add", "change", "delete", "publish", "lock", "unlock"}

POWERS: dict[str, dict[str, set[str]]] = {
    Role.REPORTER: {
        "stories": WRITE,
        "chronology": WRITE,
        "newsfeed": WRITE,
        "agents": WRITE,
        "media": OWN,
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
        "press": {"view", "change"},
    },
}


def extend(role: str, powers: dict[str, set[str]]) -> None:
    """Let a role do more, room by room; one that is new becomes a role."""
    before = POWERS.setdefault(role, {})
    for room, verbs in powers.items():
        before[room] = before.get(room, set()) | verbs


def names() -> list[str]:
    """Return every role that a person may have."""
    return [*Role.values, *(str(role) for role in POWERS if role not in Role.values)]


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
        share_media(group, rooms.get("media", set()))
        groups.append(group)
    return groups


def share_media(group: Group, verbs: set[str]) -> None:
    """Let a role use the whole library: Wagtail asks a collection who may, not the group."""
    library = Collection.get_first_root_node()
    if library is None or not verbs:
        return
    asked = verbs | {"choose"}
    for one in Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs", "media"],
        content_type__model__in=["image", "document", "picture", "attachment"],
    ):
        if one.codename.split("_")[0] in asked:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=library, permission=one
            )
