"""Stories at the desk: texts per language, status, review."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column

from dateline.newsroom import columns
from dateline.newsroom.panels import ChildRowsPanel
from dateline.newsroom.words import language_panel
from dateline.stories.models import Story

from .base import DeskViewSet

TEXTS = [
    language_panel(),
    FieldPanel("title"),
    FieldPanel("slug", help_text=_("Left empty: made of the title.")),
    FieldPanel("summary"),
]
FORM = ObjectList(
    [
        FieldPanel("slugline"),
        FieldRowPanel([FieldPanel("status"), FieldPanel("section")]),
        ChildRowsPanel("texts", TEXTS, label=_("text in a language"), min_num=1),
        FieldRowPanel([FieldPanel("review_every"), FieldPanel("reviewed_at")]),
        FieldPanel("public"),
    ]
)


class StoryFilters(columns.RecordFilters):
    """The filters of stories: by status and section."""

    class Meta:
        model = Story
        fields = ["status", "section", "public"]


def titles(story: Story) -> str:
    """Return a story's titles in all languages, from what was prefetched."""
    return " · ".join(text.title for text in story.texts.all())


class StoryViewSet(DeskViewSet):
    """The stories' place at the desk."""

    model = Story
    icon = "history"
    menu_label = _("Stories")
    menu_name = "stories"
    menu_order = 20
    add_to_admin_menu = True
    url_prefix = "stories"
    edit_handler = FORM
    filterset_class = StoryFilters
    search_fields = ["slugline", "texts__title"]
    ordering = "slugline"
    list_display = [
        "slugline",
        Column("titles", label=_("Title"), accessor=titles),
        Column("status", label=_("Status"), accessor="get_status_display", sort_key="status"),
        Column("section", label=_("Section"), sort_key="section__name"),
        Column("entries", label=_("Entries"), accessor="entry_count", sort_key="entry_count"),
        Column("reviewed_at", label=_("Reviewed"), sort_key="reviewed_at"),
    ]

    def prepared(self, records: QuerySet[Any]) -> QuerySet[Any]:
        counted = Count("entry_links", distinct=True)
        return (
            records.select_related("section")
            .prefetch_related("texts")
            .annotate(entry_count=counted)
        )
