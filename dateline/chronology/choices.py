"""The closed sets of the chronology."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Precision(models.TextChoices):
    """The degrees to which an entry's date is known."""

    MINUTE = "minute", _("Minute")
    DAY = "day", _("Day")
    MONTH = "month", _("Month")
    YEAR = "year", _("Year")
    INTERVAL = "interval", _("Interval")


class Basis(models.TextChoices):
    """The places from which an entry's date can come."""

    STATED = "stated", _("Stated")
    YEAR_INFERRED = "year_inferred", _("Year inferred")
    RELATIVE = "relative", _("Relative")
    INHERITED = "inherited", _("Taken from the entry before")
    EDITOR = "editor", _("Set by an editor")


class DateRole(models.TextChoices):
    """The parts that an entry's date can play in what the entry tells."""

    EVENT = "event", _("Date of the event")
    STATEMENT = "statement", _("Date of the statement")
    AS_OF = "as_of", _("As of this date")
    DEADLINE = "deadline", _("Deadline")


class Form(models.TextChoices):
    """The forms in which a statement is given."""

    INDIRECT = "indirect", _("Indirect")
    DIRECT = "direct", _("Direct")
    MIXED = "mixed", _("Mixed")


class SourceAct(models.TextChoices):
    """The things that a source does by a statement: claim, deny, decline and so on."""

    ASSERTS = "asserts", _("Our own voice")
    SAYS = "says", _("Says")
    CONFIRMS = "confirms", _("Confirms")
    DENIES = "denies", _("Denies")
    DECLINES = "declines", _("Refuses to comment")
    URGES = "urges", _("Urges")


class Standing(models.TextChoices):
    """The newsroom's degrees of certainty; all but claimed are an editor's signed verdict."""

    CLAIMED = "claimed", _("Claimed")
    CONFIRMED = "confirmed", _("Confirmed")
    DENIED = "denied", _("Denied")
    REFUTED = "refuted", _("Refuted")
    DISPUTED = "disputed", _("Versions differ")
    CORRECTED = "corrected", _("Corrected")


class Genre(models.TextChoices):
    """The kinds of statement, shown where nothing stronger is to be shown."""

    CLAIM = "claim", _("Claim")
    STATEMENT = "statement", _("Statement")
    ASSESSMENT = "assessment", _("Assessment")


class AttributionRole(models.TextChoices):
    """A source's possible parts in a statement."""

    SPEAKER = "speaker", _("Speaker")
    VIA = "via", _("Through")


class RelationKind(models.TextChoices):
    """The ways in which one statement stands to another."""

    CONTRADICTS = "contradicts", _("Contradicts")
    DENIES = "denies", _("Denies")
    CONFIRMS = "confirms", _("Confirms")
    CORRECTS = "corrects", _("Corrects")
    UPDATES = "updates", _("Updates")
    SAME_AS = "same_as", _("Says the same as")
    ANSWERS = "answers", _("Answers")


SYMMETRIC = frozenset({RelationKind.CONTRADICTS, RelationKind.SAME_AS})
"""Kinds that are stored once, the smaller uid first."""
