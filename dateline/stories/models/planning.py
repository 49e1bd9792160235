"""Planning: notes between colleagues and assignments."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Note(models.Model):
    """A note on an article, for colleagues only; never public."""

    article = models.ForeignKey("stories.Article", on_delete=models.CASCADE, related_name="notes")
    text = models.TextField(_("text"))
    by = models.ForeignKey("staff.User", on_delete=models.PROTECT, related_name="notes")
    at = models.DateTimeField(_("at"))
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("note")
        verbose_name_plural = _("notes")

    def __str__(self) -> str:
        return self.text[:80]


class Assignment(models.Model):
    """A piece of work given to somebody, until when."""

    slugline = models.CharField(_("slugline"), max_length=60)
    brief = models.TextField(_("brief"), blank=True)
    to = models.ForeignKey(
        "staff.User", null=True, blank=True, on_delete=models.PROTECT, related_name="assignments"
    )
    desk = models.ForeignKey(
        "staff.Desk", null=True, blank=True, on_delete=models.PROTECT, related_name="assignments"
    )
    article = models.ForeignKey(
        "stories.Article",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="assignments",
    )
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    class Meta:
        ordering = ["due_at", "pk"]
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")

    def __str__(self) -> str:
        return self.slugline
