"""Corrections and material changes: append only, with the version they are about."""

from __future__ import annotations

import uuid
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.lib import multilingual
from dateline.lib.multilingual import NOTHING, TextsByLanguage
from dateline.staff.fields import WordsField
from dateline.staff.querysets import held_uids
from dateline.stories.choices import CorrectionKind, TargetKind
from dateline.stories.signals import correction_published


class CorrectionText(NamedTuple):
    """The words of one correction, each a language; kind: of CorrectionKind."""

    was: TextsByLanguage
    now: TextsByLanguage
    reason: TextsByLanguage = NOTHING
    kind: str = CorrectionKind.ERROR

    @classmethod
    def in_language(cls, language: str, was: str, now: str, **more: str) -> CorrectionText:
        """Return a correction in one language; more: reason, kind."""
        reason = {language: more["reason"]} if more.get("reason") else NOTHING
        kind = more.get("kind", CorrectionKind.ERROR)
        return cls({language: was}, {language: now}, reason, kind)

    def kept(self) -> dict[str, Any]:
        """Return the answers for `correct`, as JSON has them."""
        texts = {"was": self.was, "now": self.now, "reason": self.reason}
        return {name: dict(text) for name, text in texts.items()} | {"kind": str(self.kind)}


class CorrectionIsFinal(RuntimeError):
    """An attempt to change or delete a correction."""


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Questions about corrections; changes and deletions are refused."""

    def update(self, **kwargs: Any) -> int:
        raise CorrectionIsFinal("A correction is final: it cannot be updated.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise CorrectionIsFinal("A correction is final: it cannot be deleted.")

    def public(self) -> CorrectionQuerySet:
        """Return the corrections that readers see, oldest first: none of a held thing."""
        shown = self.filter(public=True).exclude(target_uid__in=held_uids())
        return shown.order_by("at", "pk")

    def on(self, kind: str, uid: object) -> CorrectionQuerySet:
        """Return the corrections of one thing."""
        return self.filter(target_kind=kind, target_uid=uid)


class Correction(models.Model):
    """One correction: what was wrong, what is right; keeps the version it corrects.

    target_uid points to the thing by its uid, for publishing an old revision makes children
    anew under new keys.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    target_kind = models.CharField(max_length=12, choices=TargetKind.choices)
    target_uid = models.UUIDField(db_index=True)
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(
        _("kind"), max_length=14, choices=CorrectionKind.choices, default=CorrectionKind.ERROR
    )
    was = WordsField(_("what was wrong"), limit=2000, blank=True)
    now = WordsField(_("what is right"), limit=2000)
    reason = WordsField(_("reason"), limit=2000, blank=True)
    public = models.BooleanField(_("shown to readers"), default=True)
    at = models.DateTimeField(_("at"), db_index=True)
    by = models.ForeignKey(
        "staff.User", null=True, on_delete=models.PROTECT, related_name="corrections"
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return multilingual.text_in(self.now, "").text[:80]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise CorrectionIsFinal("A correction is final: write another one.")
        super().save(*args, **kwargs)
        correction_published.send(sender=Correction, instance=self)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise CorrectionIsFinal("A correction is final: it cannot be deleted.")


class Change(models.Model):
    """One material change of an article, with the editor's reason."""

    article = models.ForeignKey("stories.Article", on_delete=models.CASCADE, related_name="changes")
    reason = models.TextField(_("reason"))
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey("staff.User", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("material change")
        verbose_name_plural = _("material changes")

    def __str__(self) -> str:
        return self.reason
