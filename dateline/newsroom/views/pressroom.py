"""The press at the desk: what waits, what was given up and why, and whether pages are true."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from dateline.press.ledger import retries
from dateline.press.numbering.paths import PART
from dateline.press.watch import status
from dateline.staff.actions import log

MAY_LOOK, MAY_RETRY = "press.view_pressedsheet", "press.change_job"
CLASSES = {
    "0": _("Taken down, and new pages"),
    "1": _("Home, breaking"),
    "2": _("Sections, stories, feeds"),
    "3": _("Tags, people, sitemaps"),
    "4": _("The rest"),
    "5": _("In the background"),
}
STATES = {
    "live": _("on the site"),
    "new": _("not pressed yet"),
    "absent": _("empty: no such page"),
    "leaving": _("about to be removed"),
    "gone": _("taken down for good"),
    "redirect": _("lead elsewhere"),
}
HAPPENED = {
    "touch": _("Changed"),
    "takedown": _("Taken down"),
    "pressed": _("Pressed"),
    "removed": _("Removed"),
    "parked": _("Given up"),
    "part": _("A part was pressed"),
    "audit": _("Looked at again"),
    "heal": _("Mended"),
    "edition": _("Edition changed"),
    "settings": _("Settings looked at"),
    "store-down": _("No page could be stored"),
    "store-up": _("Pages were stored again"),
}
LAST, SHOWN = 200, 12


class Pressroom(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """The press's figures; parked sheets can be tried again."""

    permission_required = MAY_LOOK
    template_name = "newsroom/pressroom.html"
    page_title = _("Press")
    header_icon = "cogs"

    def handle_no_permission(self) -> Any:
        raise PermissionDenied

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = status.status()
        return {
            **super().get_context_data(**kwargs),
            "told": told,
            "counted_at": _moment(told["counted_at"]),
            "states": [(STATES.get(one, one), n) for one, n in sorted(told["sheets"].items())],
            "classes": rows(told),
            "last": last_changes(),
            "purge_age": age_words(told["purges"].get("oldest_seconds", 0)),
            "may_retry": self.request.user.has_perm(MAY_RETRY),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(MAY_RETRY):
            raise PermissionDenied
        sheet = request.POST.get("sheet", "")
        done = try_again(int(sheet) if sheet.isdigit() else None, by=request.user)
        if done:
            messages.success(request, gettext("Tried again: %d.") % done)
        else:
            messages.warning(request, gettext("It is not given up any more."))
        return redirect("newsroom_press")


@transaction.atomic
def try_again(sheet: int | None, *, by: Any) -> int:
    """Give a parked sheet, or all of them, another round of tries; logged."""
    done = retries.unpark(sheet)
    if done:
        log("try-again", by, by=by, at=timezone.now(), detail={"was": str(sheet or "all")})
    return done


def rows(told: dict[str, Any]) -> list[dict[str, Any]]:
    """Return each class that waits or has pressed of late, with its ages."""
    found = []
    for one, name in CLASSES.items():
        queue, waits = told["queue"].get(one), told["to_disk_ms"].get(one)
        if queue or waits:
            age = age_words(queue["oldest_seconds"]) if queue else ""
            within = {key: duration_words(waits[key]) for key in ("p50", "p99")} if waits else {}
            found.append({"name": name, "queue": queue, "age": age, "within": within})
    return found


def age_words(count: float) -> str:
    """Return an age in words: seconds, minutes, hours, days."""
    for length, form in ((86_400, _("%d d")), (3600, _("%d h")), (60, _("%d min"))):
        if count >= length:
            return form % (count // length)
    return gettext("%d s") % count


def duration_words(milliseconds: int) -> str:
    """Return how long something took in words, milliseconds where it was short."""
    if milliseconds < 1000:
        return gettext("%d ms") % milliseconds
    return age_words(milliseconds / 1000)


def last_changes() -> list[dict[str, Any]]:
    """Return what happened last, newest first, in words."""
    found = []
    for row in status.last_changes("", LAST)[:SHOWN]:
        names = [one for one in row["subject"] if not one.startswith(PART)] or row["subject"]
        found.append(
            {
                "what": HAPPENED.get(row["what"], row["what"]),
                "at": _moment(row["at"]),
                "names": names[:3],
                "more": max(0, len(names) - 3),
            }
        )
    return found


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
