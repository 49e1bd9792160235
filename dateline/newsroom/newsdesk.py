"""The newsdesk: what is on the site, what waits, what is to be mended."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Max
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from dateline.chronology.models import Entry
from dateline.press.filing import store_outage
from dateline.press.watch import census, idle_tasks, status
from dateline.stories.choices import StoryStatus
from dateline.stories.models import Article, ScheduledVersion, Story

from .columns import LABELS, with_versions
from .forms.bulletins import BreakingForm
from .views.breaking import may_file
from .views.pressroom import MAY_LOOK, age_words

ROWS = 8


class Newsdesk(Component):
    """The desk: the breaking form on top, then the panes."""

    name = "newsdesk"
    template_name = "newsroom/newsdesk.html"
    order = 100

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user, now = self.request.user, timezone.now()
        policy = policy_registry.get_by_type(Article)
        articles = policy.instances_user_has_any_permission_for(user, {"view", "change", "add"})
        articles = with_versions(articles.select_related("section", "edition").defer("body"))
        return {
            "breaking": BreakingForm(user=user) if may_file(user) else None,  # type: ignore[arg-type]
            "live": on_the_site(articles),
            "drafts": waiting(articles),
            "scheduled": versions(ScheduledVersion.objects.waiting(), user),
            "refused": versions(ScheduledVersion.objects.refused().order_by("-failed_at"), user),
            "passing": passing(articles),
            "reviews": reviews_due(now),
            "entries": entries_to_mend(timezone.localdate(now)),
            "press": press_line(),
            "may_see_press": user.has_perm(MAY_LOOK),
            "csrf_token": parent_context["csrf_token"],
            "request": self.request,
        }


def on_the_site(articles: Any) -> list[dict[str, Any]]:
    """Return the articles published last, newest first, each with its label in words."""
    latest = articles.filter(live=True, withdrawn_at=None).latest_first()[:ROWS]
    return [{"article": one, "label": LABELS.get(one.feed_label(), "")} for one in latest]


def waiting(articles: Any) -> list[Article]:
    """Return drafts that nobody has published or scheduled, the longest waiting first."""
    found = articles.drafts().filter(withdrawn_at=None, _scheduled=None)
    return list(found.order_by("_updated_at")[:ROWS])


def versions(found: Any, user: Any) -> list[ScheduledVersion]:
    """Return the first of these versions, of any kind of record, that a person may work on."""
    rows = found.select_related("revision").prefetch_related("revision__content_object")
    return [one for one in rows[: 3 * ROWS] if _may_change(user, one.record)][:ROWS]


def _may_change(user: Any, record: Any) -> bool:
    policy = policy_registry.get(record)
    return bool(policy.user_has_permission_for_instance(user, "change", record))


def passing(articles: Any) -> list[Article]:
    """Return what is taken down by itself, the next first."""
    return list(articles.filter(live=True, expire_at__isnull=False).order_by("expire_at")[:ROWS])


def reviews_due(now: datetime) -> list[dict[str, Any]]:
    """Return the stories that nobody has reviewed in time, the longest overdue first."""
    stories = Story.objects.exclude(status=StoryStatus.CLOSED).annotate(
        last_entry=Max("entry_links__entry__sort_at")
    )
    due = []
    for story in stories:
        since = story.reviewed_at
        late = story.review_days is not None and (
            since is None or since + timedelta(days=story.review_days) < now
        )
        if late:
            due.append({"story": story, "days": (now - since).days if since else None})
    return sorted(due, key=lambda row: -(row["days"] if row["days"] is not None else 10**6))[:ROWS]


def entries_to_mend(day: date) -> list[dict[str, Any]]:
    """Return live entries whose review is due, then those without a source, newest first."""
    live = Entry.objects.filter(live=True).prefetch_related("statements").order_by("-sort_at")
    wanting = ((live.review_due(day), _("review is due")), (live.without_source(), _("no source")))
    return [{"entry": one, "why": why} for entries, why in wanting for one in entries[:ROWS]]


def press_line() -> dict[str, Any]:
    """Return the press's figures for one line: whether it runs, what waits, what is given up."""
    queue = status.queue().values()
    return {
        "runs": idle_tasks.is_worker_alive(),
        "store_down": store_outage.current().get("why", ""),
        "live": census.latest()[0].states.get("live", 0),
        "waiting": sum(row["jobs"] for row in queue),
        "oldest": age_words(max((row["oldest_seconds"] for row in queue), default=0)),
        "parked": len(status.parked()),
    }
