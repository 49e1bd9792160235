"""Desks: the newsroom's own teams."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Desk(models.Model):
    """One team of the newsroom, of one edition or of all (edition empty)."""

    slug = models.SlugField(_("slug"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80)
    edition = models.ForeignKey(
        "staff.Edition", null=True, blank=True, on_delete=models.PROTECT, related_name="desks"
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("desk")
        verbose_name_plural = _("desks")

    def __str__(self) -> str:
        return self.name
