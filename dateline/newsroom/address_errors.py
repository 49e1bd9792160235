"""Say in a form why an address cannot be had, and what helps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dateline.press.errors import LeadsInACircle, PathTaken, Refused

SAID = {
    PathTaken: _(
        "Nothing was saved: a page stands at “%s”, or it leads elsewhere already."
        " Choose another address, or free that one first."
    ),
    LeadsInACircle: _(
        "Nothing was saved: “%s” would lead back to itself. Let it lead to a page instead."
    ),
}
NO_ADDRESS = _("Nothing was saved: “%s” cannot be an address of the site.")


@contextmanager
def in_sentences() -> Iterator[None]:
    """Turn what the press refuses into a ValidationError, which every form shows."""
    try:
        yield
    except Refused as why:
        raise ValidationError(SAID.get(type(why), NO_ADDRESS) % why.path) from why
