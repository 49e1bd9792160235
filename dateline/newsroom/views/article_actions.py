"""The acts on one article: update, correction, withdrawal, hold; and lifting a hold."""

from __future__ import annotations

from typing import Any, cast

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from dateline.chronology.models import Entry
from dateline.newsroom import timers
from dateline.newsroom.address_errors import in_sentences
from dateline.newsroom.forms import article_actions as forms
from dateline.newsroom.takedown_messages import report_takedowns
from dateline.staff.models import User
from dateline.stories import actions
from dateline.stories.models import Article, CorrectionText, Hold, ScheduledVersion

from .schedules import scheduled_for


class RecordAction(WagtailAdminTemplateMixin, FormView):
    """One small form about one record, and does one act on it."""

    model: type[Any] | None = None
    index_url_name = ""
    edit_url_name = ""
    template_name = "newsroom/article_action.html"
    header_icon = "doc-full"
    button: Any = ""
    done: Any = ""
    serious = False
    action = "publish"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.target = self.find()
        policy = policy_registry.get(self.target)
        if not policy.user_has_permission_for_instance(request.user, self.action, self.target):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def editor(self) -> User:
        """Return who acts: the newsroom lets nobody in who has not logged in."""
        return cast(User, self.request.user)

    def find(self) -> Any:
        """Return the record that the act is on."""
        return get_object_or_404(Article, pk=self.kwargs["pk"])

    def act(self, answers: dict[str, Any]) -> None:
        """Do the act; a ValidationError is shown in the form."""
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            with report_takedowns(self.request), in_sentences():
                self.act(form.cleaned_data)
        except ValidationError as why:
            form.add_error(None, ValidationError(why.messages))
            return self.form_invalid(form)
        messages.success(self.request, self.success_message())
        return redirect(self.get_success_url())

    def success_message(self) -> str:
        """Return what the editor is told when the act is done."""
        return str(self.done % self.target)

    def get_success_url(self) -> str:
        return reverse(self.edit_url_name, args=[self.target.pk])

    def get_page_subtitle(self) -> str:
        return str(self.target)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        own = {"button": self.button, "serious": self.serious, "back": self.get_success_url()}
        return {**context, **own, "media": context["form"].media, "target": self.target}


class PublishesDraft(RecordAction):
    """A view that publishes the latest draft and what is told of it, or schedules both."""

    def draft(self) -> Article:
        """Return the latest draft, as it would be published; raise where it is locked."""
        lock = self.target.get_lock()
        if lock and lock.for_user(self.editor):
            raise ValidationError(lock.get_message(self.editor))
        latest: Article = self.target.get_latest_revision_as_object()
        return latest

    def get_initial(self) -> dict[str, Any]:
        """Offer what was to appear with a version that was refused at its hour."""
        refused = ScheduledVersion.objects.of(self.target).refused().first()
        kept = {"reason": refused.reason, **(refused.correction or {})} if refused else {}
        return {**super().get_initial(), **kept}

    def success_message(self) -> str:
        return scheduled_for(self.target) or super().success_message()


class PublishUpdate(PublishesDraft):
    """The view that publishes a material change with its reason."""

    form_class = forms.UpdateForm
    page_title = _("Publish as update")
    button = _("Publish update")
    done = _("Update published: %s")

    def act(self, answers: dict[str, Any]) -> None:
        actions.publish_update(
            self.draft(), by=self.editor, at=timezone.now(), reason=answers["reason"]
        )


class PublishCorrection(PublishesDraft):
    """The view that publishes a correction of the version that is live."""

    form_class = forms.CorrectionForm
    page_title = _("Publish with correction")
    button = _("Publish correction")
    done = _("Correction published: %s")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "codes": self.languages()}

    def languages(self) -> list[str]:
        """Return the languages in which readers get the correction: the article's own."""
        return [self.target.edition.language]

    def act(self, answers: dict[str, Any]) -> None:
        text = CorrectionText(**answers)
        actions.publish_correction(self.draft(), text, by=self.editor, at=timezone.now())


class PublishEntryCorrection(PublishCorrection):
    """The view that publishes a correction of an entry, which every edition may show."""

    def find(self) -> Any:
        return get_object_or_404(Entry, pk=self.kwargs["pk"])

    def languages(self) -> list[str]:
        return []


class Withdraw(RecordAction):
    """The view that withdraws an article for good."""

    form_class = forms.WithdrawForm
    page_title = _("Withdraw")
    button = _("Withdraw for good")
    done = _("Withdrawn: %s")
    serious = True

    def act(self, answers: dict[str, Any]) -> None:
        actions.withdraw(self.target, by=self.editor, at=timezone.now(), note=answers["note"])


class PlaceHold(RecordAction):
    """The view that holds an article back from every output."""

    form_class = forms.HoldForm
    page_title = _("Hold")
    button = _("Hold it")
    done = _("Held: %s")
    serious = True

    def act(self, answers: dict[str, Any]) -> None:
        actions.hold(
            self.target,
            kind=answers["kind"],
            reason=answers["reason"],
            until=answers["until"] if answers["kind"] == "embargo" else None,
            by=self.editor,
            at=timezone.now(),
        )


class Lift(RecordAction):
    """The view that lifts a hold, signed by the person who does it."""

    form_class = forms.LiftForm
    page_title = _("Lift the hold")
    button = _("Lift it")
    done = _("Hold lifted: %s")

    def find(self) -> Any:
        self.placed = get_object_or_404(Hold.objects.in_force(), pk=self.kwargs["pk"])
        target = timers.target_of(self.placed)
        if target is None:
            raise ValidationError(gettext("What was held is gone."))
        return target

    def act(self, answers: dict[str, Any]) -> None:
        actions.lift(self.placed, by=self.editor, at=timezone.now(), target=self.target)

    def get_success_url(self) -> str:
        return reverse("holds:index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "placed": self.placed}
