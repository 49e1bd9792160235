"""Relations between statements, and the versions that stand side by side."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from dateline.chronology.choices import SYMMETRIC, RelationKind
from dateline.chronology.querysets import RelationQuerySet
from dateline.chronology.signals import relation_changed, version_set_changed
from dateline.lib import multilingual
from dateline.staff.fields import WordsField
from dateline.staff.whole_deletions import DeletedWhole


class Relation(models.Model):
    """The relation of one statement to another; both by uid, symmetric kinds stored once."""

    from_uid = models.UUIDField(db_index=True)
    to_uid = models.UUIDField(db_index=True)
    kind = models.CharField(_("kind"), max_length=12, choices=RelationKind.choices)
    note = models.TextField(_("note"), blank=True)
    by = models.ForeignKey("staff.User", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))

    objects = RelationQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            models.UniqueConstraint(fields=["from_uid", "to_uid", "kind"], name="relation_once"),
            models.CheckConstraint(
                condition=~models.Q(from_uid=models.F("to_uid")), name="relation_of_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_uid} {self.kind} {self.to_uid}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.kind in SYMMETRIC and str(self.to_uid) < str(self.from_uid):
            self.from_uid, self.to_uid = self.to_uid, self.from_uid
        with transaction.atomic():
            super().save(*args, **kwargs)
            relation_changed.send(sender=Relation, instance=self)

    def clean(self) -> None:
        if self.from_uid == self.to_uid:
            raise ValidationError(_("A statement does not stand in relation to itself."))

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            gone = super().delete(*args, **kwargs)
            relation_changed.send(sender=Relation, instance=self)
            return gone


class VersionSet(DeletedWhole, ClusterableModel):
    """One question that sources answer differently, made by an editor."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    story = models.ForeignKey(
        "stories.Story", on_delete=models.CASCADE, related_name="version_sets"
    )
    question = WordsField(_("question"), limit=200)
    note = WordsField(_("editor's note"), limit=600, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("versions side by side")
        verbose_name_plural = _("versions side by side")

    def __str__(self) -> str:
        return multilingual.text_in(self.question, "").text

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            version_set_changed.send(sender=VersionSet, instance=self)


class Version(models.Model):
    """One statement's place among the versions, by its uid."""

    version_set = ParentalKey(VersionSet, on_delete=models.CASCADE, related_name="versions")
    statement_uid = models.UUIDField()
    position = models.PositiveSmallIntegerField(default=0)

    sort_order_field = "position"

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version_set", "statement_uid"], name="version_once")
        ]

    def __str__(self) -> str:
        return str(self.statement_uid)
