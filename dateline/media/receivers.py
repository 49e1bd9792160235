"""Follows the room's own files: one that was replaced gets new public files."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from . import actions
from .models import Attachment, Picture
from .signals import attachment_replaced, picture_replaced


@receiver(picture_replaced, sender=Picture)
@receiver(attachment_replaced, sender=Attachment)
def make_anew(sender: Any, instance: Picture | Attachment, **_kept: Any) -> None:
    """Make the public files of a thing anew, if it has any, inside the same transaction."""
    actions.renew_files(instance)
