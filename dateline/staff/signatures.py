"""Who acts, where a model's own method has nobody to name: for the log of acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone
from wagtail.log_actions import get_active_log_context

from .models import User


class Signature(NamedTuple):
    """Who acts, and when; by is empty for the system's own doing."""

    by: User | None
    at: datetime


_signature: ContextVar[Signature | None] = ContextVar("signature", default=None)


@contextmanager
def sign_acts(*, by: User | None, at: datetime) -> Iterator[None]:
    """Have what is logged inside without a name logged as this person's doing at this time."""
    token = _signature.set(Signature(by, at))
    try:
        yield
    finally:
        _signature.reset(token)


def signature() -> Signature:
    """Return who acts and when: as signed above, else whose request the newsroom answers now."""
    user = get_active_log_context().user
    at_the_screen = user if isinstance(user, User) else None
    return _signature.get() or Signature(at_the_screen, timezone.now())
