"""Publication at the desk, beside the form: schedules in words, and workflows."""

from __future__ import annotations

from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.snippets.views import snippets

from dateline.newsroom.address_errors import in_sentences
from dateline.staff.models import User
from dateline.stories import actions
from dateline.stories.models import Published, ScheduledVersion
from dateline.stories.models.publication import hour_words

from .guards import Guarded


def scheduled_for(record: Published) -> str:
    """Return the sentence that says when a version goes live; "" where none waits."""
    waiting = ScheduledVersion.objects.of(record).waiting().first()
    if waiting is None:
        return ""
    said = {"record": waiting.revision.object_str, "hour": hour_words(waiting.hour)}
    if record.live:
        return _("“%(record)s” is scheduled for %(hour)s; what is live stays until then.") % said
    return _("“%(record)s” is scheduled for %(hour)s.") % said


class ScheduleSaid:
    """A view whose answer names the hour of the version that its form scheduled."""

    action = ""
    object: Any = None

    def get_success_message(self, *instance: Any) -> str:
        record = instance[0] if instance else self.object
        waits = scheduled_for(record) if self.action == "publish" else ""
        return waits or str(super().get_success_message(*instance))  # type: ignore[misc]


class Unschedule(Guarded, snippets.RevisionsUnscheduleView):
    """The view that takes a version off the schedule through our action; Wagtail's goes past it."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        actions.unschedule(self.object, by=cast(User, request.user), at=timezone.now())
        messages.success(request, self.get_success_message(), buttons=self.get_success_buttons())
        return redirect(self.get_next_url())


class WorkflowAction(snippets.WorkflowActionView):
    """The view that approves or sends back a version; what the rules refuse is said in words."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with in_sentences(), transaction.atomic():
                return super().post(request, *args, **kwargs)
        except ValidationError as why:
            messages.error(request, " ".join(why.messages))
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            answer = {"step": "success", "redirect": self.redirect_url}
            return self.render_modal_json(request, answer)
        return redirect(self.redirect_url)
