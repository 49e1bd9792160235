"""The forms of a chronology: dates in words, statements whose uid stays theirs."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from dateline.chronology.choices import Basis, Standing
from dateline.chronology.models import Statement

from .dates import WhenField


class EntryForm(WagtailAdminModelForm):
    """The form of an entry; it takes the date in words and notes how the date came about."""

    when = WhenField(label=_("date"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        typed = self.fields["when"].typed
        if typed and typed.basis != Basis.STATED and "when" in self.changed_data:
            cleaned["when_basis"] = typed.basis
        if not cleaned.get("text") and not self._has_statement():
            raise ValidationError(_("An entry needs a text or a statement."))
        return cleaned

    def _has_statement(self) -> bool:
        rows = self.formsets.get("statements")
        return bool(rows and len(rows.forms) > len(rows.deleted_forms))


class StatementForm(WagtailAdminModelForm):
    """The form of a statement that keeps its uid through drafts, for a draft's child has no key.

    The field is hidden, and empty in the template of new rows: a default there would give all
    rows added on one page the same value. Clean fills it.
    """

    uid = forms.UUIDField(required=False, widget=forms.HiddenInput)
    said_when = WhenField(required=False, label=_("said on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self._is_new_row():
            self.initial["uid"] = None

    def _is_new_row(self) -> bool:
        """Return whether this row stands for no statement yet: the template, or one just added."""
        return "__prefix__" in (self.prefix or "") or (self.is_bound and self.instance.pk is None)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not cleaned.get("uid"):
            cleaned["uid"] = self.instance.uid if self.instance.pk else uuid.uuid4()
        return cleaned

    def _post_clean(self) -> None:
        self._sign_the_standing()
        super()._post_clean()

    def _sign_the_standing(self) -> None:
        """Note who gave a standing other than claimed, and when, at the moment it changes."""
        standing = self.cleaned_data.get("standing")
        if "standing" in self.changed_data and standing != Standing.CLAIMED:
            self.instance.standing_by = self.for_user
            self.instance.standing_at = timezone.now()

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        """Give the open page the uid that an autosave settled on."""
        updates: list[tuple[str, str]] = super().get_field_updates_for_resave()
        statement: Statement = self.instance
        if not self.data.get(self.add_prefix("uid")):
            updates.append((self.add_prefix("uid"), str(statement.uid)))
        return updates
