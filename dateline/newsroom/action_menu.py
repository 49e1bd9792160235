"""The bar below a form: what this person may do to this record."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry
from wagtail.snippets.action_menu import ActionMenuItem, PublishMenuItem, UnpublishMenuItem

from dateline.chronology.models import Entry
from dateline.stories.models import Article


class PublishUpdateItem(ActionMenuItem):
    """The button that saves, and asks what has changed."""

    name = "action-publish-update"
    label = _("Publish as update…")
    icon_name = "rotate"


class PublishCorrectionItem(ActionMenuItem):
    """The button that saves, and asks what was wrong and what is right."""

    name = "action-publish-correction"
    label = _("Publish with correction…")
    icon_name = "edit"


class PublishMinorItem(PublishMenuItem):
    """The button that publishes a live article as a small change and keeps every date."""

    template_name = "newsroom/publish_minor.html"


class ActionPageItem(ActionMenuItem):
    """A button that leads to a page of its own."""

    url_name = ""

    def get_url(self, parent_context: dict[str, Any]) -> str:
        article = parent_context["instance"]
        return reverse(article.snippet_viewset.get_url_name(self.url_name), args=[article.pk])


class PlaceHoldItem(ActionPageItem):
    """The button that leads to the hold."""

    name = "action-hold"
    label = _("Hold…")
    icon_name = "lock"
    url_name = "hold"


class WithdrawItem(ActionPageItem):
    """The button that leads to the withdrawal."""

    name = "action-withdraw"
    label = _("Withdraw…")
    icon_name = "cross"
    url_name = "withdraw"


def arrange(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Change the items in place: none that is not allowed, and an article's own acts."""
    record = context.get("instance")
    if record is None or record.pk is None:
        return
    policy = policy_registry.get(record)
    withdrawn = getattr(record, "withdrawn_at", None)
    may_publish = policy.user_has_permission_for_instance(request.user, "publish", record)
    if withdrawn or not may_publish:
        items[:] = [
            one for one in items if not isinstance(one, PublishMenuItem | UnpublishMenuItem)
        ]
        return
    if isinstance(record, Article) and not context.get("locked_for_user"):
        _acts_on_article(items, record)
    if isinstance(record, Entry) and record.live and not context.get("locked_for_user"):
        items.append(PublishCorrectionItem(order=32))
        items.sort(key=lambda one: one.order)


def _acts_on_article(items: list[ActionMenuItem], article: Article) -> None:
    if article.live:
        items[:] = [
            PublishMinorItem(order=one.order) if type(one) is PublishMenuItem else one
            for one in items
        ]
        items += [PublishUpdateItem(order=31), PublishCorrectionItem(order=32)]
    items.append(PlaceHoldItem(order=70))
    items += [WithdrawItem(order=80)] if article.published_at else []
    items.sort(key=lambda one: one.order)
