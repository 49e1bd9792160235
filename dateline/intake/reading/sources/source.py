"""Turn raw bytes into a source: the text that every offset of a draft points into."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from dateline.intake.reading.errors import UnreadableSource
from dateline.intake.reading.sources.decoding import Decoded, decode, is_page
from dateline.intake.reading.sources.spans import Span

LIMIT = 5 * 1024 * 1024
MOST_BLOCKS = 50_000
READABLE = ("", "application/octet-stream", "application/xhtml+xml", "application/xml")


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """One line, paragraph or element of the source, before anybody has said what it is.

    number: line of a text, running number of a page's block; both from 1.
    tag: the element of a page ("p", "h1", "li", "meta"), "" in a text.
    role: what a page's own metadata calls the block ("headline", "published", …).
    inside: the block belongs to the article's body as far as its markup tells.
    stamp: machine-readable time of a <time> element within.
    """

    span: Span
    number: int
    tag: str = ""
    role: str = ""
    inside: bool = True
    stamp: str = ""

    @property
    def text(self) -> str:
        return self.span.exact


@dataclass(frozen=True, slots=True)
class Source:
    """What came in: its text, its blocks, and the fingerprint of its bytes."""

    text: str
    media_type: str
    sha256: str
    encoding: str
    name: str = ""
    title: str = ""
    language: str = ""
    url: str = ""
    replaced: int = 0
    blocks: tuple[SourceBlock, ...] = field(default=(), repr=False)


def load(body: bytes, *, media_type: str | None = None, name: str = "") -> Source:
    """Decode a text or a page and divide it into blocks.

    Raises UnreadableSource with one line that says why.
    """
    _refuse(body, media_type)
    decoded = decode(body, media_type=media_type)
    page = is_page(decoded.text, media_type)
    fingerprint = sha256(body).hexdigest()
    source = _from_page(decoded) if page else _from_text(decoded)
    if not source.text.strip():
        raise UnreadableSource("the source holds no words to read")
    if len(source.blocks) > MOST_BLOCKS:
        count = len(source.blocks)
        raise UnreadableSource(f"the source has {count} paragraphs, the limit is {MOST_BLOCKS}")
    return Source(
        text=source.text,
        media_type="text/html" if page else "text/plain",
        sha256=fingerprint,
        encoding=decoded.encoding,
        name=name,
        title=source.title,
        language=source.language,
        url=source.url,
        replaced=decoded.replaced,
        blocks=source.blocks,
    )


def _refuse(body: bytes, media_type: str | None) -> None:
    kind = (media_type or "").partition(";")[0].strip().lower()
    if not body.strip():
        raise UnreadableSource("the source is empty")
    if len(body) > LIMIT:
        size, limit = len(body) / 2**20, LIMIT // 2**20
        raise UnreadableSource(f"the source is too large: {size:.1f} MB, the limit is {limit} MB")
    if kind not in READABLE and not kind.startswith("text/"):
        raise UnreadableSource(f"the source is {kind}; the desk reads plain text and HTML")


def _from_page(decoded: Decoded) -> Source:
    from dateline.intake.reading.sources.page import divide_page

    return divide_page(decoded.text, encoding=decoded.encoding)


def _from_text(decoded: Decoded) -> Source:
    from dateline.intake.reading.sources.lines import divide_text

    return Source(
        text=decoded.text,
        media_type="text/plain",
        sha256="",
        encoding=decoded.encoding,
        blocks=divide_text(decoded.text),
    )
