"""One number that carries the matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, CharBlock, DateBlock, StructBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from dateline.blocks.kind import Kind, Lookup, Named, SamplePlace
from dateline.lib.text import typography


@dataclass(frozen=True, slots=True)
class Number:
    """One number, large, with what it counts, whose it is and of what day.

    source: in words; address: of the source's page, "" for none.
    """

    value: str
    text: str
    source: str = ""
    address: str = ""
    as_of: date | None = None
    kind: str = field(default="number", init=False)


class NumberRef(NamedTuple):
    """A number with its source by id, in words, or both: then the words name the record."""

    kind: str
    value: str
    text: str
    source: str
    source_id: int | None
    as_of: date | None


class NumberForm(StructBlock):
    """One number that carries the matter, with what it counts and who says so."""

    number = CharBlock(max_length=40, label=_("Number"))
    what = CharBlock(max_length=200, label=_("What it counts"))
    source_agent = SnippetChooserBlock("agents.Agent", required=False, label=_("Source"))
    source = CharBlock(
        required=False,
        max_length=160,
        label=_("Source as named here"),
        help_text=_("Where there is no record, or the wording differs."),
    )
    as_of = DateBlock(required=False, label=_("As of"))

    class Meta:
        icon = "order"
        label = _("Number")


class NumberKind(Kind):
    """A number with its source."""

    name = "number"
    records = (Number,)
    words = {"what": typography, "source": typography}

    def definition(self) -> Block:
        return NumberForm()

    def parse(self, value: dict[str, Any]) -> Iterable[NumberRef]:
        agent, day = value.get("source_agent"), value.get("as_of")
        yield NumberRef(
            self.name,
            value["number"],
            value["what"],
            value.get("source") or "",
            int(agent) if agent else None,
            date.fromisoformat(str(day)[:10]) if day else None,
        )

    def named(self, part: NumberRef) -> Named:
        return Named(agents=(part.source_id,) if part.source_id else ())

    def show(self, part: NumberRef, lookup: Lookup) -> Iterable[Number]:
        agent = lookup.agent(part.source_id)
        source = part.source or (agent.name if agent else "")
        address = agent.address if agent else ""
        yield Number(part.value, part.text, source, address, part.as_of)

    def sample(self, place: SamplePlace) -> Any:
        return {
            "number": "420",
            "what": SAMPLES[place.language],
            "source_agent": place.agent,
            "source": "",
            "as_of": "2026-06-30",
        }


SAMPLES = {
    "en": "ships taken in and out in two months",
    "uk": "суден проведено за два місяці",
}
KIND = NumberKind()
