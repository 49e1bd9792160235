"""Pictures: the private original, Wagtail's renditions for editors, variants for readers."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from dateline.media.querysets import PictureQuerySet
from dateline.media.signals import picture_changed, picture_replaced
from dateline.staff.fields import WordsField
from dateline.staff.whole_deletions import DeletedWhole


class Picture(DeletedWhole, AbstractImage):
    """One picture; its file stays private, readers get variants (media.actions.expose_files)."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    alt = WordsField(_("text alternative"), limit=300, blank=True)
    caption = WordsField(_("caption"), limit=400, blank=True)
    credit = WordsField(_("credit"), limit=160, blank=True)

    objects = PictureQuerySet.as_manager()

    admin_form_fields = (*Image.admin_form_fields, "alt", "caption", "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            before = Picture.objects.filter(pk=self.pk).values_list("file", flat=True).first()
            super().save(*args, **kwargs)
            if before not in (None, self.file.name):
                picture_replaced.send(sender=Picture, instance=self)
            picture_changed.send(sender=Picture, instance=self)


class Rendition(AbstractRendition):
    """A size of a picture made for the newsroom's own screens."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]


class Variant(models.Model):
    """One public file of a picture: a width in one format, under a name made of its bytes."""

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="variants")
    format = models.CharField(max_length=8, choices=[(f, f) for f in ("avif", "webp", "jpeg")])
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    name = models.CharField(max_length=200, help_text=_("Path below the public media folder."))
    size = models.PositiveIntegerField(help_text=_("Bytes."))

    class Meta:
        ordering = ["format", "width"]
        constraints = [
            models.UniqueConstraint(
                fields=["picture", "format", "width"], name="media_variant_once"
            )
        ]

    def __str__(self) -> str:
        return self.name
