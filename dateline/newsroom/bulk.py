"""Bulk actions on records: delete, publish, unpublish, each through our actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.functional import classproperty
from django.utils.translation import gettext, gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.models import get_snippet_models

from dateline.stories import actions
from dateline.stories.models import Published

from .address_errors import in_sentences
from .takedown_messages import report_takedowns
from .views.removal import in_use
from .views.schedules import scheduled_for


class BulkDelete(DeleteBulkAction):
    """The bulk action that deletes one by one: Wagtail's own deletes by query, unheard."""

    @classmethod
    def execute_action(
        cls, objects: Iterable[Any], user: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        view, done = kwargs["self"], 0
        with report_takedowns(view.request):
            for record in objects:
                try:
                    actions.delete(record, by=view.request.user, at=timezone.now())
                    done += 1
                except ProtectedError:
                    messages.error(view.request, in_use(record))
        return done, 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        if not num_parent_objects:
            return None
        return ngettext("%d record deleted.", "%d records deleted.", num_parent_objects) % (
            num_parent_objects
        )


class OnPublished(SnippetBulkAction):
    """A bulk action on records with drafts, for whoever may publish each of them."""

    @classproperty
    def models(cls) -> list[type[Any]]:  # noqa: N805
        return [model for model in get_snippet_models() if issubclass(model, Published)]

    def check_perm(self, snippet: Any) -> bool:
        return bool(
            self.permission_policy.user_has_permission_for_instance(
                self.request.user, "publish", snippet
            )
        )

    @classmethod
    def act(cls, record: Published, user: Any) -> str:
        """Do it to one record; return what is to be said of it where it waits for its hour."""
        raise NotImplementedError

    @classmethod
    def execute_action(
        cls, objects: Iterable[Any], user: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        view, done = kwargs["self"], 0
        with report_takedowns(view.request):
            for record in objects:
                try:
                    with in_sentences():
                        waits = cls.act(record, view.request.user)
                    if waits:
                        messages.success(view.request, waits)
                    else:
                        done += 1
                except ValidationError as why:
                    messages.error(view.request, f"{record}: {' '.join(why.messages)}")
        return done, 0


class BulkPublish(OnPublished):
    """The bulk action that publishes the latest drafts; a draft that breaks a rule is named."""

    display_name = gettext_lazy("Publish")
    action_type = "publish"
    aria_label = gettext_lazy("Publish selected records")
    template_name = "newsroom/bulk_publish.html"
    action_priority = 10

    @classmethod
    def act(cls, record: Published, user: Any) -> str:
        latest = record.get_latest_revision_as_object()
        published = actions.publish(latest, by=user, at=timezone.now())
        return scheduled_for(published) if latest.go_live_at else ""

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        return gettext("Published: %d.") % num_parent_objects if num_parent_objects else None


class BulkUnpublish(OnPublished):
    """The bulk action that takes live records off the site."""

    display_name = gettext_lazy("Unpublish")
    action_type = "unpublish"
    aria_label = gettext_lazy("Unpublish selected records")
    template_name = "newsroom/bulk_unpublish.html"
    action_priority = 20

    @classmethod
    def act(cls, record: Published, user: Any) -> str:
        if record.live:
            actions.unpublish(record, by=user, at=timezone.now())
        return ""

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        return (
            gettext("Taken off the site: %d.") % num_parent_objects if num_parent_objects else None
        )
