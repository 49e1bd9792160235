"""Places: old addresses that lead to new ones, and the home page's zones."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from dateline.lib import urls
from dateline.lib.reserved import FIRST_PARTS
from dateline.staff.models import Edition
from dateline.stories.choices import ZoneKind
from dateline.stories.querysets import RedirectQuerySet
from dateline.stories.signals import redirects_changed, zone_changed


class Redirect(models.Model):
    """An address of an old site, or one given up by hand, and where it leads now.

    Raises what the press says (press.errors.Refused) where a page stands at the old address, or
    where it would lead back to itself.
    """

    path = models.CharField(
        _("old address"),
        max_length=500,
        unique=True,
        help_text=_(
            "As readers ask for it: it begins with “/”, has no “?” and no “#”,"
            " and no page of the site stands there."
        ),
    )
    to = models.CharField(
        _("new address"),
        max_length=500,
        help_text=_("A page of the site, from “/” on, or the whole address of another site."),
    )
    at = models.DateTimeField(auto_now_add=True)

    objects = RedirectQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")

    def __str__(self) -> str:
        return f"{self.path} -> {self.to}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            redirects_changed.send(sender=Redirect, keys=(self.pk,))

    def clean(self) -> None:
        super().clean()
        wrong = {}
        for name, spell in (("path", urls.page_path), ("to", urls.destination)):
            try:
                setattr(self, name, spell(getattr(self, name)))
            except urls.BadAddress:
                wrong[name] = _("This is no such address: %s") % getattr(self, name)
        if "path" not in wrong and self.path.split("/")[1] in FIRST_PARTS:
            wrong["path"] = _("“%s” is an address of the site itself.") % self.path
        if wrong:
            raise ValidationError(wrong)


class Zone(models.Model):
    """One place on an edition's home page, filled by hand with an article or a story.

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
