"""The small forms of the acts on an article: update, correction, withdrawal, hold."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from dateline.stories.choices import CorrectionKind, HoldKind


def lines(rows: int = 3) -> forms.Textarea:
    """Return a box of a few lines."""
    return forms.Textarea(attrs={"rows": rows})


class UpdateForm(forms.Form):
    """Asks why the change matters to readers."""

    reason = forms.CharField(
        label=_("What has changed"),
        help_text=_("One line for readers and colleagues. It moves “Updated” and the feed."),
        widget=lines(2),
    )


class CorrectionForm(forms.Form):
    """Asks what was wrong and what is right."""

    kind = forms.ChoiceField(label=_("Kind"), choices=CorrectionKind.choices)
    was = forms.CharField(label=_("What was wrong"), widget=lines(), required=False)
    now = forms.CharField(label=_("What is right"), widget=lines())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("kind") == CorrectionKind.ERROR and not cleaned.get("was"):
            self.add_error("was", _("A correction says what was wrong."))
        return cleaned


class WithdrawForm(forms.Form):
    """Asks for the note that readers get in place of the article."""

    note = forms.CharField(
        label=_("Note for readers"),
        help_text=_("The address answers “withdrawn” with this note. This cannot be undone."),
        widget=lines(),
    )


class HoldForm(forms.Form):
    """Asks why and, for an embargo, until when."""

    kind = forms.ChoiceField(label=_("Kind"), choices=HoldKind.choices)
    until = forms.DateTimeField(
        label=_("Until"),
        required=False,
        widget=AdminDateTimeInput,
        help_text=_("An embargo ends by itself; a person lifts any other hold."),
    )
    reason = forms.CharField(label=_("Reason"), widget=lines())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("kind") == HoldKind.EMBARGO and not cleaned.get("until"):
            self.add_error("until", _("An embargo says until when."))
        return cleaned


class LiftForm(forms.Form):
    """Asks nothing: lifting is signed by whoever presses the button."""
