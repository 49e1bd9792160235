"""What our viewsets share: addresses, guarded views, listings of one's own editions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import DraftStateMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.views import snippets

from dateline.newsroom.choosers import SearchedChooser
from dateline.newsroom.columns import with_versions
from dateline.newsroom.views import editing, guards, previews, removal, schedules
from dateline.newsroom.views.old_versions import RevivedVersion


class RecordListing(snippets.IndexView):
    """The list of one kind of record; no row asks the database for anything.

    title: what the first column shows where the record's own words are wanted. Wagtail's
    own shows the latest version's, and reads a version a row for it.
    """

    title: ClassVar[Callable[[Any], str]] = str

    def _get_title_column(self, field_name: str, *args: Any, **kwargs: Any) -> Any:
        if field_name == "__str__":
            kwargs["accessor"] = type(self).title
        return super()._get_title_column(field_name, *args, **kwargs)


class DeskViewSet(snippets.SnippetViewSet):
    """One kind of record at the desk."""

    index_view_class = RecordListing
    add_view_class = editing.Create
    edit_view_class = editing.Edit
    delete_view_class = removal.Delete
    unpublish_view_class = removal.Unpublish
    lock_view_class = guards.Lock
    unlock_view_class = guards.Unlock
    usage_view_class = guards.Usage
    history_view_class = guards.History
    revisions_compare_view_class = guards.Compare
    revisions_unschedule_view_class = schedules.Unschedule
    workflow_action_view_class = schedules.WorkflowAction
    workflow_history_view_class = guards.WorkflowPast
    workflow_history_detail_view_class = guards.WorkflowDetail
    preview_on_add_view_class = previews.OnCreate
    preview_on_edit_view_class = previews.OnEdit
    revisions_view_class = previews.OfRevision
    copy_view_enabled = False
    list_per_page = 30
    search_backend_name = None
    search_fields: list[str] = []
    chooser_viewset_class = SearchedChooser
    chooser_per_page = 20

    @property
    def revisions_revert_view_class(self) -> type[Any]:
        bases = (
            RevivedVersion,
            generic.RevisionsRevertMixin,
            self.edit_view_class,
        )
        return type("Revert", bases, {"view_name": "revisions_revert"})

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        policy = policy_registry.get_by_type(self.model)
        records = policy.instances_user_has_any_permission_for(
            request.user, {"add", "change", "delete", "view"}
        )
        records = self.prepared(records)
        return with_versions(records) if issubclass(self.model, DraftStateMixin) else records

    def prepared(self, records: QuerySet[Any]) -> QuerySet[Any]:
        """Return the records with all that a row of the listing shows."""
        return records


class ReadOnlyViewSet(ModelViewSet):
    """A kind of record that only acts write: it is read here, never changed."""

    inspect_view_enabled = True
    copy_view_enabled = False
    list_per_page = 50
    search_backend_name = None
    search_fields: list[str] = []
    exclude_form_fields: list[str] = []
    ordering = "-at"
    add_to_reference_index = False

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_index_view_kwargs(queryset=self.records(), **kwargs)

    def records(self) -> QuerySet[Any]:
        """Return the records with all that a row of the listing shows."""
        raise NotImplementedError
