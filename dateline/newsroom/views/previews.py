"""Previews: two widths, and a sentence where nobody renders."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import PreviewSidePanel
from wagtail.models import Locale
from wagtail.snippets.views import snippets
from wagtail.utils.decorators import xframe_options_sameorigin_override

from dateline.stories import previews

from .guards import Guarded

SIZES = [
    {"name": "phone", "icon": "mobile-alt", "device_width": 390, "label": _("Phone, 390")},
    {"name": "desk", "icon": "desktop", "device_width": 1440, "label": _("Desk, 1440")},
]


class PreviewedRecord(NamedTuple):
    """A record with what the preview panel's template asks of it."""

    preview_modes: list[tuple[str, str]]
    default_preview_mode: str
    preview_sizes: list[dict[str, Any]]
    default_preview_size: str
    pk: int | None


class Sized(PreviewSidePanel):
    """A preview at the widths of a phone and of a desk."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(parent_context)
        context["object"] = PreviewedRecord(
            preview_modes=self.object.preview_modes,
            default_preview_mode=self.object.default_preview_mode,
            preview_sizes=SIZES,
            default_preview_size="phone",
            pk=self.object.pk,
        )
        return context


class Rendered:
    """A preview that says in a sentence that nobody renders, where the server registered nobody."""

    @method_decorator(xframe_options_sameorigin_override)
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not previews.is_ready():
            return TemplateResponse(request, "newsroom/no_renderer.html", status=503)
        return super().get(request, *args, **kwargs)  # type: ignore[misc]


class OnCreate(Rendered, snippets.PreviewOnCreateView):
    """The preview of a record that was never saved."""

    def get_object(self) -> Any:
        thing = super().get_object()
        code = self.request.GET.get("locale")
        if code and hasattr(thing, "locale_id"):
            thing.locale = get_object_or_404(Locale, language_code=code)
        return thing


class OnEdit(Rendered, snippets.PreviewOnEditView):
    """The preview of the form as it stands, unsaved."""


class OfRevision(Guarded, Rendered, snippets.PreviewRevisionView):
    """The preview of an old version."""
