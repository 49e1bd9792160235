"""Names by language: the child rows that agents, programmes, sections and tags share."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from dateline.lib import slugs
from dateline.lib.text import typography


class NameRow(models.Model):
    """The name and the slug of one thing in one language; subclasses add the parent.

    SENTENCES: the subclass's texts that are typeset; a name stays as it is looked up.
    """

    SENTENCES: ClassVar[tuple[str, ...]] = ()

    language = models.CharField(_("language"), max_length=12)
    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField(_("slug"), max_length=80, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        if not self.slug:
            self.slug = slugs.slug(self.name, language=self.language)
        for name in self.SENTENCES:
            setattr(self, name, typography(getattr(self, name), self.language))
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def clean(self) -> None:
        if not self.slug and self.name:
            self.slug = slugs.slug(self.name, language=self.language)
