"""Questions about articles, stories and holds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models, transaction

from dateline.staff.querysets import held_uids
from dateline.stories.signals import redirects_changed

if TYPE_CHECKING:
    from .models import (  # noqa: E501, F401
        Article,
        Edition,
        Hold,
        Redirect,
        ScheduledVersion,
        Section,
        StandingPage,
        Story,
    )


AT_ONCE = 1000


class ArticleQuerySet(models.QuerySet["Article"]):
    """Questions about articles."""

    def public(self) -> ArticleQuerySet:
        """Return what readers may see: live, published, not withdrawn, under no hold in force."""
        shown = self.filter(live=True, withdrawn_at=None, published_at__isnull=False)
        return shown.exclude(uid__in=held_uids("article"))

    def of(self, edition: Edition) -> ArticleQuerySet:
        """Return the articles of one edition."""
        return self.filter(edition=edition)

    def latest_first(self) -> ArticleQuerySet:
        """Order by first publication, newest first."""
        return self.order_by("-published_at", "-pk")

    def drafts(self) -> ArticleQuerySet:
        """Return articles with changes that readers do not see yet."""
        return self.filter(models.Q(live=False) | models.Q(has_unpublished_changes=True))

    def versions_of(self, article: Article) -> ArticleQuerySet:
        """Return the other language versions of an article."""
        return self.filter(translation_key=article.translation_key).exclude(pk=article.pk)


class StoryQuerySet(models.QuerySet["Story"]):
    """Questions about stories."""

    def public(self) -> StoryQuerySet:
        """Return stories that have a page and are under no hold in force."""
        return self.filter(public=True).exclude(uid__in=held_uids("story"))


class StandingPageQuerySet(models.QuerySet["StandingPage"]):
    """Questions about standing pages."""

    def public(self) -> StandingPageQuerySet:
        """Return the live standing pages; no hold names one."""
        return self.filter(live=True)


class SectionQuerySet(models.QuerySet["Section"]):
    """Questions about sections."""

    def in_language(self, language: str) -> SectionQuerySet:
        """Return the sections that have a name in that language, in their order."""
        return self.filter(names__language=language).order_by("position", "pk")


class ScheduledVersionQuerySet(models.QuerySet["ScheduledVersion"]):
    """Questions about scheduled versions."""

    def of(self, record: Any) -> ScheduledVersionQuerySet:
        """Return the versions of one record that wait, or were refused at their hour."""
        return self.filter(target_kind=record._meta.label_lower, target_pk=record.pk)

    def waiting(self) -> ScheduledVersionQuerySet:
        """Return the versions that wait for their hour."""
        return self.filter(failed_at=None)

    def refused(self) -> ScheduledVersionQuerySet:
        """Return the versions that the rules did not let go live at their hour."""
        return self.filter(failed_at__isnull=False)


class HoldQuerySet(models.QuerySet["Hold"]):
    """Questions about holds."""

    def in_force(self) -> HoldQuerySet:
        """Return holds that nobody has lifted; a passed embargo is lifted by its timer."""
        return self.filter(lifted_at=None)

    def on(self, kind: str, uid: UUID | Any) -> HoldQuerySet:
        """Return the holds on one thing."""
        return self.filter(target_kind=kind, target_uid=uid)

    def due(self, at: datetime) -> HoldQuerySet:
        """Return embargoes in force whose time has come."""
        return self.in_force().filter(kind="embargo", until__lte=at)


class RedirectQuerySet(models.QuerySet["Redirect"]):
    """Redirects written in bulk; what is written so is told as what is saved one by one."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        with transaction.atomic():
            made = super().bulk_create(objs, *args, **kwargs)
            self._tell("path", [one.path for one in made])
            return made

    def update(self, **values: Any) -> int:
        with transaction.atomic():
            keys = list(self.values_list("pk", flat=True))
            count = super().update(**values)
            self._tell("pk", keys)
            return count

    update.alters_data = True  # type: ignore[attr-defined]

    def _tell(self, column: str, values: list[Any]) -> None:
        for start in range(0, len(values), AT_ONCE):
            some = {f"{column}__in": values[start : start + AT_ONCE]}
            keys = self.model._default_manager.filter(**some).values_list("pk", flat=True)
            redirects_changed.send(sender=self.model, keys=tuple(keys))
