"""The newsfeed at the desk: lines are filed and taken back, never deleted."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.snippets.views import snippets

from dateline.newsfeed import actions
from dateline.newsfeed.models import Bulletin
from dateline.newsroom import columns
from dateline.newsroom.forms.bulletins import BulletinForm
from dateline.newsroom.views.guards import Guarded
from dateline.newsroom.views.take_back import TakeBack

from .base import DeskViewSet

FORM = ObjectList(
    [
        FieldPanel("headline"),
        FieldRowPanel([FieldPanel("edition"), FieldPanel("label"), FieldPanel("published_at")]),
        FieldRowPanel([FieldPanel("source"), FieldPanel("source_not_stated")]),
        FieldPanel("story"),
        FieldPanel("url"),
    ],
    base_form_class=BulletinForm,
)


class FiledAtOnce(Guarded):
    """A view that files the line through our action, logged, in one transaction."""

    def save_instance(self) -> Bulletin:
        bulletin: Bulletin = self.form.save(commit=False)  # type: ignore[attr-defined]
        self.new_revision = None
        return actions.file(bulletin, by=self.request.user, at=timezone.now())  # type: ignore[attr-defined]

    def form_valid(self, form: Any) -> HttpResponse:
        return super().form_valid(form)  # type: ignore[misc]


class FileLine(FiledAtOnce, snippets.CreateView):
    """The view that files a new line."""


class ChangeLine(FiledAtOnce, snippets.EditView):
    """The view that changes a line."""


class LineFilters(columns.RecordFilters):
    """The filters of lines: by edition, label, story."""

    edition = columns.edition_filter()

    class Meta:
        model = Bulletin
        fields = ["label", "story", "live"]


class BulletinViewSet(DeskViewSet):
    """The newsfeed's place at the desk."""

    model = Bulletin
    icon = "list-ul"
    menu_label = _("Newsfeed")
    menu_name = "newsfeed"
    menu_order = 40
    add_to_admin_menu = True
    url_prefix = "newsfeed"
    add_view_class = FileLine
    edit_view_class = ChangeLine
    edit_handler = FORM
    filterset_class = LineFilters
    search_fields = ["headline"]
    ordering = "-published_at"
    list_display = [
        "headline",
        DateColumn("published_at", label=_("Time"), sort_key="published_at"),
        Column("label", label=_("Label"), accessor="get_label_display", sort_key="label"),
        Column("edition", label=_("Edition"), sort_key="edition__code"),
        Column("story", label=_("Story"), sort_key="story__slugline"),
        Column("source", label=_("Source"), sort_key="source__name"),
        BooleanColumn("live", label=_("Live"), sort_key="live"),
    ]

    def prepared(self, records: QuerySet[Any]) -> QuerySet[Any]:
        return records.select_related("edition", "story", "source")

    def get_urlpatterns(self) -> list[URLPattern]:
        back = self.construct_view(TakeBack, index_url_name=self.get_url_name("list"))
        return [*super().get_urlpatterns(), path("take-back/<int:pk>/", back, name="take_back")]
