"""The chronology at the desk: entries with their statements, versions side by side."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Prefetch, QuerySet
from django.urls import URLPattern, path
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.panels import TabbedInterface as Tabs
from wagtail.admin.ui.tables import Column

from dateline.chronology.models import Attribution, Entry, Statement, StoryEntry, VersionSet
from dateline.newsroom import columns
from dateline.newsroom.entry_dates import date_words
from dateline.newsroom.forms.entries import EntryForm, StatementForm
from dateline.newsroom.forms.versions import VersionForm
from dateline.newsroom.panels import ChildRowsPanel, SchedulePanel
from dateline.newsroom.views.article_actions import PublishEntryCorrection
from dateline.newsroom.views.editing import EditEntry
from dateline.stories.models import Story

from .base import DeskViewSet, RecordListing

ATTRIBUTION = [
    FieldRowPanel([FieldPanel("role"), FieldPanel("agent")]),
    FieldPanel("named_as"),
    FieldPanel("unnamed_as"),
    FieldPanel("unnamed_reason"),
    FieldPanel("url"),
]
PROOF = _(
    "“Refuted” needs our own proof, and “Confirmed” needs it where no other side confirms: begin "
    "with “own verification:” and say what was seen. “Denied” needs the denial on record."
)
STATEMENT = [
    FieldPanel("text"),
    FieldRowPanel([FieldPanel("act"), FieldPanel("form"), FieldPanel("genre")]),
    ChildRowsPanel("attributions", ATTRIBUTION, label=_("source"), heading=_("Who says so")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("standing"), FieldPanel("holds_until")]),
            FieldPanel("standing_note", help_text=PROOF),
            FieldPanel("hedge"),
            FieldPanel("said_when"),
        ],
        heading=_("How sure, and since when"),
        classname="collapsed",
    ),
]
FORM = Tabs(
    [
        ObjectList(
            [
                FieldRowPanel([FieldPanel("when"), FieldPanel("when_role")]),
                FieldPanel("text"),
                ChildRowsPanel("story_links", [FieldPanel("story")], label=_("story"), min_num=1),
                ChildRowsPanel(
                    "statements",
                    STATEMENT,
                    label=_("statement"),
                    heading=_("Statements"),
                    form=StatementForm,
                    hidden=("uid",),
                ),
            ],
            heading=_("Entry"),
        ),
        ObjectList(
            [
                FieldPanel("key"),
                FieldPanel("when_basis"),
                FieldPanel("position"),
                FieldPanel("review_by"),
                SchedulePanel(),
            ],
            heading=_("Order and review"),
        ),
    ],
    base_form_class=EntryForm,
)


class EntryFilters(columns.RecordFilters):
    """The filters of entries: by story, status, and whether a source is missing."""

    story = django_filters.ModelChoiceFilter(
        field_name="story_links__story",
        queryset=lambda request: Story.objects.all(),
        label=_("Story"),
    )
    live = columns.StateFilter()
    source = django_filters.ChoiceFilter(
        choices=[("none", _("Without a source"))], label=_("Source"), method="sourced"
    )

    class Meta:
        model = Entry
        fields = ["key"]

    def sourced(self, entries: QuerySet[Entry], name: str, value: str) -> QuerySet[Entry]:
        """Return the entries that no source bears out."""
        return entries.filter(pk__in=Entry.objects.without_source().values("pk"))


def sources(entry: Entry) -> str:
    """Return who says so, from what was prefetched; a sentence where nobody does."""
    named = [str(one) for s in entry.statements.all() for one in s.attributions.all()]
    return ", ".join(dict.fromkeys(named)) or gettext("no source")


def sluglines(entry: Entry) -> str:
    """Return the stories of an entry, from what was prefetched."""
    return ", ".join(str(link.story) for link in entry.story_links.all())


def in_words(entry: Entry) -> str:
    """Return the entry's text in the screen's language, or the original's."""
    return entry.words_in((get_language() or "en").partition("-")[0])


class EntryListing(RecordListing):
    """The list of entries by their words."""

    title = in_words


class EntryViewSet(DeskViewSet):
    """The chronology's place at the desk."""

    model = Entry
    index_view_class = EntryListing
    edit_view_class = EditEntry
    icon = "calendar-alt"
    menu_label = _("Chronology")
    menu_name = "chronology"
    menu_order = 30
    add_to_admin_menu = True
    url_prefix = "chronology"
    edit_handler = FORM
    filterset_class = EntryFilters
    search_fields = ["text", "statements__text"]
    ordering = "-sort_at"
    list_display = [
        "__str__",
        Column("date", label=_("Date"), accessor=date_words, sort_key="sort_at"),
        Column("stories", label=_("Story"), accessor=sluglines),
        Column("sources", label=_("Source"), accessor=sources),
        columns.StatusColumn(),
        columns.updated_column(),
        columns.by_column(),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        view = self.construct_view(PublishEntryCorrection, edit_url_name=self.get_url_name("edit"))
        own = path("publish-correction/<int:pk>/", view, name="publish_correction")
        return [*super().get_urlpatterns(), own]

    def prepared(self, records: QuerySet[Any]) -> QuerySet[Any]:
        said = Attribution.objects.select_related("agent")
        statements = Statement.objects.select_related("entry").prefetch_related(
            Prefetch("attributions", queryset=said)
        )
        return records.prefetch_related(
            Prefetch("statements", queryset=statements),
            Prefetch("story_links", queryset=StoryEntry.objects.select_related("story")),
        )


class VersionSetViewSet(DeskViewSet):
    """The place of versions side by side."""

    model = VersionSet
    icon = "list-ul"
    menu_label = _("Versions")
    menu_name = "versions"
    menu_order = 35
    add_to_admin_menu = True
    url_prefix = "versions"
    edit_handler = ObjectList(
        [
            FieldPanel("story"),
            FieldPanel("question"),
            ChildRowsPanel(
                "versions",
                [FieldPanel("statement_uid")],
                label=_("version"),
                form=VersionForm,
                min_num=2,
            ),
            FieldPanel("note"),
            FieldPanel("position"),
        ]
    )
    list_filter = ["story"]
    list_display = [
        "__str__",
        Column("story", label=_("Story"), sort_key="story__slugline"),
        Column("versions", label=_("Versions"), accessor=lambda one: len(one.versions.all())),
    ]

    def prepared(self, records: QuerySet[Any]) -> QuerySet[Any]:
        return records.select_related("story").prefetch_related("versions")
