"""The breaking form: one true line, on the newsfeed at once."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from dateline.agents.actions import find_or_make
from dateline.newsfeed import actions
from dateline.newsfeed.models import Bulletin
from dateline.newsroom.forms.bulletins import BreakingForm
from dateline.staff.models import User
from dateline.stories.models import Article


def may_file(user: User) -> bool:
    """Return whether this person may file a line."""
    return bool(policy_registry.get_by_type(Bulletin).user_has_permission(user, "add"))


def screen(model: Any, name: str) -> str:
    """Return the name of the address of one of a model's screens."""
    return str(model.snippet_viewset.get_url_name(name))


@transaction.atomic
def file_line(answers: dict[str, Any], *, by: User) -> Bulletin:
    """File a line from the breaking form; a source without a record gets one."""
    edition = answers["edition"]
    source = None
    if answers["source"]:
        source, _made = find_or_make(
            answers["source"], kind="organisation", language=edition.language
        )
    bulletin = Bulletin(
        edition=edition,
        headline=answers["headline"],
        label=answers["label"],
        story=answers["story"],
        source=source,
        source_not_stated=answers["source_not_stated"],
    )
    return actions.file(bulletin, by=by, at=timezone.now())


class Breaking(WagtailAdminTemplateMixin, FormView):
    """The view that files a line of the newsfeed."""

    form_class = BreakingForm
    template_name = "newsroom/breaking.html"
    page_title = _("Breaking news")
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_file(request.user):  # type: ignore[arg-type]
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return []

    def form_valid(self, form: BreakingForm) -> HttpResponse:
        try:
            bulletin = file_line(form.cleaned_data, by=self.request.user)  # type: ignore[arg-type]
        except ValidationError as why:
            form.add_error(None, ValidationError(why.messages))
            return self.form_invalid(form)
        add = reverse(screen(Article, "add"))
        back = reverse(screen(Bulletin, "take_back"), args=[bulletin.pk])
        code = bulletin.edition.locale.language_code
        messages.success(
            self.request,
            gettext("On the newsfeed: %s") % bulletin.headline,
            buttons=[
                messages.button(f"{add}?locale={code}", gettext("Write the article")),
                messages.button(back, gettext("Take it back")),
            ],
        )
        return redirect("wagtailadmin_home")
