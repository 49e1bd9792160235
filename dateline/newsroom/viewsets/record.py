"""What only acts write, to be read here: import drafts, corrections, holds, the log."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import Count, Q, QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn

from dateline.intake.models import ImportDraft
from dateline.newsroom import columns
from dateline.newsroom.views.article_actions import Lift
from dateline.newsroom.words import in_words
from dateline.staff.models import Act
from dateline.stories.models import Correction, Hold

from .base import ReadOnlyViewSet


class DraftFilters(columns.RecordFilters):
    """The filters of import drafts: by status."""

    class Meta:
        model = ImportDraft
        fields = ["status"]


def article_link(draft: ImportDraft) -> str:
    """Return a link to the article that a draft became."""
    if draft.article is None:
        return ""
    address = reverse(draft.article.snippet_viewset.get_url_name("edit"), args=[draft.article_id])
    return format_html('<a href="{}">{}</a>', address, draft.article.headline)


class ImportDraftViewSet(ReadOnlyViewSet):
    """The import desk: what was read in, and what became of it."""

    model = ImportDraft
    name = "import_desk"
    icon = "download"
    menu_label = _("Import desk")
    menu_name = "import-desk"
    menu_order = 110
    add_to_admin_menu = True
    url_prefix = "import-desk"
    filterset_class = DraftFilters
    search_fields = ["document__title", "document__url"]
    inspect_view_fields = ["document", "status", "article", "by", "at"]
    list_display = [
        "__str__",
        DateColumn("at", label=_("Read"), sort_key="at"),
        Column("status", label=_("Status"), accessor="get_status_display", sort_key="status"),
        Column("found", label=_("Suggestions"), accessor="found"),
        Column("open", label=_("To decide"), accessor="waiting"),
        Column("article", label=_("Article"), accessor=article_link),
        Column("by", label=_("By")),
    ]

    def records(self) -> QuerySet[Any]:
        waiting = Count("suggestions", filter=Q(suggestions__state="pending"))
        drafts = ImportDraft.objects.select_related("document", "article", "by")
        slim = drafts.defer("document__text", "article__body")
        return slim.annotate(found=Count("suggestions"), waiting=waiting)


class CorrectionFilters(columns.RecordFilters):
    """The filters of corrections: by kind and by what they are about."""

    class Meta:
        model = Correction
        fields = ["kind", "target_kind", "public"]


class CorrectionViewSet(ReadOnlyViewSet):
    """The list of corrections, newest first; a correction is final."""

    model = Correction
    name = "corrections"
    icon = "edit"
    menu_label = _("Corrections")
    menu_name = "corrections"
    menu_order = 120
    url_prefix = "corrections"
    filterset_class = CorrectionFilters
    search_fields = ["was", "now"]
    list_display = [
        Column("now", label=_("Now"), accessor=lambda one: in_words(one.now)),
        Column("was", label=_("Was"), accessor=lambda one: in_words(one.was)),
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("target", label=_("About"), accessor="get_target_kind_display"),
        DateColumn("at", label=_("At"), sort_key="at"),
        Column("by", label=_("By")),
    ]

    def records(self) -> QuerySet[Any]:
        return Correction.objects.select_related("by")


def lift_link(hold: Hold) -> str:
    """Return the link that lifts a hold in force, or when it was lifted."""
    if hold.lifted_at:
        return gettext("lifted by %s") % (hold.lifted_by or gettext("its timer"))
    return format_html(
        '<a href="{}" class="button button-small button-secondary">{}</a>',
        reverse("holds:lift", args=[hold.pk]),
        gettext("Lift"),
    )


class HoldFilters(columns.RecordFilters):
    """The filters of holds: by kind and by whether they are in force."""

    in_force = django_filters.BooleanFilter(
        field_name="lifted_at", lookup_expr="isnull", label=_("In force")
    )

    class Meta:
        model = Hold
        fields = ["kind"]


class HoldViewSet(ReadOnlyViewSet):
    """The list of holds; a named person can lift each one in force."""

    model = Hold
    name = "holds"
    icon = "lock"
    menu_label = _("Holds")
    menu_name = "holds"
    menu_order = 130
    url_prefix = "holds"
    filterset_class = HoldFilters
    search_fields = ["reason"]
    list_display = [
        "reason",
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("target", label=_("On"), accessor="get_target_kind_display"),
        DateColumn("at", label=_("Placed"), sort_key="at"),
        DateColumn("until", label=_("Until"), sort_key="until"),
        Column("by", label=_("By")),
        Column("lift", label=_("State"), accessor=lift_link),
    ]

    def records(self) -> QuerySet[Any]:
        return Hold.objects.select_related("by", "lifted_by")

    def get_urlpatterns(self) -> list[URLPattern]:
        lift = self.construct_view(Lift)
        return [*super().get_urlpatterns(), path("lift/<int:pk>/", lift, name="lift")]


class ActViewSet(ReadOnlyViewSet):
    """The log of acts; nobody changes it."""

    model = Act
    name = "acts"
    icon = "clipboard-list"
    menu_label = _("Log of acts")
    menu_name = "acts"
    menu_order = 140
    url_prefix = "acts"
    search_fields = ["why", "target_uid"]
    list_filter = ["verb", "target_kind"]
    list_display = [
        "verb",
        Column("target_kind", label=_("On"), sort_key="target_kind"),
        Column("why", label=_("Why")),
        Column("detail", label=_("Detail"), accessor=lambda act: act.detail.get("was", "")),
        DateColumn("at", label=_("At"), sort_key="at"),
        Column("by", label=_("By")),
    ]

    def records(self) -> QuerySet[Any]:
        return Act.objects.select_related("by")
