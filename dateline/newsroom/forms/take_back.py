"""The form of taking a line back."""

from django import forms
from django.utils.translation import gettext_lazy as _


class TakeBackForm(forms.Form):
    """The form that asks why, for the log; readers do not see it."""

    why = forms.CharField(label=_("Why"), required=False, max_length=300)
