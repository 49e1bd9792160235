"""Model fields that several rooms use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dateline.lib import multilingual


class WordsField(models.JSONField):
    """One text in several languages: a JSON object, language code -> plain text.

    limit: the most code points one text may have. Saving sets each text as its language sets
    it and marks the original (dateline.lib.multilingual).
    """

    def __init__(self, *args: Any, limit: int = 600, **kwargs: Any) -> None:
        self.limit = limit
        kwargs.setdefault("default", dict)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "limit": self.limit}

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not isinstance(value, dict):
            raise ValidationError(_("Words must be an object of language and text."))
        for language, text in value.items():
            if not isinstance(text, str):
                raise ValidationError(_("The text in “%s” must be a string.") % language)
            if len(text) > self.limit:
                raise ValidationError(
                    _("The text in “%(language)s” has %(length)d characters; at most %(limit)d."),
                    params={"language": language, "length": len(text), "limit": self.limit},
                )
        mark = value.get(multilingual.ORIGINAL)
        if mark and not value.get(mark):
            raise ValidationError(_("The original, “%s”, has no text.") % mark)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        from dateline.staff.forms import languages

        value = super().pre_save(model_instance, add)
        if isinstance(value, dict):
            value = multilingual.with_original_marked(multilingual.typeset(value), languages())
            setattr(model_instance, self.attname, value)
        return value

    def formfield(self, **kwargs: Any) -> forms.Field:
        from dateline.staff.forms import WordsFormField

        return WordsFormField(
            label=kwargs.get("label", capfirst(self.verbose_name)),
            help_text=kwargs.get("help_text", self.help_text),
            required=not self.blank,
            limit=self.limit,
        )


class CodesField(models.JSONField):
    """A list of codes from a closed set, in the set's order."""

    def __init__(
        self, *args: Any, codes: Sequence[tuple[str, Any]] | None = None, **kwargs: Any
    ) -> None:
        self.codes = list(codes or [])
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "codes": [(c, str(w)) for c, w in self.codes]}

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        known = [code for code, _word in self.codes]
        if not isinstance(value, list):
            raise ValidationError(_("A list of codes is needed."))
        for code in value:
            if code not in known:
                raise ValidationError(
                    _("“%(code)s” is not one of: %(known)s."),
                    params={"code": code, "known": ", ".join(known)},
                )

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=self.codes,
            widget=forms.CheckboxSelectMultiple,
            label=kwargs.get("label", capfirst(self.verbose_name)),
            help_text=kwargs.get("help_text", self.help_text),
            required=not self.blank,
        )
