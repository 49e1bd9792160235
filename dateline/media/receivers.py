"""Follows the room's own pictures: one whose file was replaced gets new public files."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from . import actions
from .models import Picture
from .signals import picture_replaced


@receiver(picture_replaced, sender=Picture)
def make_anew(sender: type[Picture], instance: Picture, **_kept: Any) -> None:
    """Make the public files of a picture anew, if it has any, inside the same transaction."""
    actions.renew(instance)
