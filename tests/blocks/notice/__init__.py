"""A kind of block as a newsroom's own package would bring it: one folder."""

from __future__ import annotations

from dataclasses import dataclass, field

from wagtail.blocks import CharBlock, StructBlock

from dateline.blocks import Kind
from dateline.lib.text import typography


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice to readers, with who gives it."""

    text: str
    giver: str
    kind: str = field(default="notice", init=False)


class NoticeKind(Kind):
    """A notice of one line."""

    name = "notice"
    records = (Notice,)
    words = {"text": typography, "giver": typography}

    def definition(self):
        return StructBlock([("text", CharBlock()), ("giver", CharBlock())])

    def parse(self, value):
        yield Notice(value["text"], value["giver"])

    def sample(self, place):
        return {"text": f"Office closed ({place.language})", "giver": "The front desk"}


KIND = NoticeKind()
