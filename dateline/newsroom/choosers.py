"""Choosers with a search box: our models stay out of Wagtail's search backend."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, LocaleFilterMixin
from wagtail.models import TranslatableMixin
from wagtail.snippets.views import chooser


class SearchForm(BaseFilterForm):
    """The form that finds records whose fields contain what is typed."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Search")}),
    )
    search_fields: list[str] = []

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        objects = super().filter(objects)
        typed = self.cleaned_data.get("q")
        if typed and self.search_fields:
            self.is_searching, self.search_query = True, typed
            wanted = Q()
            for field in self.search_fields:
                wanted |= Q(**{f"{field}__icontains": typed})
            objects = objects.filter(wanted).distinct()
        return objects


class SearchBoxMixin:
    """The search box of a choosing view."""

    def get_filter_form_class(self) -> type[forms.Form]:
        model = self.model_class  # type: ignore[attr-defined]
        fields = model.snippet_viewset.search_fields or []
        bases: tuple[type, ...] = (SearchForm,)
        if issubclass(model, TranslatableMixin):
            bases = (LocaleFilterMixin, SearchForm)
        return type("ChooserSearch", bases, {"search_fields": list(fields)})


class ChooseView(SearchBoxMixin, chooser.ChooseView):
    """The window of a chooser."""


class ChooseResultsView(SearchBoxMixin, chooser.ChooseResultsView):
    """The results of a chooser's search."""


class SearchedChooser(chooser.SnippetChooserViewSet):
    """A chooser with a search box."""

    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
