"""The article's form: dates in words, and the role a speaker held on that day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from dateline.agents.models import Agent
from dateline.lib import edtf
from dateline.staff.models import Edition

from .dates import WhenField


class ArticleForm(WagtailAdminModelForm):
    """The form of an article; it fills in what can be known: roles on that day, EDTF from words."""

    event_when = WhenField(required=False, label=_("date of the event"))
    source_when = WhenField(required=False, label=_("date of the source"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        day = self._day(cleaned)
        speaker = cleaned.get("speaker")
        if speaker and not cleaned.get("speaker_role"):
            cleaned["speaker_role"] = self._role(speaker, day)
        for block in cleaned.get("body") or []:
            if block.block_type == "quote" and block.value["speaker"] and not block.value["role"]:
                block.value["role"] = self._role(block.value["speaker"], day)
        self._one_primary()
        return cleaned

    def _day(self, cleaned: dict[str, Any]) -> dt.date:
        """Return the day the article speaks of: aired, the event's, published, or today."""
        if cleaned.get("aired_on"):
            return cleaned["aired_on"]
        if cleaned.get("event_when"):
            return edtf.parse(cleaned["event_when"]).known.first_day
        return timezone.localdate(self.instance.published_at or timezone.now())

    def _role(self, agent: Agent, day: dt.date) -> str:
        edition = Edition.objects.filter(locale_id=self.instance.locale_id).first()
        return agent.role_on(day, edition.language if edition else "")[:160]

    def _one_primary(self) -> None:
        """Refuse two primary stories here, in words, before the database does."""
        rows = self.formsets.get("story_links")
        if rows is None or not rows.is_valid():
            return
        kept = [row for row in rows.forms if row not in rows.deleted_forms and row.cleaned_data]
        if sum(bool(row.cleaned_data.get("is_primary")) for row in kept) > 1:
            raise ValidationError(_("An article has one primary story: untick the others."))
