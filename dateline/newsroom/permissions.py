"""Who may do what in the newsroom: by role, and for what belongs to an edition, by edition."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from dateline.chronology.models import Entry
from dateline.intake.models import ImportDraft
from dateline.newsfeed.models import Bulletin
from dateline.staff.models import Act, Edition, User
from dateline.stories.models import Article, Correction, Hold, StandingPage, Zone

CACHED = "_dateline_editions"


def own_editions(user: User) -> set[int] | None:
    """Return the editions a person is bound to; None for all. Asked once a request."""
    if user.is_superuser:
        return None
    if not hasattr(user, CACHED):
        setattr(user, CACHED, set(user.editions.values_list("pk", flat=True)))
    return getattr(user, CACHED) or None


def editions_for(user: User) -> QuerySet[Edition]:
    """Return the site's editions that a person may work on."""
    bound = own_editions(user)
    editions = Edition.objects.of_site()
    return editions if bound is None else editions.filter(pk__in=bound)


class EditionPolicy(ModelPermissionPolicy):
    """The permissions of the role, on records of the person's own editions only."""

    never: frozenset[str] = frozenset()

    def user_has_permission(self, user: User, action: str) -> bool:
        return action not in self.never and super().user_has_permission(user, action)

    def user_has_permission_for_instance(self, user: User, action: str, instance: Any) -> bool:
        if not self.user_has_permission(user, action):
            return False
        bound = own_editions(user)
        return bound is None or instance.edition_id is None or instance.edition_id in bound

    def instances_user_has_any_permission_for(
        self, user: User, actions: Iterable[str]
    ) -> QuerySet[Any]:
        allowed = super().instances_user_has_any_permission_for(user, actions)
        bound = own_editions(user)
        return allowed if bound is None else allowed.filter(edition__in=bound)


class FiledPolicy(EditionPolicy):
    """The permissions on filed lines: nobody deletes them; a line is taken back, and stays."""

    never = frozenset({"delete"})


class RecordPolicy(ModelPermissionPolicy):
    """The permission to read a record that only acts write: corrections, holds, the log."""

    def user_has_permission(self, user: User, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)


def register() -> None:
    """Register our policies before anything asks Wagtail for one."""
    for model in (Article, StandingPage, Zone):
        register_permission_policy(model, EditionPolicy(model))
    register_permission_policy(Bulletin, FiledPolicy(Bulletin))
    register_permission_policy(Entry, ModelPermissionPolicy(Entry))
    for record in (Act, Correction, Hold, ImportDraft):
        register_permission_policy(record, RecordPolicy(record))
