"""The closed sets of the stories room."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _


class Label(models.TextChoices):
    """The labels, strongest first: a list shows one at most."""

    ADVERTISEMENT = "advertisement", _("Advertisement")
    BREAKING = "breaking", _("Breaking")
    LIVE = "live", _("Live")
    CORRECTED = "corrected", _("Corrected")
    EXCLUSIVE = "exclusive", _("Exclusive")
    UPDATED = "updated", _("Updated")
    OPINION = "opinion", _("Opinion")
    ANALYSIS = "analysis", _("Analysis")
    INTERVIEW = "interview", _("Interview")


DERIVED = frozenset({Label.LIVE, Label.CORRECTED, Label.UPDATED})
"""Labels that follow from records and that no editor sets on an article."""

EDITORIAL = [(label.value, label.label) for label in Label if label not in DERIVED]


def ranked(labels: Iterable[str]) -> list[str]:
    """Return known labels once each, strongest first."""
    wanted = set(labels)
    return [label.value for label in Label if label.value in wanted]


class StoryStatus(models.TextChoices):
    """The states of a running story."""

    RUNNING = "running", _("Running")
    DORMANT = "dormant", _("Dormant")
    CLOSED = "closed", _("Closed")


class CorrectionKind(models.TextChoices):
    """The kinds of correction, from a note on an update to a retraction."""

    ERROR = "error", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    UPDATE = "update", _("Update note")
    RETRACTION = "retraction", _("Retraction")


class TargetKind(models.TextChoices):
    """The kinds of thing that a correction or a hold can be about; each value names its model."""

    ARTICLE = "article", _("Article")
    ENTRY = "entry", _("Chronology entry")
    STATEMENT = "statement", _("Statement")
    STORY = "story", _("Story")
    BULLETIN = "bulletin", _("Newsfeed item")
    PICTURE = "picture", _("Picture")
    ATTACHMENT = "attachment", _("Document")


class HoldKind(models.TextChoices):
    """The reasons for which something is held back."""

    EMBARGO = "embargo", _("Embargo")
    LEGAL = "legal", _("Legal")
    SAFETY = "safety", _("Safety")


class BylineRole(models.TextChoices):
    """The parts that a person can have in an article."""

    AUTHOR = "author", _("Author")
    PHOTOGRAPHER = "photographer", _("Photographer")
    TRANSLATOR = "translator", _("Translator")
    EDITOR = "editor", _("Editor")


class Purpose(models.TextChoices):
    """The standing pages for which every edition has an address."""

    IMPRINT = "imprint", _("Imprint")
    CONTACT = "contact", _("Contact")
    ABOUT = "about", _("About us")
    ETHICS = "ethics", _("How we work")
    ACCESS = "access", _("If this site is blocked")


class ZoneKind(models.TextChoices):
    """The zones of a home page that editors fill by hand."""

    LEAD = "lead", _("Lead")
    CLUSTER = "cluster", _("Beside the lead")
    SECOND = "second", _("Seconds")
    STORY = "story", _("Running story")
