"""Takes a filed line of the newsfeed back; the row stays."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dateline.newsfeed import actions
from dateline.newsfeed.models import Bulletin
from dateline.newsroom.forms.take_back import TakeBackForm

from .article_actions import RecordAction


class TakeBack(RecordAction):
    """The view that takes one line back, with a reason for the log."""

    form_class = TakeBackForm
    page_title = _("Take back")
    button = _("Take it back")
    done = _("Taken back: %s")
    action = "change"
    serious = True

    def find(self) -> Any:
        return get_object_or_404(Bulletin, pk=self.kwargs["pk"], live=True, article=None)

    def act(self, answers: dict[str, Any]) -> None:
        actions.withdraw(self.target, by=self.editor, at=timezone.now(), why=answers["why"])

    def get_success_url(self) -> str:
        return reverse(self.index_url_name)
