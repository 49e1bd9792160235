"""The blocks of an article's body. `kind` chooses the macro in templates/parts/blocks.html."""

from dataclasses import dataclass, field
from datetime import date

from dateline.front.records.chronology import ChronologyDay
from dateline.front.records.lists import Card
from dateline.front.records.page import Link
from dateline.front.records.pictures import Picture


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; html is the inside of the p."""

    html: str
    kind: str = field(default="paragraph", init=False)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in the text; html is the whole ul or ol."""

    html: str
    kind: str = field(default="list", init=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the text (h2)."""

    text: str
    kind: str = field(default="heading", init=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """A long quote with its speaker below.

    html: one or more p. speaker: name as printed (the surname from the second time on);
    address: of the speaker, printed at the first time only. role: as it was on that day.
    first: first quote of this speaker on the page. language: BCP 47 when the quote is not in
    the page's language. translated_from: BCP 47 of the original. anonymous: words for an
    unnamed speaker ("a port worker"), with the reason why.
    """

    html: str
    speaker: str = ""
    address: str = ""
    role: str = ""
    first: bool = True
    language: str = ""
    translated_from: str = ""
    anonymous: str = ""
    reason: str = ""
    source: str = ""
    kind: str = field(default="quote", init=False)


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture in the text; lead: the first one on the page, loaded at once."""

    picture: Picture
    lead: bool = False
    kind: str = field(default="picture", init=False)


@dataclass(frozen=True, slots=True)
class Gallery:
    """Several pictures under one title."""

    pictures: tuple[Picture, ...]
    title: str = ""
    kind: str = field(default="gallery", init=False)


@dataclass(frozen=True, slots=True)
class Document:
    """Offer a document: title, type in words ("PDF"), size in bytes."""

    title: str
    address: str
    type: str = ""
    size: int = 0
    kind: str = field(default="document", init=False)


@dataclass(frozen=True, slots=True)
class EmbedCard:
    """Something of another site as a link card; nothing is fetched from there."""

    title: str
    address: str
    provider: str = ""
    text: str = ""
    kind: str = field(default="embed", init=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; head: first row; row_heads: the first cell of each row is a heading."""

    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()
    caption: str = ""
    row_heads: bool = False
    kind: str = field(default="table", init=False)


@dataclass(frozen=True, slots=True)
class FactBox:
    """Facts beside the text; html: p, ul, ol."""

    title: str
    html: str
    kind: str = field(default="facts", init=False)


@dataclass(frozen=True, slots=True)
class ReadAlso:
    """Point to other articles in the middle of the text."""

    cards: tuple[Card, ...]
    kind: str = field(default="readalso", init=False)


@dataclass(frozen=True, slots=True)
class Number:
    """One number from data, large, with what it counts and where it is from."""

    value: str
    text: str
    source: Link | None = None
    as_of: date | None = None
    kind: str = field(default="number", init=False)


@dataclass(frozen=True, slots=True)
class Background:
    """A story's chronology inside an article, the older part folded.

    folded: older days, in <details>; days: the recent part, open. entries: all together.
    first and last: dates of the first and the last entry; first_in: how exact the first is,
    day, month or year, and last_in how exact the last. after: date of the newest entry if it is
    later than the article ("updated since this article"). Also the template
    "parts/background.html" with `edition` and `background`, for a part of the press.
    """

    title: str
    address: str
    days: tuple[ChronologyDay, ...]
    folded: tuple[ChronologyDay, ...] = ()
    entries: int = 0
    first: date | None = None
    first_in: str = "day"
    last: date | None = None
    last_in: str = "day"
    versions: bool = False
    after: date | None = None
    anchor: str = "background"
    kind: str = field(default="background", init=False)


Block = (
    Paragraph
    | Listing
    | Heading
    | Quote
    | PictureBlock
    | Gallery
    | Document
    | EmbedCard
    | Table
    | FactBox
    | ReadAlso
    | Number
    | Background
)
