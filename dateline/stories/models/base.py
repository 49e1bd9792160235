"""What everything with drafts shares: one verb publishes, previews, a lock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    Revision,
    RevisionMixin,
    WorkflowMixin,
)

from dateline.lib.multilingual import NOTHING, TextsByLanguage
from dateline.staff.actions import log
from dateline.staff.signatures import signature
from dateline.stories import previews, signals
from dateline.stories.choices import CorrectionKind

from . import drafts, publication, references
from .corrections import Correction


class Text(NamedTuple):
    """One plain text of a version: the name of its place, its language, its words."""

    place: str
    language: str
    words: str


class Published(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin):
    """A record with drafts, revisions, workflow, lock, schedule and preview.

    published_at: first publication, never changed by itself; changed_at: the last material
    change. Both belong to the record, not to a revision. Subclasses say in `may_go_live` what
    forbids a publication, and what follows from one in `went_live` and `went_dark`, which run
    inside the transaction.
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
        kept = drafts.without_deleted_rows(cls, data) if check_fks else data
        return super().from_serializable_data(kept, False, strict_fks)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        restored = super().with_content_json(content)
        for name in self.KEPT:
            column = self._meta.get_field(name).attname
            setattr(restored, column, getattr(self, column))
        return restored

    def save_revision(self, *args: Any, clean: bool = True, **kwargs: Any) -> Revision:
        """Save a draft; what is live, and so Wagtail's index of references, stays as it is.

        The revision in hand says whether its content was cleaned: nothing is cleaned twice.
        """
        with references.put_off():
            revision = super().save_revision(*args, clean=clean, **kwargs)
        revision.is_cleaned = clean
        return revision

    def publish(
        self,
        revision: Revision,
        user: Any = None,
        *args: Any,
        occasion: publication.Occasion | None = None,
        skip_permission_checks: bool = False,
        **kwargs: Any,
    ) -> None:
        """Publish a revision, or schedule it where it has an hour, in one transaction.

        Every way to publish ends here: our actions, Wagtail's forms and workflows, timers.
        occasion: who, when and why; without one the user publishes now.
        """
        said = occasion or publication.Occasion(
            by=user or signature().by, at=timezone.now(), skip_checks=skip_permission_checks
        )
        with transaction.atomic():
            publication.publish(PublishRevisionAction(revision, user, *args, **kwargs), said)
        self.refresh_from_db()

    def unpublish(
        self,
        set_expired: bool = False,
        commit: bool = True,
        user: Any = None,
        log_action: bool | str = True,
        *,
        at: datetime | None = None,
    ) -> None:
        """Take a live record off the site, in one transaction with all that follows."""
        if not self.live:
            return
        moment = at or timezone.now()
        why = "expiry" if set_expired else ""
        with transaction.atomic():
            publication.cancel(self, by=user, at=moment, why="unpublished")
            super().unpublish(set_expired, commit, user, log_action)
            self.went_dark(by=user, at=moment)
            signals.record_unpublished.send(sender=type(self), instance=self)
            log("unpublish", self, by=user, at=moment, why=why)

    def may_go_live(self) -> None:
        """Raise when a rule of the house forbids the publication of this version."""

    def went_live(self, *, by: Any, at: datetime) -> None:
        """Tell who listens that the record is live as it is now."""

    def texts(self) -> Iterable[Text]:
        """Return the plain texts that readers are given of this version, each with its place."""
        return ()

    def correct(
        self,
        *,
        was: TextsByLanguage,
        now: TextsByLanguage,
        by: Any,
        at: datetime,
        kind: str = CorrectionKind.ERROR,
        reason: TextsByLanguage = NOTHING,
    ) -> Correction:
        """Record a correction of the version that is live now."""
        return Correction.objects.create(
            target_kind=self._meta.model_name,
            target_uid=self.uid,
            revision=self.live_revision,
            kind=kind,
            was=dict(was),
            now=dict(now),
            reason=dict(reason),
            by=by,
            at=at,
        )

    def changed_materially(self, *, at: datetime) -> None:
        """Tell who listens that what went live is an update or a correction."""

    def went_dark(self, *, by: Any, at: datetime) -> None:
        """Tell who listens that the record is no longer live."""

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return HttpResponse(previews.render(self, mode_name))
