"""Refuse a correction that says too little, or whose wrong words readers would still read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dateline.lib import multilingual
from dateline.lib.languages import own_name
from dateline.lib.wrong_words import still_says
from dateline.stories.choices import CorrectionKind

if TYPE_CHECKING:
    from .base import Published
    from .corrections import CorrectionText


def refuse_wrong_words(version: Published, text: CorrectionText) -> None:
    """Raise ValidationError where the version may not go out with this correction."""
    was, now = multilingual.original(text.was), multilingual.original(text.now)
    if not now or (text.kind == CorrectionKind.ERROR and not was):
        raise ValidationError(_("A correction says what was wrong and what is right."))
    if found := list(_still_said(version, text)):
        raise ValidationError(found)


def _still_said(version: Published, text: CorrectionText) -> Iterator[str]:
    """Yield a sentence for each place where the version still says what was wrong."""
    for place, language, said in version.texts():
        wrong, right = text.was.get(language, ""), text.now.get(language, "")
        if still_says(said, wrong, right):
            yield _(
                "%(place)s (%(language)s) still says “%(wrong)s”: put it right there first,"
                " or quote more of the wrong sentence."
            ) % {"place": place, "language": own_name(language), "wrong": wrong}
