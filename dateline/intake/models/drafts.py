"""Import drafts and their suggestions, each pointing at its characters in the source."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.intake.choices import (
    SUGGESTION_KINDS,
    DraftStatus,
    Strength,
    SuggestionState,
)


class ImportDraft(models.Model):
    """The suggestions of the rules for one document."""

    document = models.ForeignKey(
        "wire.SourceDocument", on_delete=models.PROTECT, related_name="import_drafts"
    )
    status = models.CharField(max_length=10, choices=DraftStatus.choices, default=DraftStatus.OPEN)
    article = models.ForeignKey(
        "stories.Article",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="import_drafts",
    )
    by = models.ForeignKey("staff.User", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("read"))

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("import draft")
        verbose_name_plural = _("import drafts")

    def __str__(self) -> str:
        return str(self.document)


class Suggestion(models.Model):
    """One thing a rule found; start, end: code points into the document's text."""

    draft = models.ForeignKey(ImportDraft, on_delete=models.CASCADE, related_name="suggestions")
    kind = models.CharField(max_length=12, choices=SUGGESTION_KINDS)
    payload = models.JSONField(default=dict, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    rule = models.CharField(max_length=60)
    rule_version = models.PositiveSmallIntegerField(default=1)
    strength = models.CharField(max_length=6, choices=Strength.choices)
    state = models.CharField(
        max_length=8, choices=SuggestionState.choices, default=SuggestionState.PENDING
    )
    decided_by = models.ForeignKey(
        "staff.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    made = models.UUIDField(null=True, blank=True, help_text=_("Uid of the record it became."))

    class Meta:
        ordering = ["start", "end", "pk"]
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__gte=models.F("start")), name="suggestion_runs_forwards"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.start}:{self.end}"
