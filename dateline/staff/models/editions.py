"""Editions: one readership, language and brand each."""

from __future__ import annotations

import zoneinfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class EditionQuerySet(models.QuerySet["Edition"]):
    """Questions about editions."""

    def of_site(self) -> EditionQuerySet:
        """Return the editions that stand in the site's settings, in their order."""
        return self.filter(active=True).order_by("position", "code")


class Edition(models.Model):
    """One readership: a brand, a language, a zone and an address prefix.

    The list comes from dateline.toml (staff.actions.sync_editions); rows that left it stay,
    inactive, since articles point at them.
    """

    code = models.SlugField(_("code"), max_length=20, unique=True, help_text=_("Address prefix."))
    brand = models.CharField(_("brand"), max_length=80)
    tagline = models.CharField(_("tagline"), max_length=160, blank=True)
    language = models.CharField(_("language"), max_length=12)
    locale = models.OneToOneField(
        "wagtailcore.Locale", on_delete=models.PROTECT, related_name="edition"
    )
    zone = models.CharField(_("time zone"), max_length=60, default="UTC")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_default = models.BooleanField(_("default edition"), default=False)
    active = models.BooleanField(_("active"), default=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "code"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def __str__(self) -> str:
        return self.brand

    def clean(self) -> None:
        if self.zone not in zoneinfo.available_timezones():
            raise ValidationError({"zone": _("No such time zone: %s.") % self.zone})

    @property
    def tz(self) -> zoneinfo.ZoneInfo:
        """Return the edition's time zone."""
        return zoneinfo.ZoneInfo(self.zone)
