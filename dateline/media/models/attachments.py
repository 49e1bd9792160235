"""Attachments: documents that articles offer to readers."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from dateline.media.querysets import AttachmentQuerySet


class Attachment(AbstractDocument):
    """One document with a uid of its own."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = AttachmentQuerySet.as_manager()

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
