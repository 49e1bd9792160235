"""Unpublish and delete: through our actions, each in one transaction."""

from __future__ import annotations

from typing import Any

from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.snippets.views import snippets

from dateline.newsroom.takedown_messages import report_takedowns
from dateline.stories import actions

from .guards import Guarded


def in_use(record: Any) -> str:
    """Return the sentence for a record that others point to."""
    return _("“%s” is in use, or has corrections: it cannot be deleted.") % record


class Unpublish(Guarded, snippets.UnpublishView):
    """The view that takes a record off the site through our action; Wagtail's own goes past it."""

    def unpublish(self) -> HttpResponse | None:
        with report_takedowns(self.request):
            actions.unpublish(self.object, by=self.request.user, at=timezone.now())
        return None


class Delete(Guarded, snippets.DeleteView):
    """The view that deletes a record; what others point to is refused in a sentence."""

    def delete_action(self) -> None:
        with report_takedowns(self.request):
            actions.delete(self.object, by=self.request.user, at=timezone.now())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().post(request, *args, **kwargs)
        except ProtectedError:
            messages.error(request, in_use(self.object))
            return redirect(self.edit_url_name, self.object.pk)
