"""Words somebody said, with who said them and as what on that day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from dateline.blocks import markup
from dateline.blocks.kind import Kind, Lookup, Named, SamplePlace
from dateline.lib import language_names
from dateline.lib.text import typography, typography_html


@dataclass(frozen=True, slots=True)
class Quote:
    """A long quote with its speaker below.

    html: one or more p. speaker: name as printed (the surname from the second time on);
    address: of the speaker, at the first time only. role: as it was on that day. anonymous:
    words for an unnamed speaker ("a port worker"). reason: why nobody is named.
    translated_from: BCP 47 of the original, "" where it is in the page's language.
    """

    html: str
    speaker: str = ""
    address: str = ""
    role: str = ""
    translated_from: str = ""
    anonymous: str = ""
    reason: str = ""
    kind: str = field(default="quote", init=False)


class QuoteRef(NamedTuple):
    """A quote with its speaker by id."""

    kind: str
    html: str
    speaker_id: int | None
    speaker_name: str
    role: str
    translated_from: str
    reason: str


class QuoteBlock(blocks.StructBlock):
    """The form of a quote: somebody is named, or it says why nobody is."""

    text = blocks.RichTextBlock(features=["bold", "italic"], label=_("Words"))
    speaker = SnippetChooserBlock("agents.Agent", required=False, label=_("Speaker"))
    speaker_name = blocks.CharBlock(
        required=False,
        max_length=160,
        label=_("Speaker as named here"),
        help_text=_("Where there is no record, or the wording differs."),
    )
    role = blocks.CharBlock(required=False, max_length=160, label=_("Role on that day"))
    translated_from = blocks.ChoiceBlock(
        choices=language_names.choices, required=False, label=_("Translated from")
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


class QuoteKind(Kind):
    """A quote with its speaker."""

    name = "quote"
    records = (Quote,)
    words = {"text": typography_html, "role": typography, "unnamed_reason": typography}

    def definition(self) -> blocks.Block:
        return QuoteBlock()

    def parse(self, value: dict[str, Any]) -> Iterable[QuoteRef]:
        html = "".join(
            f"<p>{inside}</p>" if kind == "paragraph" else inside
            for kind, inside in markup.pieces(value["text"])
        )
        speaker = value.get("speaker")
        yield QuoteRef(
            self.name,
            html,
            int(speaker) if speaker else None,
            value.get("speaker_name") or "",
            value.get("role") or "",
            value.get("translated_from") or "",
            value.get("unnamed_reason") or "",
        )

    def named(self, part: QuoteRef) -> Named:
        agents = (part.speaker_id,) if part.speaker_id else ()
        return Named(agents=agents, texts=(part.html,))

    def show(self, part: QuoteRef, lookup: Lookup) -> Iterable[Quote]:
        agent = lookup.agent(part.speaker_id)
        name = part.speaker_name or (agent.name if agent else "")
        first = agent is None or lookup.is_first(agent.id)
        yield Quote(
            html=lookup.linked(part.html),
            speaker=name if first else _surname(name, agent.kind),
            address=agent.address if agent and first else "",
            role=part.role if name and first else "",
            translated_from="" if part.translated_from == lookup.language else part.translated_from,
            anonymous="" if name else part.role,
            reason="" if name else part.reason,
        )

    def sample(self, place: SamplePlace) -> Any:
        words, role, original = SAMPLES[place.language]
        return {
            "text": f"<p>{words}</p>",
            "speaker": place.agent,
            "speaker_name": "",
            "role": role,
            "translated_from": original,
            "unnamed_reason": "",
        }


def _surname(name: str, kind: str) -> str:
    """Return what a person is called from the second time on; bodies keep their name."""
    return name.rpartition(" ")[2] if kind == "person" else name


SAMPLES = {
    "en": ("“We go out when others come in.”", "for the pilots of the harbour", "uk"),
    "uk": ("«Ми виходимо, коли інші вертаються».", "від імені лоцманів порту", "en"),
}
KIND = QuoteKind()
