"""Form fields for words in several languages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dateline.lib import multilingual
from dateline.lib.languages import own_name

OTHERS = "others"
"""The box that keeps, out of sight, the texts in languages that have no box here."""


def languages() -> list[str]:
    """Return the editions' languages, in the site's order, each once."""
    return list(dict.fromkeys(edition.language for edition in settings.SITE.editions))


class WordsWidget(forms.MultiWidget):
    """One box a language, each named in its own language, and the choice of the original."""

    template_name = "staff/words_widget.html"

    def __init__(self, codes: Sequence[str], rows: int = 2) -> None:
        self.languages = list(codes)
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            language: forms.Textarea(attrs={"rows": rows, "lang": language})
            for language in self.languages
        }
        boxes[multilingual.ORIGINAL] = forms.HiddenInput()
        boxes[OTHERS] = forms.HiddenInput()
        super().__init__(boxes)

    def decompress(self, value: dict[str, str] | None) -> list[str]:
        kept = value or {}
        mark = multilingual.original(kept)
        others = {
            code: text
            for code, text in multilingual.texts(kept).items()
            if code not in self.languages
        }
        if mark in others:
            others[multilingual.ORIGINAL] = mark
        boxes = [kept.get(language, "") for language in self.languages]
        return [*boxes, mark, json.dumps(others) if others else ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        *boxes, mark, others = context["widget"]["subwidgets"]
        for box, language in zip(boxes, self.languages, strict=True):
            box["language"], box["language_name"] = language, own_name(language)
            box["is_original"] = language == mark["value"]
        own = {"boxes": boxes, "mark": mark, "others": others}
        return {**context, **own, "one_language": len(boxes) == 1}


class WordsFormField(forms.MultiValueField):
    """A field for one text a language that gives the object that the model keeps.

    codes: the languages that have a box, without any those of the site's editions. A language
    that has no box keeps what it had. The mark of the original must not stand at an empty box.
    """

    def __init__(
        self, *, limit: int = 600, codes: Sequence[str] = (), rows: int = 2, **kwargs: Any
    ) -> None:
        self.languages = list(codes) or languages()
        boxes = [forms.CharField(required=False, max_length=limit) for _code in self.languages]
        boxes += [forms.CharField(required=False), forms.CharField(required=False)]
        super().__init__(
            boxes, widget=WordsWidget(self.languages, rows), require_all_fields=False, **kwargs
        )

    def clean(self, value: Any) -> dict[str, str]:
        """Return the texts with their mark; an empty object where nothing was written."""
        given: dict[str, str] = super().clean(value) or {}
        if self.required and not given:
            raise ValidationError(self.error_messages["required"], code="required")
        return given

    def compress(self, data_list: list[str]) -> dict[str, str]:
        if not data_list:
            return {}
        *boxes, mark, others = data_list
        given = {**_read(others), **dict(zip(self.languages, boxes, strict=True))}
        mark = mark or given.get(multilingual.ORIGINAL, "")
        if mark in self.languages and not given.get(mark) and any(given.values()):
            raise ValidationError(
                _("The original, in %(language)s, is empty: write it, or mark another language."),
                code="original",
                params={"language": own_name(mark)},
            )
        return multilingual.with_original_marked(
            {**given, multilingual.ORIGINAL: mark}, self.languages
        )

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = multilingual.with_original_marked(initial or {}, self.languages)
        try:
            return before != self.compress(list(data or []))
        except ValidationError:
            return True


def _read(others: str) -> dict[str, str]:
    """Return the texts that a form carried out of sight; none where somebody changed them."""
    try:
        found = json.loads(others or "{}")
    except ValueError:
        return {}
    return {str(code): str(text) for code, text in found.items()} if isinstance(found, dict) else {}
