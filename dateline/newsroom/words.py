"""Widgets and panels for words in several languages."""

from __future__ import annotations

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from dateline.lib.languages import own_name
from dateline.lib.multilingual import TextsByLanguage, text_in
from dateline.staff.forms import languages


def in_words(kept: TextsByLanguage) -> str:
    """Return a text in the language of the screen, else the original."""
    return text_in(kept, (get_language() or "en").partition("-")[0]).text


class LanguageSelect(forms.Select):
    """A choice of the editions' languages by their own names, asked for late."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, str] | None = None) -> list:
        known = languages()
        extra = [one for one in value if one and one not in known]
        self.choices = [(code, own_name(code)) for code in [*known, *extra]]
        return super().optgroups(name, value, attrs)


def language_panel(field: str = "language") -> FieldPanel:
    """Return the panel that chooses one of the site's languages."""
    return FieldPanel(field, widget=LanguageSelect(), heading=_("Language"))
