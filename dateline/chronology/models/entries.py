"""Entries: one dated line of a story's record, edited once, shown everywhere."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from dateline.chronology import signals
from dateline.chronology.choices import Basis, DateRole, Precision
from dateline.chronology.querysets import EntryQuerySet, StoryEntryQuerySet
from dateline.lib import edtf, multilingual
from dateline.lib.multilingual import TextsByLanguage
from dateline.staff.fields import WordsField
from dateline.stories.models import Hold, Published, Text

NO_LANGUAGE = ""  # has no words, so the original stands
FAR = datetime(9999, 1, 1, tzinfo=UTC)


class Entry(Published, ClusterableModel):
    """One dated paragraph of a chronology.

    when: EDTF, the truth; when_from, when_to (UTC, empty = open), precision, approximate and
    uncertain follow from it at save. sort_at: where it stands; an open start sorts by its end.
    text: a paragraph a language, one marked as the original; empty where the statements say it
    all.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    when = models.CharField(
        _("date (EDTF)"),
        max_length=60,
        help_text=_("2026-08-06, 2026-08, 2026-08-06~, 2026-08-14/.."),
    )
    when_basis = models.CharField(
        _("date comes from"), max_length=14, choices=Basis.choices, default=Basis.STATED
    )
    when_role = models.CharField(
        _("date is"), max_length=10, choices=DateRole.choices, default=DateRole.EVENT
    )
    when_from = models.DateTimeField(null=True, blank=True, editable=False)
    when_to = models.DateTimeField(null=True, blank=True, editable=False)
    sort_at = models.DateTimeField(editable=False, db_index=True)
    precision = models.CharField(max_length=10, choices=Precision.choices, editable=False)
    approximate = models.BooleanField(default=False, editable=False)
    uncertain = models.BooleanField(default=False, editable=False)
    position = models.IntegerField(_("order inside the day"), default=0)
    text = WordsField(_("text"), limit=600, blank=True)
    key = models.BooleanField(_("key entry"), default=False, help_text=_("Shown in short lists."))
    reviewed_at = models.DateTimeField(_("reviewed"), null=True, blank=True, editable=False)
    reviewed_by = models.ForeignKey(
        "staff.User",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="reviewed_entries",
    )
    review_by = models.DateField(_("review by"), null=True, blank=True)

    KEPT = (*Published.KEPT, "reviewed_at", "reviewed_by")

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["sort_at", "position", "pk"]
        verbose_name = _("chronology entry")
        verbose_name_plural = _("chronology entries")
        indexes = [models.Index(fields=["live", "sort_at", "position"])]

    def __str__(self) -> str:
        said = self.words_in(NO_LANGUAGE)
        return f"{self.when} {said}"[:120]

    def clean(self) -> None:
        super().clean()
        try:
            edtf.parse(self.when)
        except edtf.BadDate as why:
            raise ValidationError({"when": str(why)}) from why

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.place_in_time()
        super().save(*args, **kwargs)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        try:
            self.place_in_time()
        except edtf.BadDate as why:
            raise ValidationError({"when": str(why)}) from why
        super().full_clean(*args, **kwargs)

    def place_in_time(self) -> None:
        """Set the fields that follow from `when`; raises edtf.BadDate."""
        date = edtf.parse(self.when)
        self.when_from, self.when_to = date.bounds("UTC")
        self.sort_at = self.when_from or self.when_to or FAR
        self.precision = date.precision
        self.approximate, self.uncertain = date.approximate, date.uncertain

    def words_in(self, language: str) -> str:
        """Return the text in that language, else the original, else of its statements."""
        own = multilingual.text_in(self.text, language).text
        return own or " ".join(one.words_in(language) for one in self.statements.all())

    def may_go_live(self) -> None:
        from dateline.chronology import rules

        Hold.objects.refuse("entry", self.uid, at=self.go_live_at)
        if found := rules.breaches(self):
            raise ValidationError(found)

    def texts(self) -> Iterable[Text]:
        yield from _texts(str(_("text")), self.text)
        for number, statement in enumerate(self.statements.all(), 1):
            for words in statement.words():
                yield from _texts(_("statement %d") % number, words)

    def went_live(self, *, by: Any, at: datetime) -> None:
        signals.entry_published.send(sender=Entry, instance=self, by=by, at=at)

    def went_dark(self, *, by: Any, at: datetime) -> None:
        signals.entry_unpublished.send(sender=Entry, instance=self, by=by, at=at)


def _texts(place: str, kept: TextsByLanguage) -> Iterator[Text]:
    """Yield a text of the entry in each of its languages."""
    for language, words in multilingual.texts(kept).items():
        yield Text(place, language, words)


class StoryEntry(models.Model):
    """An entry's place in a story; an entry may stand in more than one."""

    entry = ParentalKey(Entry, on_delete=models.CASCADE, related_name="story_links")
    story = models.ForeignKey("stories.Story", on_delete=models.PROTECT, related_name="entry_links")

    objects = StoryEntryQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["entry", "story"], name="story_entry_once")]

    def __str__(self) -> str:
        return str(self.story)
