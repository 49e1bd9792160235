"""Attachments: documents that articles offer to readers."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from dateline.lib import language_names
from dateline.media.querysets import AttachmentQuerySet
from dateline.media.signals import attachment_changed, attachment_replaced
from dateline.staff.fields import WordsField
from dateline.staff.whole_deletions import DeletedWhole


class Attachment(DeletedWhole, AbstractDocument):
    """One document; its file stays private, readers get a copy (media.actions.expose_files)."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    heading = WordsField(
        _("title for readers"), limit=200, blank=True, help_text=_("Empty: the title.")
    )
    issuer = models.ForeignKey(
        "agents.Agent",
        verbose_name=_("who made it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="issued_attachments",
    )
    dated = models.DateField(_("date of the document"), null=True, blank=True)
    pages = models.PositiveSmallIntegerField(_("pages"), null=True, blank=True)
    language = models.CharField(
        _("language"), max_length=12, blank=True, choices=language_names.choices
    )

    objects = AttachmentQuerySet.as_manager()

    admin_form_fields = (
        *Document.admin_form_fields,
        "heading",
        "issuer",
        "dated",
        "pages",
        "language",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            before = Attachment.objects.filter(pk=self.pk).values_list("file", flat=True).first()
            super().save(*args, **kwargs)
            if before not in (None, self.file.name):
                attachment_replaced.send(sender=Attachment, instance=self)
            attachment_changed.send(sender=Attachment, instance=self)


class PublicCopy(models.Model):
    """The public file of an attachment, under a name that nobody guesses."""

    attachment = models.OneToOneField(Attachment, on_delete=models.CASCADE, related_name="copy")
    name = models.CharField(max_length=200, help_text=_("Path below the public media folder."))
    size = models.PositiveIntegerField(help_text=_("Bytes."))

    def __str__(self) -> str:
        return self.name
