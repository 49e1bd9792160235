"""Redirects at the desk: addresses of an old site, or given up by hand."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn

from dateline.stories.models import Redirect

from .base import DeskViewSet


class RedirectViewSet(DeskViewSet):
    """The redirects' place at the desk."""

    model = Redirect
    icon = "redirect"
    menu_label = _("Redirects")
    menu_name = "redirects"
    menu_order = 110
    url_prefix = "redirects"
    edit_handler = ObjectList([FieldPanel("path"), FieldPanel("to")])
    search_fields = ["path", "to"]
    ordering = "path"
    list_display = [
        "path",
        Column("to", label=_("New address"), sort_key="to"),
        DateColumn("at", label=_("Since"), sort_key="at"),
    ]
