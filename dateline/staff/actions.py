"""What the staff room does to more than one record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Locale

from . import roles
from .choices import Role
from .models import Act, Edition, User
from .signals import edition_changed

WORDS = {"brand", "tagline"}
"""What an edition calls itself: no address and no day hangs on it."""


class EditionSettings(Protocol):
    """The settings of one edition in dateline.toml."""

    @property
    def code(self) -> str: ...
    @property
    def brand(self) -> str: ...
    @property
    def tagline(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def locale(self) -> str: ...
    @property
    def zone(self) -> str: ...


def log(
    verb: str,
    target: Any,
    *,
    by: User | None,
    at: datetime,
    why: str = "",
    detail: dict[str, Any] | None = None,
) -> Act:
    """Log one act on a record that has a uid."""
    return Act.objects.create(
        at=at,
        by=by,
        verb=verb,
        target_kind=target._meta.model_name,
        target_uid=uid if isinstance(uid := getattr(target, "uid", None), UUID) else None,
        why=why,
        detail=detail or {},
    )


@transaction.atomic
def sync_editions(editions: Sequence[EditionSettings], *, default: str) -> list[Edition]:
    """Bring the editions' rows in line with the settings; rows that left become inactive."""
    kept = []
    for position, wanted in enumerate(editions):
        locale, _made = Locale.objects.get_or_create(language_code=wanted.locale.lower())
        fresh = {
            "brand": wanted.brand,
            "tagline": wanted.tagline,
            "language": wanted.language,
            "locale": locale,
            "zone": wanted.zone,
            "position": position,
            "is_default": wanted.code == default,
            "active": True,
        }
        known = Edition.objects.filter(code=wanted.code).first()
        changed = {k for k, v in fresh.items() if known is None or getattr(known, k) != v}
        edition, _made = Edition.objects.update_or_create(code=wanted.code, defaults=fresh)
        if changed:
            moved = not changed <= WORDS
            edition_changed.send(sender=Edition, instance=edition, moved=moved)
        kept.append(edition)
    for gone in Edition.objects.filter(active=True).exclude(pk__in=[one.pk for one in kept]):
        Edition.objects.filter(pk=gone.pk).update(active=False)
        edition_changed.send(sender=Edition, instance=gone, moved=True)
    return kept


@transaction.atomic
def add_user(username: str, *, password: str, role: str, email: str = "", name: str = "") -> User:
    """Make a person who can log in, with one role; raises ValueError for an unknown role."""
    if role not in roles.names():
        raise ValueError(f"unknown role “{role}”: one of {', '.join(roles.names())}")
    first, _space, last = name.partition(" ")
    boss = role == Role.ADMINISTRATOR
    user = User.objects.create_user(
        username,
        email=email,
        password=password,
        first_name=first,
        last_name=last,
        is_superuser=boss,
        is_staff=boss,
    )
    if not boss:
        roles.make_groups()
        user.groups.add(Group.objects.get(name=role))
    return user
