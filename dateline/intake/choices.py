"""The closed sets of the import desk."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DraftStatus(models.TextChoices):
    """The states of an import."""

    OPEN = "open", _("Open")
    APPLIED = "applied", _("Applied")
    DISCARDED = "discarded", _("Discarded")


class Strength(models.TextChoices):
    """The degrees to which a rule is sure."""

    SURE = "sure", _("Sure")
    LIKELY = "likely", _("Check")
    GUESS = "guess", _("Unknown")


class SuggestionState(models.TextChoices):
    """An editor's decisions on a suggestion."""

    PENDING = "pending", _("Pending")
    ACCEPTED = "accepted", _("Accepted")
    CHANGED = "changed", _("Changed")
    REJECTED = "rejected", _("Rejected")


SUGGESTION_KINDS = [
    (kind, kind)
    for kind in (
        "headline",
        "label",
        "published",
        "lead",
        "provenance",
        "quote",
        "paragraph",
        "entry",
        "statement",
        "attribution",
        "tag",
        "feed_item",
        "defect",
        "site_name",
        "subheading",
    )
]
