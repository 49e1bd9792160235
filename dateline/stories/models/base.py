"""What everything with drafts shares: one transaction a publication, previews, a lock."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    Revision,
    RevisionMixin,
    WorkflowMixin,
)

from dateline.stories import previews

from . import drafts, references


class Published(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin):
    """A record with drafts, revisions, workflow, lock, schedule and preview.

    published_at: first publication, never changed by itself; changed_at: the last material
    change. Both belong to the record, not to a revision. Subclasses say what follows from a
    publication in `went_live` and `went_dark`, which run inside the transaction.
    """

    published_at = models.DateTimeField(
        _("first published"), null=True, blank=True, editable=False, db_index=True
    )
    changed_at = models.DateTimeField(
        _("materially changed"), null=True, blank=True, editable=False
    )
    live = models.BooleanField(_("live"), default=False, editable=False)

    KEPT: tuple[str, ...] = ("uid", "published_at", "changed_at")
    """Fields that a revision never brings back."""

    class Meta:
        abstract = True

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Any:
        kept = drafts.mended(cls, data) if check_fks else data
        return super().from_serializable_data(kept, False, strict_fks)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        restored = super().with_content_json(content)
        for name in self.KEPT:
            column = self._meta.get_field(name).attname
            setattr(restored, column, getattr(self, column))
        return restored

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Save a draft; what is live, and so Wagtail's index of references, stays as it is."""
        with references.put_off():
            return super().save_revision(*args, **kwargs)

    def publish(self, revision: Revision, user: Any = None, *args: Any, **kwargs: Any) -> None:
        """Publish a revision: the records and all that follows in one transaction."""
        with transaction.atomic():
            self.may_go_live()
            with references.put_off():
                super().publish(revision, user, *args, **kwargs)
            fresh = type(self)._default_manager.get(pk=self.pk)
            references.write(fresh)
            if not fresh.live:
                return
            fresh.refuse_passed()
            if fresh.published_at is None:
                fresh.published_at = fresh.last_published_at
                fresh.save(update_fields=["published_at"])
            fresh.went_live(by=user, at=fresh.last_published_at)
        self.refresh_from_db()

    def unpublish(
        self,
        set_expired: bool = False,
        commit: bool = True,
        user: Any = None,
        log_action: bool | str = True,
    ) -> None:
        """Take the record off the site: in one transaction with all that follows."""
        with transaction.atomic():
            was_live = self.live
            super().unpublish(set_expired, commit, user, log_action)
            if was_live:
                self.went_dark(by=user, at=timezone.now())

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            self.went_away()
            return super().delete(*args, **kwargs)

    def refuse_passed(self) -> None:
        """Raise when the record would have to be taken down as soon as it is published."""
        if self.expire_at and self.expire_at <= self.last_published_at:
            raise ValidationError(_("The time at which it is to be taken down has passed."))

    def may_go_live(self) -> None:
        """Raise when a rule of the house forbids publication."""

    def went_live(self, *, by: Any, at: datetime) -> None:
        """Tell who listens that the record is live as it is now."""

    def went_dark(self, *, by: Any, at: datetime) -> None:
        """Tell who listens that the record is no longer live."""

    def went_away(self) -> None:
        """Tell who listens that the record is about to be deleted."""

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return HttpResponse(previews.render(self, mode_name))
