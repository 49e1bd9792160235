"""Where the newsroom hangs itself into Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.snippets.action_menu import ActionMenuItem
from wagtail.snippets.models import register_snippet

from dateline.agents.models import Agent
from dateline.stories.models import Article

from . import action_menu
from .bulk import BulkDelete, BulkPublish, BulkUnpublish
from .newsdesk import Newsdesk
from .views.breaking import Breaking
from .views.pressroom import MAY_LOOK, Pressroom
from .viewsets.groups import RECORDS, SNIPPETS

NOT_OURS = {"explorer", "help", "snippets"}
"""Wagtail's menu items that lead to page trees or outside hosts."""

for viewset in SNIPPETS:
    register_snippet(viewset)


@hooks.register("register_admin_viewset")
def records() -> list[Any]:
    """Register what is read and never changed."""
    return [viewset() for viewset in RECORDS]


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Add the screens that belong to no kind of record."""
    return [
        path("breaking/", Breaking.as_view(), name="newsroom_breaking"),
        path("press/", Pressroom.as_view(), name="newsroom_press"),
    ]


class PressItem(MenuItem):
    """The menu's way to the press, for whoever may look."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY_LOOK))


@hooks.register("register_admin_menu_item")
def to_the_press() -> MenuItem:
    """Add the press to the menu."""
    return PressItem(
        _("Press"), reverse("newsroom_press"), name="press", icon_name="cogs", order=150
    )


@hooks.register("construct_main_menu")
def only_ours(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take away what a newsroom has no use for."""
    items[:] = [item for item in items if item.name not in NOT_OURS]


def search_area(model: type[Any], label: Any, icon: str, order: int) -> SearchArea:
    """Return a place to search in: the listing of one kind of record."""
    name = model._meta.model_name
    address = reverse(model.snippet_viewset.get_url_name("list"))
    return SearchArea(label, address, name=name, icon_name=icon, order=order)


@hooks.register("register_admin_search_area")
def in_articles() -> SearchArea:
    """Search articles first."""
    return search_area(Article, _("Articles"), "doc-full", 10)


@hooks.register("register_admin_search_area")
def in_agents() -> SearchArea:
    """Search people and bodies."""
    return search_area(Agent, _("Agents"), "user", 20)


@hooks.register("construct_search")
def no_pages(request: HttpRequest, areas: list[SearchArea]) -> None:
    """Search no page trees: there are none."""
    areas[:] = [area for area in areas if area.name != "pages"]


@hooks.register("construct_homepage_panels")
def newsdesk(request: HttpRequest, panels: list[Any]) -> None:
    """Show the newsdesk in place of Wagtail's panels about pages."""
    panels[:] = [Newsdesk(request)]


@hooks.register("construct_homepage_summary_items")
def no_summary(request: HttpRequest, items: list[Any]) -> None:
    """Show no counts of pages: there are none."""
    items.clear()


@hooks.register("construct_snippet_action_menu")
def by_permission(
    items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Leave only what the person may do to this record, and add the acts on an article."""
    action_menu.arrange(items, request, context)


hooks.register("register_bulk_action", BulkDelete, order=200)
hooks.register("register_bulk_action", BulkPublish, order=200)
hooks.register("register_bulk_action", BulkUnpublish, order=200)


@hooks.register("insert_global_admin_css")
def add_stylesheet() -> str:
    """Give the admin our own look."""
    sheets = ((static(f"newsroom/{name}.css"),) for name in ("newsroom", "newsdesk", "pressroom"))
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("insert_global_admin_js")
def add_counter_script() -> str:
    """Count characters beside the boxes that ask for it."""
    return format_html('<script type="module" src="{}"></script>', static("newsroom/counting.js"))


@hooks.register("before_serve_document")
def only_for_the_newsroom(_document: Any, request: HttpRequest) -> None:
    """Answer 404 where somebody from outside asks for a private document: readers get copies."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
