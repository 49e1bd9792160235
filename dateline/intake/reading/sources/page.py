"""Make the stored text of an HTML page: its metadata first, then its blocks in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree, html

from dateline.intake.reading.errors import UnreadableSource
from dateline.intake.reading.rule_pack import words
from dateline.intake.reading.sources.metadata import Metadata, read_metadata
from dateline.intake.reading.sources.scoring import Weights, is_side, main_part
from dateline.intake.reading.sources.source import Source, SourceBlock
from dateline.intake.reading.sources.spans import cut

BLOCKS = frozenset(
    words("""
    address, article, aside, blockquote, body, caption, dd, details, div, dl, dt, figcaption,
    figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, legend, li, main, nav, ol, p, pre,
    section, summary, table, tbody, td, th, thead, tr, ul""")
)
KEPT = frozenset(
    words("p, li, h1, h2, h3, h4, h5, h6, blockquote, figcaption, td, th, dt, dd, pre, address")
)
SKIPPED = frozenset(
    words("""
    script, style, noscript, template, svg, math, iframe, object, select, button, textarea,
    option, input, canvas, audio, video, map, head, dialog""")
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAKS = re.compile(r"\n[ \n]*\n|\ue001+")


@dataclass
class _Piece:
    """Text gathered for one block while walking the page."""

    words: list[str] = field(default_factory=list)
    linked: int = 0
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Element:
    """One block of a page before it has its offsets."""

    words: str
    tag: str
    parents: tuple[int, ...]
    linked: int
    stamp: str


def divide_page(text: str, *, encoding: str) -> Source:
    """Parse a page and return its stored text with blocks; a page without words has none."""
    root = _parse(text)
    metadata = read_metadata(root)
    walk = _Walk()
    walk.read(root)
    best = main_part(walk.elements, walk.weights)
    stored, blocks = _store(metadata, walk.elements, best)
    return Source(
        text=stored,
        media_type="text/html",
        sha256="",
        encoding=encoding,
        title=metadata.title,
        language=metadata.language,
        url=metadata.url,
        blocks=blocks,
    )


def _parse(text: str) -> html.HtmlElement:
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as why:
        raise UnreadableSource("the page holds no HTML the desk can read") from why
    if any("depth" in error.message.lower() for error in parser.error_log):
        raise UnreadableSource("the page is nested too deeply to be read whole")
    return root


class _Walk:
    """A walk through a page, once and without recursion, that gathers blocks."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.weights = Weights()
        self.piece = _Piece()
        self.open: list[tuple[str, int]] = []
        self.links = 0
        self.number = 0

    def read(self, root: html.HtmlElement) -> None:
        skipping: etree._Element | None = None
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else ""
            if skipping is not None:
                if event == "end" and element is skipping:
                    skipping = None
                    self._say(element.tail)
            elif event == "start" and (tag in SKIPPED or _hidden(element)):
                skipping = element
            elif event == "start":
                self._enter(element, tag)
            else:
                self._leave(element, tag)
        self._flush()

    def _enter(self, element: etree._Element, tag: str) -> None:
        if tag in BLOCKS:
            self._flush()
            self.number += 1
            self.open.append((tag, self.number))
            parent = self.open[-2][1] if len(self.open) > 1 else 0
            self.weights.enter(
                self.number, parent, tag, _names(element), element.get("itemprop", "")
            )
        elif tag == "br":
            self.piece.words.append("\n")
        elif tag == "a":
            self.links += 1
        elif tag == "time" and not self.piece.stamp:
            self.piece.stamp = element.get("datetime", "")[:40]
        self._say(element.text)

    def _leave(self, element: etree._Element, tag: str) -> None:
        if tag in BLOCKS:
            self._flush()
            if self.open:
                self.open.pop()
        elif tag == "a":
            self.links = max(0, self.links - 1)
        self._say(element.tail)

    def _say(self, words: str | None) -> None:
        if words:
            plain = _SPACE.sub(" ", words)
            self.piece.words.append(plain)
            self.piece.linked += len(plain.strip()) if self.links else 0

    def _flush(self) -> None:
        """Close the block at hand; two line breaks part it."""
        piece, self.piece = self.piece, _Piece()
        parts = [_tidy(part) for part in _BREAKS.split("".join(piece.words))]
        tag = next((name for name, _ in reversed(self.open) if name in KEPT), "div")
        parents = tuple(number for _, number in self.open[-12:])
        for part in filter(None, parts):
            linked = min(len(part), piece.linked)
            self.elements.append(Element(part, tag, parents, linked, piece.stamp))


def _tidy(words: str) -> str:
    return "\n".join(filter(None, (re.sub(r" +", " ", line).strip() for line in words.split("\n"))))


def _hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()[:200]
    return (
        "hidden" in element.attrib
        or "display:none" in style
        or element.get("aria-hidden") == "true"
        and element.tag in ("div", "span", "section")
    )


def _names(element: etree._Element) -> str:
    return f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"[:300]


def _store(
    metadata: Metadata, elements: list[Element], best: frozenset[int]
) -> tuple[str, tuple[SourceBlock, ...]]:
    """Lay the blocks out in one text with an empty line between them."""
    rows = [(row, "meta", role, True, "") for role, row in metadata.rows()]
    rows += [
        (
            one.words,
            one.tag,
            "",
            bool(best.intersection(one.parents)) and not is_side(one),
            one.stamp,
        )
        for one in elements
    ]
    text = "\n\n".join(row[0] for row in rows)
    blocks: list[SourceBlock] = []
    at = 0
    for number, (row, tag, role, inside, stamp) in enumerate(rows, start=1):
        span = cut(text, at, at + len(row))
        blocks.append(SourceBlock(span, number, tag, role, inside, stamp))
        at += len(row) + 2
    return text, tuple(blocks)
