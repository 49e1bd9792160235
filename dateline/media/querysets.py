"""Questions about pictures and attachments."""

from __future__ import annotations

from wagtail.documents.models import DocumentQuerySet
from wagtail.images.models import ImageQuerySet

from dateline.staff.querysets import held_uids


class PictureQuerySet(ImageQuerySet):
    """Questions about pictures."""

    def public(self) -> PictureQuerySet:
        """Return the pictures that readers may see: those under no hold in force."""
        return self.exclude(uid__in=held_uids("picture"))


class AttachmentQuerySet(DocumentQuerySet):
    """Questions about attachments."""

    def public(self) -> AttachmentQuerySet:
        """Return the attachments that readers may get: those under no hold in force."""
        return self.exclude(uid__in=held_uids("attachment"))
