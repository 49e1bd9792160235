"""Views that ask the permission policy about the record in hand, not only about its kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.snippets.views import snippets


class Guarded:
    """Refuses a record of another edition; to be named before Wagtail's own view.

    Wagtail's views ask about the model alone, so that a person bound to one edition could
    write in another.
    """

    object: Any = None

    def user_has_permission(self, permission: str) -> bool:
        allowed: bool = super().user_has_permission(permission)  # type: ignore[misc]
        thing = getattr(self, "object", None)
        if not allowed or thing is None or thing.pk is None:
            return allowed
        return self.user_has_permission_for_instance(permission, thing)  # type: ignore[attr-defined]

    def user_has_any_permission(self, permissions: Iterable[str]) -> bool:
        return any(self.user_has_permission(one) for one in permissions)


class Lock(Guarded, snippets.LockView):
    """Locks a record."""


class Unlock(Guarded, snippets.UnlockView):
    """Unlocks a record."""


class Compare(Guarded, snippets.RevisionsCompareView):
    """Two versions of a record."""


class Usage(Guarded, snippets.UsageView):
    """Shows where a record is used."""


class History(Guarded, snippets.HistoryView):
    """Shows what happened to a record."""


class WorkflowPast(Guarded, snippets.WorkflowHistoryView):
    """The workflows a record went through."""


class WorkflowDetail(Guarded, snippets.WorkflowHistoryDetailView):
    """One workflow a record went through."""
