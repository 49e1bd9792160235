"""Articles: one published piece in one edition, with all that stands around its text."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import TranslatableMixin

from dateline import blocks
from dateline.blocks.fields import BodyField
from dateline.blocks.typesetting import set_stream, texts_of
from dateline.lib import edtf, slugs
from dateline.lib.text import typography
from dateline.media import actions as media
from dateline.media.models import Attachment, Picture
from dateline.staff.fields import CodesField
from dateline.staff.models import Edition
from dateline.stories import signals
from dateline.stories.choices import EDITORIAL, BylineRole, Label, ranked
from dateline.stories.querysets import ArticleQuerySet

from .base import Published, Text
from .corrections import Change, Correction
from .holds import Hold

TYPESET = ("kicker", "headline", "feed_headline", "standfirst", "place", "speaker_role")
"""The fields that readers read, in the language of the edition."""


class Article(Published, TranslatableMixin, ClusterableModel):
    """One published piece in one edition.

    Language versions share translation_key and short_id; uid is this version's own. The
    address is made once, at the first publication, of the day in the edition's zone, slug
    and short_id. event_when and source_when are EDTF; the other two of the four dates,
    published_at and changed_at, come from Published.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    short_id = models.CharField(max_length=10, editable=False, db_index=True)
    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="articles", editable=False
    )
    section = models.ForeignKey(
        "stories.Section",
        verbose_name=_("section"),
        on_delete=models.PROTECT,
        related_name="articles",
    )
    labels = CodesField(_("labels"), codes=EDITORIAL)
    kicker = models.CharField(_("kicker"), max_length=80, blank=True)
    headline = models.CharField(_("headline"), max_length=200)
    feed_headline = models.CharField(
        _("feed headline"),
        max_length=200,
        blank=True,
        help_text=_("Shown in the newsfeed and in lists; empty: the headline."),
    )
    slug = models.SlugField(_("slug"), max_length=80, blank=True)
    slugline = models.CharField(_("slugline"), max_length=60, blank=True)
    standfirst = models.TextField(_("standfirst"), max_length=500, blank=True)
    place = models.CharField(_("dateline place"), max_length=80, blank=True)
    body = BodyField(blocks.ARTICLE, verbose_name=_("body"), blank=True)
    lead_picture = models.ForeignKey(
        "media.Picture",
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="led_articles",
    )
    event_when = models.CharField(_("date of the event (EDTF)"), max_length=60, blank=True)
    source_when = models.CharField(_("date of the source (EDTF)"), max_length=60, blank=True)
    is_lasting = models.BooleanField(
        _("lasting"), default=False, help_text=_("Shows no age notice, however old.")
    )
    speaker = models.ForeignKey(
        "agents.Agent",
        verbose_name=_("who is speaking"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="interviews",
    )
    speaker_role = models.CharField(_("role on that day"), max_length=160, blank=True)
    programme = models.ForeignKey(
        "agents.Programme",
        verbose_name=_("programme"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    host = models.ForeignKey(
        "agents.Agent",
        verbose_name=_("host"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="hosted_articles",
    )
    outlet = models.ForeignKey(
        "agents.Agent",
        verbose_name=_("outlet"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="outlet_articles",
    )
    aired_on = models.DateField(_("aired on"), null=True, blank=True)
    desk = models.ForeignKey(
        "staff.Desk", null=True, blank=True, on_delete=models.PROTECT, related_name="articles"
    )
    document = models.ForeignKey(
        "wire.SourceDocument",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawal_note = models.TextField(blank=True, editable=False)
    behind_since = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text=_("A sister version changed materially after this one was made."),
    )

    KEPT = (
        *Published.KEPT,
        "short_id",
        "edition",
        "withdrawn_at",
        "withdrawal_note",
        "behind_since",
        "document",
    )

    objects = ArticleQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        ordering = ["-published_at", "-pk"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            models.UniqueConstraint(fields=["edition", "short_id"], name="article_short_once")
        ]
        indexes = [
            models.Index(fields=["edition", "live", "-published_at"]),
            models.Index(fields=["edition", "-latest_revision"]),
        ]

    def __str__(self) -> str:
        return self.headline

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        for field in ("event_when", "source_when"):
            try:
                if getattr(self, field):
                    edtf.parse(getattr(self, field))
            except edtf.BadDate as why:
                errors[field] = str(why)
        if {Label.OPINION, Label.EXCLUSIVE} <= set(self.labels):
            errors["labels"] = _("An opinion cannot be an exclusive.")
        if errors:
            raise ValidationError(errors)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.fill_identity()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.fill_identity()
        if not kwargs.get("update_fields"):
            self.set_type()
        super().save(*args, **kwargs)

    def fill_identity(self) -> None:
        """Set edition and locale from each other, the short id and the slug where they lack."""
        if self.edition_id is None and self.has_locale():
            self.edition = Edition.objects.get(locale=self.locale)  # type: ignore[has-type]
        if not self.has_locale() and self.edition_id is not None:
            self.locale = self.edition.locale
        if not self.short_id:
            sister = Article.objects.filter(translation_key=self.translation_key).first()
            self.short_id = sister.short_id if sister else self._free_short_id()
        if not self.slug and self.headline:
            self.slug = slugs.slug(self.headline, language=self.edition.language, limit=70)

    def has_locale(self) -> bool:
        """Return whether a locale is set."""
        return getattr(self, "locale_id", None) is not None

    def set_type(self) -> None:
        """Set the marks and dashes of all its words as its language sets them."""
        language = self.edition.language
        for field in TYPESET:
            setattr(self, field, typography(getattr(self, field), language))
        self.body = set_stream(self.body, language)

    def _free_short_id(self) -> str:
        number = self.translation_key.int
        while Article.objects.filter(short_id=slugs.short_id(number)).exists():
            number = uuid.uuid4().int
        return slugs.short_id(number)

    @property
    def line(self) -> str:
        """Return the headline that lists show."""
        return self.feed_headline or self.headline

    def all_labels(self) -> list[str]:
        """Return the labels set and those that follow from records, strongest first."""
        derived = []
        if self.pk and Correction.objects.public().on("article", self.uid).exists():
            derived.append(Label.CORRECTED)
        if self.changed_at:
            derived.append(Label.UPDATED)
        return ranked([*self.labels, *derived])

    def feed_label(self) -> str:
        """Return the one label a list shows, "" for none; derived ones left aside."""
        return next(iter(ranked(self.labels)), "")

    def texts(self) -> Iterable[Text]:
        language = self.edition.language
        for name in TYPESET:
            yield Text(str(self._meta.get_field(name).verbose_name), language, getattr(self, name))
        for words in texts_of(self.body.get_prep_value()):
            yield Text(str(_("body")), language, words)

    def change(self, *, reason: str, by: Any, at: datetime) -> Change:
        """Record a material change: why, by whom, when."""
        if not reason.strip():
            raise ValidationError({"reason": _("A material change needs a reason.")})
        return Change.objects.create(
            article=self,
            reason=typography(reason, self.edition.language),
            by=by,
            at=at,
            revision=self.latest_revision,
        )

    def may_go_live(self) -> None:
        Hold.objects.refuse("article", self.uid, at=self.go_live_at)
        if self.withdrawn_at:
            raise ValidationError(_("A withdrawn article cannot be published again."))

    def went_live(self, *, by: Any, at: datetime) -> None:
        media.expose_files(self.shown_media())
        signals.article_published.send(sender=Article, instance=self, by=by, at=at)

    def went_dark(self, *, by: Any, at: datetime) -> None:
        signals.article_unpublished.send(sender=Article, instance=self, by=by, at=at)

    def changed_materially(self, *, at: datetime) -> None:
        """Mark the other live language versions behind."""
        sisters = Article.objects.versions_of(self).filter(live=True)
        for sister in sisters:
            Article.objects.filter(pk=sister.pk).update(behind_since=at)
            sister.refresh_from_db()
            signals.article_changed.send(sender=Article, instance=sister)

    def pictures(self) -> list[Picture]:
        """Return the pictures that the article shows, the lead picture first."""
        return [one for one in self.shown_media() if isinstance(one, Picture)]

    def shown_media(self) -> list[Picture | Attachment]:
        """Return the pictures and documents that the article shows, the lead picture first."""
        named = blocks.records_named(blocks.parse_body(self.body.get_prep_value()))
        lead = [self.lead_picture_id] if self.lead_picture_id else []
        ids = dict.fromkeys([*lead, *named.pictures])
        known = Picture.objects.in_bulk(list(ids)) if ids else {}
        documents = named.documents and Attachment.objects.filter(pk__in=named.documents)
        return [*(known[pk] for pk in ids if pk in known), *documents]


class Byline(models.Model):
    """One person's part in an article."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="bylines")
    agent = models.ForeignKey("agents.Agent", on_delete=models.PROTECT, related_name="bylines")
    role = models.CharField(
        _("role"), max_length=14, choices=BylineRole.choices, default=BylineRole.AUTHOR
    )
    position = models.PositiveSmallIntegerField(default=0)

    sort_order_field = "position"

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.agent)


class ArticleStory(models.Model):
    """An article's part in a story; one story at most is its primary."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="story_links")
    story = models.ForeignKey(
        "stories.Story", on_delete=models.PROTECT, related_name="article_links"
    )
    is_primary = models.BooleanField(_("primary"), default=True)

    class Meta:
        ordering = ["-is_primary", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "story"], name="article_story_once"),
            models.UniqueConstraint(
                fields=["article"],
                condition=models.Q(is_primary=True),
                name="article_one_primary_story",
            ),
        ]

    def __str__(self) -> str:
        return str(self.story)


class ArticleTag(models.Model):
    """A subject with which an article is marked."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="tag_links")
    tag = models.ForeignKey("stories.Tag", on_delete=models.PROTECT, related_name="article_links")
    position = models.PositiveSmallIntegerField(default=0)

    sort_order_field = "position"

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["article", "tag"], name="article_tag_once")]

    def __str__(self) -> str:
        return str(self.tag)


class Related(models.Model):
    """A "Read also" below an article, chosen by an editor."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="related_links")
    target = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="related_from")
    position = models.PositiveSmallIntegerField(default=0)

    sort_order_field = "position"

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "target"], name="article_related_once")
        ]

    def __str__(self) -> str:
        return str(self.target)
