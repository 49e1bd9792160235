"""Dates of a chronology in the words of the screen's language."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import get_language

from dateline.chronology.models import Entry
from dateline.lib import edtf, when


def date_words(entry: Entry, *, year: bool = True) -> str:
    """Return an entry's date in words, on the editor's clock."""
    zone = timezone.get_current_timezone()
    return when.edtf_words(edtf.parse(entry.when), zone, get_language() or "en", year=year)
