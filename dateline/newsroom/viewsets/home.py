"""The home page's zones and the standing pages at the desk."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from dateline.newsroom import columns
from dateline.newsroom.panels import SchedulePanel
from dateline.newsroom.permissions import editions_for
from dateline.stories.models import StandingPage, Zone

from .base import DeskViewSet


class EditionForm(WagtailAdminModelForm):
    """A form that offers the editions of the person at the form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is not None:
            self.fields["edition"].queryset = editions_for(self.for_user)


class ZoneForm(EditionForm):
    """One thing in a place: an article of that edition, or a story."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        article, story = cleaned.get("article"), cleaned.get("story")
        if bool(article) == bool(story):
            raise ValidationError(_("A place shows one article or one story."))
        if article and cleaned.get("edition") and article.edition != cleaned["edition"]:
            self.add_error("article", _("This article belongs to another edition."))
        return cleaned


class ZoneFilters(columns.RecordFilters):
    """The filters of the home page's places: by edition and zone."""

    edition = columns.edition_filter()

    class Meta:
        model = Zone
        fields = ["kind"]


class ZoneViewSet(DeskViewSet):
    """The home page's place at the desk: zones in their order."""

    model = Zone
    icon = "home"
    menu_label = _("Home page")
    menu_name = "home-page"
    menu_order = 90
    url_prefix = "home-page"
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("edition"), FieldPanel("kind"), FieldPanel("position")]),
            FieldPanel("article"),
            FieldPanel("story"),
        ],
        base_form_class=ZoneForm,
    )
    filterset_class = ZoneFilters
    list_display = [
        "__str__",
        Column("edition", label=_("Edition"), sort_key="edition__code"),
        Column("kind", label=_("Zone"), accessor="get_kind_display", sort_key="kind"),
        Column("position", label=_("Order"), sort_key="position"),
    ]

    def prepared(self, records: QuerySet[Any]) -> QuerySet[Any]:
        ordered = records.order_by("edition__position", "kind", "position", "pk")
        return ordered.select_related("edition", "article", "story").defer("article__body")


class StandingPageViewSet(DeskViewSet):
    """The standing pages' place at the desk."""

    model = StandingPage
    icon = "doc-empty"
    menu_label = _("Standing pages")
    menu_name = "standing-pages"
    menu_order = 100
    url_prefix = "standing-pages"
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("edition"), FieldPanel("purpose")]),
            FieldPanel("title"),
            FieldPanel("body"),
            SchedulePanel(),
        ],
        base_form_class=EditionForm,
    )
    search_fields = ["title"]
    list_display = [
        "title",
        Column("purpose", label=_("Purpose"), accessor="get_purpose_display", sort_key="purpose"),
        Column("edition", label=_("Edition"), sort_key="edition__code"),
        BooleanColumn("filled", label=_("Filled"), accessor="is_filled"),
        columns.StatusColumn(),
        columns.updated_column(),
        columns.by_column(),
    ]

    def prepared(self, records: QuerySet[Any]) -> QuerySet[Any]:
        return records.select_related("edition")
