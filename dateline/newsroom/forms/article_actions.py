"""The small forms of the acts on an article: update, correction, withdrawal, hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from dateline.staff.forms import WordsFormField
from dateline.stories.choices import CorrectionKind, HoldKind


def lines(rows: int = 3) -> forms.Textarea:
    """Return a box of a few lines."""
    return forms.Textarea(attrs={"rows": rows})


class UpdateForm(forms.Form):
    """The form that asks why the change matters to readers."""

    reason = forms.CharField(
        label=_("What has changed"),
        help_text=_("One line for readers and colleagues. It moves “Updated” and the feed."),
        widget=lines(2),
    )


class CorrectionForm(forms.Form):
    """The form of a correction: was, now and reason in the languages that readers get.

    codes: these languages; without any those of the site's editions.
    """

    kind = forms.ChoiceField(label=_("Kind"), choices=CorrectionKind.choices)

    def __init__(self, *args: Any, codes: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label, help_text in (
            ("was", _("What was wrong"), _("As it stood, word for word.")),
            ("now", _("What is right"), ""),
            ("reason", _("Why, for readers"), _("How it came about; empty where it says itself.")),
        ):
            self.fields[name] = WordsFormField(
                label=label,
                help_text=help_text,
                required=name == "now",
                limit=2000,
                rows=3,
                codes=codes,
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("kind") == CorrectionKind.ERROR and not cleaned.get("was"):
            self.add_error("was", _("A correction says what was wrong."))
        return cleaned


class WithdrawForm(forms.Form):
    """The form of the note that readers get in place of the article."""

    note = forms.CharField(
        label=_("Note for readers"),
        help_text=_("The address answers “withdrawn” with this note. This cannot be undone."),
        widget=lines(),
    )


class HoldForm(forms.Form):
    """The form of a hold: why and, for an embargo, until when."""

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
    """The form that lifts a hold; it asks nothing: whoever presses the button signs."""
