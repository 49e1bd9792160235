"""Create and edit: one transaction for saving and publishing, rules as form errors."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.functional import cached_property
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import PreviewSidePanel
from wagtail.models import Locale
from wagtail.snippets.views import snippets

from dateline.newsroom.address_errors import in_sentences
from dateline.newsroom.permissions import editions_for
from dateline.stories.models import Article

from .guards import Guarded
from .old_versions import Revived
from .previews import Sized
from .schedules import ScheduleSaid


class SavedAtOnce(ScheduleSaid, Guarded):
    """A view that saves and publishes in one transaction; the form says what forbids it."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            with in_sentences(), transaction.atomic():
                return super().form_valid(form)  # type: ignore[misc]
        except ValidationError as why:
            return self.refused(form, why)

    def refused(self, form: Any, why: ValidationError) -> HttpResponse:
        """Show the form again with the reason; nothing was saved."""
        form.add_error(None, ValidationError(why.messages))
        self.produced_error_code = "validation_error"
        self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
        self.forget_unsaved(form)
        return self.form_invalid(form)  # type: ignore[attr-defined]

    def forget_unsaved(self, form: Any) -> None:
        """Read the record again: the one in hand carries keys that were rolled back."""
        self.object = self.get_object()  # type: ignore[attr-defined]

    def may(self, action: str) -> bool:
        """Return whether the person may do this to the record in hand."""
        return bool(self.user_has_permission(action))

    def get_available_actions(self) -> list[str]:
        actions = [*super().get_available_actions()]  # type: ignore[misc]
        return [one for one in actions if one != "publish" or self.may("publish")]

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()  # type: ignore[misc]
        sized = [
            Sized(self.object or self.form.instance, self.request, preview_url=one.preview_url)  # type: ignore[attr-defined]
            if isinstance(one, PreviewSidePanel)
            else one
            for one in panels
        ]
        return MediaContainer(sized)


class Create(SavedAtOnce, snippets.CreateView):
    """The view of a new record."""

    def forget_unsaved(self, form: Any) -> None:
        form.instance.pk = None
        form.instance._state.adding = True
        form.instance.latest_revision = None
        self.object = None


class Edit(Revived, SavedAtOnce, snippets.EditView):
    """The view that changes a record."""


class InEdition:
    """A view of a new article in one of the person's editions, by default the first."""

    def get_locale(self) -> Locale | None:
        wanted = self.request.GET.get("locale")  # type: ignore[attr-defined]
        open_to = editions_for(self.request.user)  # type: ignore[attr-defined]
        if wanted:
            open_to = open_to.filter(locale__language_code=wanted)
        edition = open_to.select_related("locale").first()
        if edition is None:
            raise PermissionDenied
        return edition.locale

    def get_preview_url(self) -> str:
        url = super().get_preview_url()  # type: ignore[misc]
        return f"{url}?locale={self.locale.language_code}"  # type: ignore[attr-defined]

    def get_translations(self) -> list[dict[str, Any]]:
        codes = set(
            editions_for(self.request.user).values_list("locale__language_code", flat=True)  # type: ignore[attr-defined]
        )
        rows = super().get_translations()  # type: ignore[misc]
        return [row for row in rows if row["locale"].language_code in codes]


class CreateArticle(InEdition, Create):
    """The view of a new article in one edition."""


class AsksBeforePublishing(Edit):
    """A view that changes a record; before it publishes it offers what asks for readers' words.

    ASKING: the names of the page's buttons and of the views that ask.
    """

    ASKING: ClassVar[dict[str, str]] = {"publish-correction": "publish_correction"}

    def get_available_actions(self) -> list[str]:
        actions = super().get_available_actions()
        if self.object.live and "publish" in actions:
            actions += self.ASKING
        return actions

    def publish_correction_action(self) -> HttpResponseRedirect:
        """Go on to the page that asks what was wrong and what is right; the draft is saved."""
        return self._ask("publish_correction")

    def _ask(self, name: str) -> HttpResponseRedirect:
        viewset = type(self.object).snippet_viewset
        return redirect(viewset.get_url_name(name), self.object.pk)


class EditEntry(AsksBeforePublishing):
    """The view that changes an entry; it offers a correction beside the silent change."""


class EditArticle(AsksBeforePublishing):
    """The view that changes an article; it offers an update and a correction too."""

    ASKING: ClassVar[dict[str, str]] = {
        "publish-update": "publish_update",
        "publish-correction": "publish_correction",
    }

    @cached_property
    def live_article(self) -> Article:
        """Return the article as it stands in the database."""
        return Article.objects.get(pk=self.object.pk)

    def publish_update_action(self) -> HttpResponseRedirect:
        """Go on to the page that asks what was added; the draft is saved."""
        return self._ask("publish_update")
