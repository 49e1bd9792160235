"""Places: old addresses that lead to new ones, and the home page's zones."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from dateline.staff.models import Edition
from dateline.stories.choices import ZoneKind
from dateline.stories.signals import zone_changed


class Redirect(models.Model):
    """Is an address of an old site, or one given up by hand, and where it leads now."""

    path = models.CharField(_("old address"), max_length=500, unique=True)
    to = models.CharField(_("new address"), max_length=500)
    code = models.PositiveSmallIntegerField(default=301, choices=[(301, "301"), (302, "302")])
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["path"]
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")

    def __str__(self) -> str:
        return f"{self.path} -> {self.to}"


class Zone(models.Model):
    """Is one place on an edition's home page, filled by hand with an article or a story.

    Editors order zones, not pixels; what is not filled by hand the home page fills by time.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="zones")
    kind = models.CharField(_("zone"), max_length=10, choices=ZoneKind.choices)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    article = models.ForeignKey(
        "stories.Article", null=True, blank=True, on_delete=models.CASCADE, related_name="zones"
    )
    story = models.ForeignKey(
        "stories.Story", null=True, blank=True, on_delete=models.CASCADE, related_name="zones"
    )

    class Meta:
        ordering = ["edition", "kind", "position", "pk"]
        verbose_name = _("home page zone")
        verbose_name_plural = _("home page zones")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(article__isnull=False) ^ models.Q(story__isnull=False),
                name="zone_shows_one_thing",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.article or self.story}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            zone_changed.send(sender=Zone, instance=self)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            edition = self.edition
            gone = super().delete(*args, **kwargs)
            zone_changed.send(sender=Zone, instance=self, edition=edition)
            return gone
