"""Where the newsroom hangs itself into Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.action_menu import ActionMenuItem
from wagtail.snippets.models import register_snippet

from . import action_menu
from .bulk import BulkDelete, BulkPublish, BulkUnpublish
from .newsdesk import Newsdesk
from .views.breaking import Breaking
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
    return [path("breaking/", Breaking.as_view(), name="newsroom_breaking")]


@hooks.register("construct_main_menu")
def only_ours(request: HttpRequest, items: list[MenuItem]) -> None:
    """Take away what a newsroom has no use for."""
    items[:] = [item for item in items if item.name not in NOT_OURS]


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
def look() -> str:
    """Give the admin our own look."""
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/newsroom.css"))


@hooks.register("insert_global_admin_js")
def counting() -> str:
    """Count characters beside the boxes that ask for it."""
    return format_html('<script type="module" src="{}"></script>', static("newsroom/counting.js"))
