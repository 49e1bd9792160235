"""Agents and programmes at the desk: names, aliases, dated roles, hosts."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from dateline.agents.models import Agent, Programme
from dateline.newsroom import columns
from dateline.newsroom.panels import ChildRowsPanel
from dateline.newsroom.words import language_panel

from .base import DeskViewSet

SLUG = FieldPanel("slug", help_text=_("Left empty: made of the name."))
SPAN = FieldRowPanel([FieldPanel("start"), FieldPanel("end")])
NAMES = [FieldRowPanel([language_panel(), FieldPanel("name")]), SLUG]


class AgentFilters(columns.RecordFilters):
    """The filters of agents: by kind, and our own authors."""

    class Meta:
        model = Agent
        fields = ["kind", "is_staff_author"]


def aliases(agent: Agent) -> str:
    """Return an agent's other names, from what was prefetched."""
    return ", ".join(alias.name for alias in agent.aliases.all())


class AgentViewSet(DeskViewSet):
    """The agents' place at the desk."""

    model = Agent
    icon = "user"
    menu_label = _("Agents")
    menu_name = "agents"
    menu_order = 50
    url_prefix = "agents"
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
            FieldPanel("side"),
            FieldPanel("description"),
            ChildRowsPanel("names", NAMES, label=_("name in a language"), min_num=1),
            ChildRowsPanel("aliases", [FieldPanel("name")], label=_("other name")),
            ChildRowsPanel(
                "roles",
                [FieldPanel("title"), FieldPanel("organisation"), SPAN],
                label=_("role"),
                heading=_("Roles, from when to when"),
            ),
            FieldRowPanel([FieldPanel("url"), FieldPanel("qid")]),
            FieldPanel("is_staff_author"),
        ]
    )
    filterset_class = AgentFilters
    search_fields = ["name", "names__name", "aliases__name"]
    ordering = "name"
    list_display = [
        "name",
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("side", label=_("Speaks for"), sort_key="side__name"),
        Column("aliases", label=_("Other names"), accessor=aliases),
        Column("said", label=_("Statements"), accessor="said_count", sort_key="said_count"),
        Column("merged_into", label=_("Merged into")),
    ]

    def prepared(self, records: QuerySet[Any]) -> QuerySet[Any]:
        said = Count("attributions", distinct=True)
        related = records.select_related("side", "merged_into").prefetch_related("aliases")
        return related.annotate(said_count=said)


class ProgrammeViewSet(DeskViewSet):
    """The programmes' place at the desk."""

    model = Programme
    icon = "media"
    menu_label = _("Programmes")
    menu_name = "programmes"
    menu_order = 60
    url_prefix = "programmes"
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("outlet")]),
            ChildRowsPanel(
                "names", [*NAMES, FieldPanel("about")], label=_("name in a language"), min_num=1
            ),
            ChildRowsPanel("hosts", [FieldPanel("agent"), SPAN], label=_("host")),
        ]
    )
    search_fields = ["name", "names__name"]
    ordering = "name"
    list_display = [
        "name",
        Column("outlet", label=_("Outlet"), sort_key="outlet__name"),
        Column(
            "hosts", label=_("Hosts"), accessor=lambda one: ", ".join(map(str, one.hosts.all()))
        ),
        BooleanColumn("named", label=_("Has names"), accessor=lambda one: bool(one.names.all())),
    ]

    def prepared(self, records: QuerySet[Any]) -> QuerySet[Any]:
        return records.select_related("outlet").prefetch_related("hosts__agent", "names")
