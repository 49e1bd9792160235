"""The blocks of an article's body, in the order editors meet them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

INLINE = ["bold", "italic", "link", "superscript", "subscript"]


class QuoteBlock(blocks.StructBlock):
    """Words somebody said, with who said them and as what on that day."""

    text = blocks.RichTextBlock(features=["bold", "italic"], label=_("Words"))
    speaker = SnippetChooserBlock("agents.Agent", required=False, label=_("Speaker"))
    speaker_name = blocks.CharBlock(
        required=False,
        max_length=160,
        label=_("Speaker as named here"),
        help_text=_("Where there is no record, or the wording differs."),
    )
    role = blocks.CharBlock(required=False, max_length=160, label=_("Role on that day"))
    translated_from = blocks.CharBlock(
        required=False, max_length=12, label=_("Translated from (language code)")
    )
    unnamed_reason = blocks.CharBlock(
        required=False, max_length=200, label=_("Why the speaker is not named")
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        named = cleaned.get("speaker") or cleaned.get("speaker_name")
        if not named and not cleaned.get("unnamed_reason"):
            raise blocks.StructBlockValidationError(
                {
                    "speaker": ValidationError(
                        _("A quote needs a speaker, or the reason why nobody is named.")
                    )
                }
            )
        return cleaned


class PictureBlock(blocks.StructBlock):
    """One picture; an empty caption takes the picture's own."""

    picture = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(required=False, max_length=400, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Picture")


class EmbedBlock(blocks.StructBlock):
    """A link card to another site; nothing of it is loaded."""

    url = blocks.URLBlock(label=_("Address"))
    title = blocks.CharBlock(max_length=200, label=_("Title"))
    text = blocks.CharBlock(required=False, max_length=400, label=_("Text"))

    class Meta:
        icon = "link"
        label = _("Link card")


class FactBoxBlock(blocks.StructBlock):
    """A box of facts beside the text."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = blocks.RichTextBlock(features=[*INLINE, "ul", "ol"], label=_("Text"))

    class Meta:
        icon = "list-ul"
        label = _("Fact box")


class NumberBlock(blocks.StructBlock):
    """One number that carries the matter, with what it counts and who says so."""

    number = blocks.CharBlock(max_length=40, label=_("Number"))
    what = blocks.CharBlock(max_length=200, label=_("What it counts"))
    source = blocks.CharBlock(required=False, max_length=160, label=_("Source"))

    class Meta:
        icon = "order"
        label = _("Number")


class BackgroundBlock(blocks.StructBlock):
    """The chronology of a story, shown live: edited once, the same everywhere."""

    story = SnippetChooserBlock("stories.Story", label=_("Story"))
    show = blocks.ChoiceBlock(
        choices=[
            ("all", _("All entries")),
            ("key", _("Key entries only")),
            ("last", _("The last")),
        ],
        default="all",
        label=_("Show"),
    )
    most = blocks.IntegerBlock(
        required=False, min_value=1, max_value=200, label=_("At most this many entries")
    )

    class Meta:
        icon = "history"
        label = _("Background chronology")


class ReadAlsoBlock(blocks.StructBlock):
    """A pointer to another article in the middle of the text."""

    article = SnippetChooserBlock("stories.Article", label=_("Article"))

    class Meta:
        icon = "doc-full"
        label = _("Read also")


class BodyBlock(blocks.StreamBlock):
    """The body of an article."""

    paragraph = blocks.RichTextBlock(features=[*INLINE, "ul", "ol"], label=_("Paragraph"))
    heading = blocks.CharBlock(max_length=160, icon="title", label=_("Heading"))
    quote = QuoteBlock()
    picture = PictureBlock()
    gallery = blocks.ListBlock(PictureBlock(), min_num=2, icon="image", label=_("Gallery"))
    document = DocumentChooserBlock(label=_("Document"))
    embed = EmbedBlock()
    table = TableBlock(label=_("Table"))
    fact_box = FactBoxBlock()
    background = BackgroundBlock()
    read_also = ReadAlsoBlock()
    number = NumberBlock()

    class Meta:
        block_counts = {"background": {"max_num": 2}}


class StandingBlock(blocks.StreamBlock):
    """The body of a standing page."""

    paragraph = blocks.RichTextBlock(features=[*INLINE, "ul", "ol"], label=_("Paragraph"))
    heading = blocks.CharBlock(max_length=160, icon="title", label=_("Heading"))
