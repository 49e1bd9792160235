"""The chronology of a story inside an article: edited once, the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, ChoiceBlock, IntegerBlock, StructBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from dateline.blocks.kind import Kind, Lookup, Named, SamplePlace


@dataclass(frozen=True, slots=True)
class Background:
    """A story's chronology inside an article, the older part folded.

    folded: older days, in <details>; days: the recent part, open; none of both in feeds, which
    link to the story. entries: all together. first and last: dates of the first and the last
    entry; first_in: how exact the first is, day, month or year, and last_in how exact the last.
    after: date of the newest entry if it is later than the article ("updated since this
    article").
    """

    title: str
    address: str
    days: tuple[Any, ...] = ()
    folded: tuple[Any, ...] = ()
    entries: int = 0
    first: date | None = None
    first_in: str = "day"
    last: date | None = None
    last_in: str = "day"
    versions: bool = False
    after: date | None = None
    anchor: str = "background"
    kind: str = field(default="background", init=False)


class BackgroundRef(NamedTuple):
    """A story's chronology by id; most: at most so many entries, 0 for all."""

    kind: str
    story_id: int
    show: str
    most: int


class BackgroundForm(StructBlock):
    """The chronology of a story, shown live: edited once, the same everywhere."""

    story = SnippetChooserBlock("stories.Story", label=_("Story"))
    show = ChoiceBlock(
        choices=[
            ("all", _("All entries")),
            ("key", _("Key entries only")),
            ("last", _("The last")),
        ],
        default="all",
        label=_("Show"),
    )
    most = IntegerBlock(
        required=False, min_value=1, max_value=200, label=_("At most this many entries")
    )

    class Meta:
        icon = "history"
        label = _("Background chronology")


class BackgroundKind(Kind):
    """A story's chronology."""

    name = "background"
    records = (Background,)
    most = 2

    def definition(self) -> Block:
        return BackgroundForm()

    def parse(self, value: dict[str, Any]) -> Iterable[BackgroundRef]:
        if value.get("story"):
            show, most = value.get("show") or "all", value.get("most") or 0
            yield BackgroundRef(self.name, int(value["story"]), show, most)

    def named(self, part: BackgroundRef) -> Named:
        return Named(stories=(part.story_id,))

    def show(self, part: BackgroundRef, lookup: Lookup) -> Iterable[Background]:
        made = lookup.background(part)
        if made:
            yield made

    def sample(self, place: SamplePlace) -> Any:
        return {"story": place.story, "show": "last", "most": 3}


KIND = BackgroundKind()
