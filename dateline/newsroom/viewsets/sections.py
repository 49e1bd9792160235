"""Sections and tags at the desk."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from dateline.newsroom.panels import ChildRowsPanel
from dateline.newsroom.words import language_panel
from dateline.stories.models import Section, Tag

from .base import DeskViewSet

NAMES = [
    FieldRowPanel([language_panel(), FieldPanel("name")]),
    FieldPanel("slug", help_text=_("Left empty: made of the name.")),
    FieldPanel("line"),
]


def names(thing: Section | Tag) -> str:
    """Return the names in all languages, from what was prefetched."""
    return " · ".join(f"{row.language}: {row.name}" for row in thing.names.all())


class SectionViewSet(DeskViewSet):
    """The sections' place at the desk."""

    model = Section
    icon = "folder-open-inverse"
    menu_label = _("Sections")
    menu_name = "sections"
    menu_order = 70
    url_prefix = "sections"
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("position")]),
            FieldRowPanel([FieldPanel("in_nav"), FieldPanel("is_opinion")]),
            ChildRowsPanel("names", NAMES, label=_("name in a language"), min_num=1),
        ]
    )
    search_fields = ["name", "names__name"]
    ordering = "position"
    list_display = [
        "name",
        Column("names", label=_("Names"), accessor=names),
        Column("position", label=_("Order"), sort_key="position"),
        BooleanColumn("in_nav", label=_("In the navigation")),
        BooleanColumn("is_opinion", label=_("Opinion")),
    ]

    def prepared(self, records: QuerySet[Any]) -> QuerySet[Any]:
        return records.prefetch_related("names")


class TagViewSet(DeskViewSet):
    """The tags' place at the desk."""

    model = Tag
    icon = "tag"
    menu_label = _("Tags")
    menu_name = "tags"
    menu_order = 80
    url_prefix = "tags"
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            ChildRowsPanel("names", NAMES, label=_("name in a language"), min_num=1),
        ]
    )
    search_fields = ["name", "names__name"]
    ordering = "name"
    list_display = ["name", Column("names", label=_("Names"), accessor=names)]

    def prepared(self, records: QuerySet[Any]) -> QuerySet[Any]:
        return records.prefetch_related("names")
