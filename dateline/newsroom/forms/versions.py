"""The form row of a version: a statement chosen by its words, kept by its uid."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from dateline.chronology.models import Statement

MOST = 400


def statements() -> list[tuple[str, str]]:
    """Return the statements of live entries, newest entries first, as uid and words."""
    rows = Statement.objects.public().select_related("entry").order_by("-entry__sort_at", "pk")
    return [("", "—"), *((str(row.uid), f"{row.entry.when}: {row}") for row in rows[:MOST])]


class VersionForm(WagtailAdminModelForm):
    """The form that chooses one statement."""

    statement_uid = forms.ChoiceField(choices=statements, label=_("Statement"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = self.initial.get("statement_uid")
        if known:
            self.initial["statement_uid"] = str(known)
