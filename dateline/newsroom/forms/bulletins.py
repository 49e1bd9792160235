"""The forms of the newsfeed: a line with its source, and the breaking form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from dateline.agents.models import Agent
from dateline.newsroom.permissions import editions_for
from dateline.staff.models import Edition, User
from dateline.stories.choices import EDITORIAL, StoryStatus
from dateline.stories.models import Story

NO_SOURCE = _("Say who says so, or tick “Source not stated”.")
MOST_NAMES = 300


def whole_source(form: forms.BaseForm, cleaned: dict[str, Any]) -> None:
    """Add an error unless there is a source, or its lack was chosen knowingly."""
    if cleaned.get("source") and cleaned.get("source_not_stated"):
        form.add_error("source_not_stated", _("There is a source: untick this."))
    elif not cleaned.get("source") and not cleaned.get("source_not_stated"):
        form.add_error("source", NO_SOURCE)


class BulletinForm(WagtailAdminModelForm):
    """The form of one line at the desk."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is not None:
            self.fields["edition"].queryset = editions_for(self.for_user)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not self.instance.article_id:
            whole_source(self, cleaned)
        return cleaned


class NamesInput(forms.TextInput):
    """A box that offers known names while one types; any other name may stand there."""

    template_name = "newsroom/names_input.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, {**(attrs or {}), "list": f"{name}-names"})
        names = Agent.objects.standing().order_by("name").values_list("name", flat=True)
        context["widget"]["names"] = names[:MOST_NAMES]
        return context


class BreakingForm(forms.Form):
    """The form of one true line, and who says so."""

    headline = forms.CharField(
        label=_("Headline"),
        max_length=110,
        help_text=_("Up to 110 characters."),
        widget=forms.TextInput(attrs={"data-count": "110", "autocomplete": "off"}),
    )
    source = forms.CharField(
        label=_("Source"),
        max_length=160,
        required=False,
        help_text=_("Who says so: a person or a body."),
        widget=NamesInput(attrs={"autocomplete": "off"}),
    )
    source_not_stated = forms.BooleanField(label=_("Source not stated"), required=False)
    label = forms.ChoiceField(
        label=_("Label"), choices=[("", _("No label")), *EDITORIAL], required=False
    )
    story = forms.ModelChoiceField(
        label=_("Story"), queryset=Story.objects.none(), required=False, empty_label=_("No story")
    )
    edition = forms.ModelChoiceField(
        label=_("Edition"), queryset=Edition.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_stories = Story.objects.exclude(status=StoryStatus.CLOSED)
        self.fields["story"].queryset = open_stories.order_by("slugline")  # type: ignore[attr-defined]
        self.fields["edition"].queryset = editions_for(user)  # type: ignore[attr-defined]
        self.fields["label"].initial = "breaking"

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        whole_source(self, cleaned)
        return cleaned
