"""Statements and attributions: who said what, when, through whom, with what standing."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from dateline.chronology.choices import AttributionRole, Form, Genre, SourceAct, Standing
from dateline.chronology.querysets import AttributionQuerySet, StatementQuerySet
from dateline.lib import edtf, multilingual
from dateline.lib.multilingual import TextsByLanguage
from dateline.staff.fields import WordsField

from .entries import Entry


class Statement(ClusterableModel):
    """One source's utterance in an entry: what is asserted, without the attribution.

    uid: stable; others point to it, never to the key, for publishing an old revision makes
    children anew. said_when: EDTF, empty = the entry's.
    """

    entry = ParentalKey(Entry, on_delete=models.CASCADE, related_name="statements")
    uid = models.UUIDField(default=uuid.uuid4, unique=True)
    position = models.PositiveSmallIntegerField(default=0)
    text = WordsField(_("what is said"), limit=600)
    form = models.CharField(_("form"), max_length=8, choices=Form.choices, default=Form.INDIRECT)
    act = models.CharField(
        _("act"), max_length=10, choices=SourceAct.choices, default=SourceAct.SAYS
    )
    genre = models.CharField(
        _("kind of statement"), max_length=10, choices=Genre.choices, default=Genre.CLAIM
    )
    standing = models.CharField(
        _("standing"), max_length=10, choices=Standing.choices, default=Standing.CLAIMED
    )
    standing_note = WordsField(_("reason for the standing"), limit=1000, blank=True)
    standing_by = models.ForeignKey(
        "staff.User", null=True, blank=True, on_delete=models.PROTECT, related_name="standings"
    )
    standing_at = models.DateTimeField(null=True, blank=True)
    hedge = WordsField(_("hedge"), limit=60, blank=True)
    said_when = models.CharField(_("said on (EDTF)"), max_length=60, blank=True)
    holds_until = models.DateField(_("holds until"), null=True, blank=True)

    sort_order_field = "position"

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(standing="claimed") | ~models.Q(standing_note={}),
                name="standing_has_a_reason",
                violation_error_message=_("A standing other than claimed needs its reason."),
            ),
            models.CheckConstraint(
                condition=~models.Q(act="declines") | models.Q(standing="claimed"),
                name="a_refusal_has_no_standing",
                violation_error_message=_("A refusal to comment has no standing."),
            ),
        ]

    def __str__(self) -> str:
        return multilingual.text_in(self.text, "").text[:80]

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Any:
        # A statement that was deleted since comes back under a new key; sources that still
        # named the old one would be dropped without a word.
        sources = [{**row, "statement": None} for row in data.get("attributions", [])]
        return super().from_serializable_data(
            {**data, "attributions": sources}, check_fks, strict_fks
        )

    def clean(self) -> None:
        super().clean()
        if self.uid is None:
            self.uid = uuid.uuid4()
        try:
            if self.said_when:
                edtf.parse(self.said_when)
        except edtf.BadDate as why:
            raise ValidationError({"said_when": str(why)}) from why

    def words(self) -> Iterator[TextsByLanguage]:
        """Yield all that readers read of it, each text in its languages."""
        yield from (self.text, self.hedge, self.standing_note)
        for one in self.attributions.all():
            yield from (one.named_as, one.unnamed_as, one.unnamed_reason)

    def words_in(self, language: str) -> str:
        """Return the text in that language, else the original."""
        return multilingual.text_in(self.text, language).text


class Attribution(models.Model):
    """One source's part in a statement, pointing at its characters where it was read.

    start, end: code points into document.text; exact = text[start:end], checked at save.
    """

    statement = ParentalKey(Statement, on_delete=models.CASCADE, related_name="attributions")
    position = models.PositiveSmallIntegerField(default=0)
    role = models.CharField(
        _("role"), max_length=8, choices=AttributionRole.choices, default=AttributionRole.SPEAKER
    )
    agent = models.ForeignKey(
        "agents.Agent",
        verbose_name=_("agent"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attributions",
    )
    named_as = WordsField(_("named here as"), limit=200, blank=True)
    unnamed_as = WordsField(
        _("unnamed source, described"),
        limit=200,
        blank=True,
        help_text=_("As closely as possible: “a dock worker who saw it”."),
    )
    unnamed_reason = WordsField(_("why unnamed"), limit=200, blank=True)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    document = models.ForeignKey(
        "wire.SourceDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attributions",
    )
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    exact = models.TextField(blank=True)
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)

    sort_order_field = "position"

    objects = AttributionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("attribution")
        verbose_name_plural = _("attributions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(start__isnull=True) | models.Q(end__gte=models.F("start")),
                name="attribution_span_runs_forwards",
            )
        ]

    def __str__(self) -> str:
        if self.agent:
            return str(self.agent)
        return multilingual.text_in(self.unnamed_as, "").text

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.document and self.start is not None and self.end is not None:
            found = self.document.excerpt(self.start, self.end)
            if self.exact and self.exact != found:
                raise ValueError(
                    f"span {self.start}:{self.end} holds “{found[:40]}”, not “{self.exact[:40]}”"
                )
            self.exact = found
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if not self.agent_id and not self.unnamed_as:
            raise ValidationError(
                _("An attribution names an agent or describes an unnamed source.")
            )
