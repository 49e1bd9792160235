"""Panels that Wagtail lacks: rows with a form class of their own."""

from __future__ import annotations

from typing import Any

from django.forms import ModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, PublishingPanel
from wagtail.admin.widgets.datetime import AdminDateTimeInput


class ChildRowsPanel(InlinePanel):
    """Child rows with a form class of our own, and hidden fields beside the shown ones."""

    def __init__(
        self,
        *args: Any,
        form: type[ModelForm] | None = None,
        hidden: tuple[str, ...] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.form = form
        self.hidden = hidden

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "form": self.form, "hidden": self.hidden}

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        formset = options["formsets"][self.relation_name]
        formset["fields"] = [*formset["fields"], *self.hidden]
        formset["inherit_kwargs"] = ["for_user"]
        if self.form:
            formset["form"] = self.form
        return options


class SchedulePanel(PublishingPanel):
    """The schedule without an end; `Passes` has one."""

    names: tuple[str, ...] = ("go_live_at",)

    def __init__(self, **kwargs: Any) -> None:
        panels = [FieldPanel(name, widget=self._widget()) for name in self.names]
        kwargs.setdefault("children", panels)
        super().__init__(**kwargs)

    def _widget(self) -> AdminDateTimeInput:
        return AdminDateTimeInput(
            js_overlay_parent_selector="#schedule-publishing-dialog",
            attrs={
                "data-controller": "w-action",
                "data-action": "w-dialog:hidden->w-action#reset",
                "data-w-dialog-target": "notify",
            },
        )


class ScheduleWithEndPanel(SchedulePanel):
    """The schedule of what may be taken down at a time that an editor sets."""

    names = ("go_live_at", "expire_at")
