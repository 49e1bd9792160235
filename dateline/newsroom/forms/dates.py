"""The form field of a date typed in words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dateline.lib import edtf
from dateline.newsroom.forms.typed_dates import TypedDate, read

HELP = _("“6 Aug”, “yesterday”, “from 14 Aug”, “by 8 Aug”, “about 6 Aug”, “Aug 2024”; or EDTF.")


class WhenField(forms.CharField):
    """A field for a date in words or in EDTF that gives EDTF; typed: where the last came from."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", HELP)
        kwargs.setdefault("max_length", 60)
        kwargs["label"] = capfirst(kwargs["label"])
        super().__init__(**kwargs)
        self.typed: TypedDate | None = None

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        try:
            self.typed = read(text, today=timezone.localdate())
        except edtf.BadDate as why:
            raise ValidationError(str(why)) from why
        return self.typed.edtf
