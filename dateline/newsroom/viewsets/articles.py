"""Articles at the desk: listing, form, and the acts on one."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import Prefetch, QuerySet
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.panels import TabbedInterface as Tabs
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button
from wagtail.admin.widgets.button import HeaderButton

from dateline.newsroom import columns
from dateline.newsroom.forms.articles import ArticleForm
from dateline.newsroom.panels import ChildRowsPanel, ScheduleWithEndPanel
from dateline.newsroom.permissions import editions_for
from dateline.newsroom.views import article_actions, editing
from dateline.stories.choices import EDITORIAL
from dateline.stories.models import Article, ArticleStory, Section, Story

from .base import DeskViewSet, RecordListing


def counted_box(limit: int) -> forms.TextInput:
    """Return a box that counts its characters against a limit."""
    return forms.TextInput(attrs={"data-count": str(limit)})


TEXT = [
    FieldPanel("labels"),
    FieldPanel("kicker"),
    FieldPanel("headline", widget=counted_box(110)),
    FieldPanel("feed_headline", widget=counted_box(110)),
    FieldPanel("standfirst"),
    FieldRowPanel([FieldPanel("section"), FieldPanel("place")]),
    FieldPanel("lead_picture"),
    FieldPanel("body"),
]
AROUND = [
    ChildRowsPanel(
        "story_links", [FieldPanel("story"), FieldPanel("is_primary")], label=_("story")
    ),
    ChildRowsPanel("bylines", [FieldPanel("agent"), FieldPanel("role")], label=_("byline")),
    ChildRowsPanel("tag_links", [FieldPanel("tag")], label=_("tag")),
    MultiFieldPanel(
        [
            FieldPanel("speaker"),
            FieldPanel(
                "speaker_role",
                help_text=_("Left empty: the role held on the day it was aired, or happened."),
            ),
            FieldPanel("programme"),
            FieldPanel("host"),
            FieldPanel("outlet"),
            FieldPanel("aired_on"),
        ],
        heading=_("Where it was said"),
    ),
    ChildRowsPanel("related_links", [FieldPanel("target")], label=_("read also")),
    FieldRowPanel([FieldPanel("slugline"), FieldPanel("desk")]),
    FieldPanel("slug"),
]
DATES = [
    FieldPanel("event_when"),
    FieldPanel("source_when"),
    FieldPanel("is_lasting"),
    ScheduleWithEndPanel(),
]
FORM = Tabs(
    [
        ObjectList(TEXT, heading=_("Text")),
        ObjectList(AROUND, heading=_("Around it")),
        ObjectList(DATES, heading=_("Dates")),
    ],
    base_form_class=ArticleForm,
)


class ArticleFilters(columns.RecordFilters):
    """The filters of articles: by edition, status, section, label and story."""

    edition = columns.edition_filter()
    live = columns.StateFilter()
    section = django_filters.ModelChoiceFilter(
        queryset=lambda request: Section.objects.all(), label=_("Section")
    )
    labels = django_filters.ChoiceFilter(
        choices=EDITORIAL, lookup_expr="icontains", label=_("Label"), method="labelled"
    )
    story = django_filters.ModelChoiceFilter(
        field_name="story_links__story",
        queryset=lambda request: Story.objects.all(),
        label=_("Story"),
    )

    class Meta:
        model = Article
        fields: list[str] = []

    def labelled(self, articles: QuerySet[Article], name: str, value: str) -> QuerySet[Article]:
        """Return the articles that carry a label; a code stands in quotes in the column."""
        return articles.filter(labels__icontains=f'"{value}"')


class ArticleListing(RecordListing):
    """The list of articles, with a button for a new one in each of the person's editions."""

    @property
    def header_buttons(self) -> list[Button]:
        if not self.user_has_permission("add"):
            return []
        editions = list(editions_for(self.request.user).select_related("locale"))
        return [
            HeaderButton(
                _("New article: %s") % edition.brand if len(editions) > 1 else _("New article"),
                url=f"{self.get_plain_add_url()}?locale={edition.locale.language_code}",
                icon_name="plus",
            )
            for edition in editions
        ]

    def get_plain_add_url(self) -> str:
        """Return the address of a new article, without a locale."""
        return str(self.get_add_url() or "").partition("?")[0]


def primary_story(article: Article) -> str:
    """Return the slugline of the article's primary story, from what was prefetched."""
    return next((str(link.story) for link in article.story_links.all()), "")


class ArticleViewSet(DeskViewSet):
    """The articles' place at the desk."""

    model = Article
    icon = "doc-full"
    menu_label = _("Articles")
    menu_name = "articles"
    menu_order = 10
    add_to_admin_menu = True
    url_prefix = "articles"
    index_view_class = ArticleListing
    add_view_class = editing.CreateArticle
    edit_view_class = editing.EditArticle
    edit_handler = FORM
    filterset_class = ArticleFilters
    search_fields = ["headline", "slugline"]
    ordering = "-_updated_at"
    list_display = [
        "headline",
        Column("label", label=_("Label"), accessor=columns.label_of),
        Column("section", label=_("Section"), sort_key="section__name"),
        Column("edition", label=_("Edition"), sort_key="edition__code"),
        Column("story", label=_("Story"), accessor=primary_story),
        columns.StatusColumn(),
        columns.updated_column(),
        columns.by_column(),
    ]

    def prepared(self, records: QuerySet[Any]) -> QuerySet[Any]:
        links = ArticleStory.objects.select_related("story").order_by("-is_primary", "pk")
        return (
            records.select_related("section", "edition")
            .prefetch_related(Prefetch("story_links", queryset=links))
            .defer("body")
        )

    def get_urlpatterns(self) -> list[URLPattern]:
        views = {
            "publish_update": article_actions.PublishUpdate,
            "publish_correction": article_actions.PublishCorrection,
            "withdraw": article_actions.Withdraw,
            "hold": article_actions.PlaceHold,
        }
        own = [
            path(
                f"{name.replace('_', '-')}/<int:pk>/",
                self.construct_view(view, edit_url_name=self.get_url_name("edit")),
                name=name,
            )
            for name, view in views.items()
        ]
        return [*super().get_urlpatterns(), *own]
