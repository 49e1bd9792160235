"""Set the demo's articles: turn blocks as written into the blocks of the records."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from dateline import blocks
from dateline.blocks import gallery
from dateline.lib import text as types
from dateline.lib.languages import language

from .article_files import WrittenBlock
from .calendar import Calendar

BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\[(.+?)\]\(([a-z0-9-]+)\)")
STRAIGHT = re.compile(r'"([^"]*)"')


Made = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class BodyBuilder:
    """A builder of one article's body, by its language and the keys of all that may be shown."""

    language: str
    calendar: Calendar
    people: Mapping[str, int]
    pictures: Mapping[str, int]
    articles: Mapping[str, int]
    stories: Mapping[str, int]
    documents: Mapping[str, int]

    def line(self, text: str) -> str:
        """Return one line of plain text as the house sets it, dates in words."""
        return types.typography(self.calendar.words(text, self.language), self.language)

    def rich(self, text: str) -> str:
        """Return a paragraph's HTML."""
        bold = BOLD.sub(r"<b>\1</b>", escape(self.calendar.words(text, self.language), quote=False))
        linked = LINK.sub(self._linked, bold)
        return types.typography_html(linked, self.language)

    def _linked(self, found: re.Match[str]) -> str:
        target = self.articles.get(found[2])
        if target is None:
            return found[1]
        return f'<a linktype="article" id="{target}">{found[1]}</a>'

    def said(self, text: str) -> str:
        """Return words somebody said, within quotation marks; inner marks are the inner kind."""
        marks = language(self.language).quotation_marks
        opened, closed = marks.inner
        inner = STRAIGHT.sub(rf"{opened}\1{closed}", text)
        for outer, turned in zip(marks.outer, marks.inner, strict=True):
            inner = inner.replace(outer, turned)
        return f"{marks.outer[0]}{self.rich(inner)}{marks.outer[1]}"

    def body(self, blocks: Sequence[WrittenBlock], key: str) -> list[dict[str, Any]]:
        """Return the stream of an article's body; ids are the same at every filling."""
        made = []
        for number, block in enumerate(blocks):
            if block.kind == "also":
                continue
            for kind, value in self._set(block):
                name = f"dateline-demo:{self.language}:{key}:{number}:{kind}"
                made.append({"type": kind, "value": value, "id": str(uuid5(NAMESPACE_URL, name))})
        return made

    def _set(self, block: WrittenBlock) -> list[Made]:
        """Return kind and value of one block; of all kinds that there are for samples."""
        if block.kind != "samples":
            return [SETTERS[block.kind](self, block)]
        agent, *pictures, document, article, story = block.parts
        place = blocks.SamplePlace(
            self.language,
            self.people[agent],
            (self.pictures[pictures[0]], self.pictures[pictures[1]]),
            self.documents[document],
            self.articles[article],
            self.stories[story],
        )
        return [(kind.name, kind.sample(place)) for kind in blocks.kinds(blocks.ARTICLE)]


def _paragraph(setter: BodyBuilder, block: WrittenBlock) -> Made:
    return "paragraph", f"<p>{setter.rich(block.parts[0])}</p>"


def _heading(setter: BodyBuilder, block: WrittenBlock) -> Made:
    return "heading", setter.line(block.parts[0])


def _items(setter: BodyBuilder, block: WrittenBlock) -> Made:
    return "paragraph", _list(setter, block.parts)


def _list(setter: BodyBuilder, items: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{setter.rich(item)}</li>" for item in items) + "</ul>"


def _quote(setter: BodyBuilder, block: WrittenBlock) -> Made:
    text, who, role, translated = block.parts
    speaker = setter.people.get(who)
    withheld = who.removeprefix("?").strip() if who.startswith("?") else ""
    return "quote", {
        "text": f"<p>{setter.said(text)}</p>",
        "speaker": speaker,
        "speaker_name": "" if speaker or withheld else setter.line(who),
        "role": setter.line(role),
        "translated_from": translated,
        "unnamed_reason": setter.line(withheld),
    }


def _picture(setter: BodyBuilder, block: WrittenBlock) -> Made:
    return "picture", {"picture": setter.pictures[block.parts[0]], "caption": ""}


def _gallery(setter: BodyBuilder, block: WrittenBlock) -> Made:
    return "gallery", gallery.items((setter.pictures[name], "") for name in block.parts)


def _embed(setter: BodyBuilder, block: WrittenBlock) -> Made:
    url, title, text = block.parts
    return "embed", {"url": url, "title": setter.line(title), "text": setter.line(text)}


def _number(setter: BodyBuilder, block: WrittenBlock) -> Made:
    number, what, *source = (*block.parts, "")
    agent = setter.people.get(source[0])
    return "number", {
        "number": number,
        "what": setter.line(what),
        "source_agent": agent,
        "source": "" if agent else setter.line(source[0]),
        "as_of": None,
    }


def _table(setter: BodyBuilder, block: WrittenBlock) -> Made:
    return "table", {
        "data": [[setter.line(cell) for cell in row] for row in block.rows],
        "cell": [],
        "mergeCells": [],
        "first_row_is_table_header": True,
        "first_col_is_header": True,
        "table_header_choice": "both",
        "table_caption": setter.line(block.parts[0]),
    }


def _fact(setter: BodyBuilder, block: WrittenBlock) -> Made:
    heading, *items = block.parts
    return "fact_box", {"heading": setter.line(heading), "text": _list(setter, items)}


def _chronology(setter: BodyBuilder, block: WrittenBlock) -> Made:
    story, show, most = block.parts
    return "background", {"story": setter.stories[story], "show": show, "most": int(most)}


def _document(setter: BodyBuilder, block: WrittenBlock) -> Made:
    return "document", setter.documents[block.parts[0]]


def _see(setter: BodyBuilder, block: WrittenBlock) -> Made:
    return "read_also", {"article": setter.articles[block.parts[0]]}


SETTERS: dict[str, Callable[[BodyBuilder, WrittenBlock], Made]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "items": _items,
    "quote": _quote,
    "picture": _picture,
    "gallery": _gallery,
    "embed": _embed,
    "number": _number,
    "table": _table,
    "fact": _fact,
    "chronology": _chronology,
    "document": _document,
    "see": _see,
}
