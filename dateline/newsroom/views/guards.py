"""Views that ask the permission policy about the record in hand, not only about its kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wagtail.snippets.views import snippets


class Guarded:
    """A guard that refuses a record of another edition; to be named before Wagtail's own view.

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
    """The view that locks a record, for the person's own editions."""


class Unlock(Guarded, snippets.UnlockView):
    """The view that unlocks a record, for the person's own editions."""


class Compare(Guarded, snippets.RevisionsCompareView):
    """Two versions of a record."""


class Usage(Guarded, snippets.UsageView):
    """The view of the places where a record is used."""


class History(Guarded, snippets.HistoryView):
    """The view of what happened to a record."""


class WorkflowPast(Guarded, snippets.WorkflowHistoryView):
    """The workflows a record went through."""


class WorkflowDetail(Guarded, snippets.WorkflowHistoryDetailView):
    """One workflow a record went through."""
