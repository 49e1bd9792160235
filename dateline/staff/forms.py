"""Form fields for words in several languages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info


def languages() -> list[str]:
    """Return the editions' languages, in the site's order, each once."""
    return list(dict.fromkeys(edition.language for edition in settings.SITE.editions))


class WordsWidget(forms.MultiWidget):
    """One box a language, each named in its own language."""

    template_name = "staff/words_widget.html"

    def __init__(self, rows: int = 2) -> None:
        self.languages = languages()
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            language: forms.Textarea(attrs={"rows": rows, "lang": language})
            for language in self.languages
        }
        super().__init__(boxes)

    def decompress(self, value: dict[str, str] | None) -> list[str]:
        return [(value or {}).get(language, "") for language in self.languages]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for box, language in zip(context["widget"]["subwidgets"], self.languages, strict=True):
            box["language"] = language
            box["language_name"] = get_language_info(language)["name_local"]
        return context


class WordsFormField(forms.MultiValueField):
    """Takes one text a language and gives the object that the model keeps.

    A language that has no box of its own here keeps what it had.
    """

    def __init__(self, *, limit: int = 600, **kwargs: Any) -> None:
        boxes = [forms.CharField(required=False, max_length=limit) for _language in languages()]
        super().__init__(boxes, widget=WordsWidget(), require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> dict[str, str]:
        return {
            language: text
            for language, text in zip(languages(), data_list or [], strict=False)
            if text
        }

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or {}) != self.compress(data or [])
