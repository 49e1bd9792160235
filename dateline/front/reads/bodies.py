"""Read bodies: the blocks of articles and standing pages, apart from their heads."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from dateline.front.reads import markup
from dateline.front.reads.agents import finals
from dateline.front.reads.prepared_queries import Asked
from dateline.front.records import EmbedCard, FactBox, Heading, Link, Number, Table
from dateline.lib import urls, when
from dateline.press import facet, index, rows
from dateline.stories.models import Article


class Passage(NamedTuple):
    """A paragraph (its inside) or a list (whole) of cleaned HTML with our own links."""

    kind: str
    html: str


class QuoteRef(NamedTuple):
    """A quote with its speaker by id."""

    kind: str
    html: str
    speaker_id: int | None
    speaker_name: str
    role: str
    translated_from: str
    reason: str


class PictureRef(NamedTuple):
    """Pictures by id, each with the caption given here."""

    kind: str
    pictures: tuple[tuple[int, str], ...]


class BackgroundRef(NamedTuple):
    """A story's chronology by id; most: at most so many entries, 0 for all."""

    kind: str
    story_id: int
    show: str
    most: int


class ReadAlsoRef(NamedTuple):
    """A pointer to another article."""

    kind: str
    article_id: int


class Body(NamedTuple):
    """The blocks of one text in order, other things in them by id."""

    blocks: tuple[Any, ...]


class BodyRow(NamedTuple):
    """A body with what its places in orders need."""

    id: int
    edition_id: int
    sort: int
    body: Body


BODIES = Asked(
    lambda: Article.objects.public(), "pk", *("pk", "edition_id", "published_at", "body")
)


@rows("article", "body")
def load(ids: Sequence[int]) -> dict[int, BodyRow]:
    """Load the bodies of public articles."""
    final = finals()
    return {
        pk: BodyRow(pk, edition_id, when.sort_key(at), parsed(body.raw_data, final))
        for pk, edition_id, at, body in BODIES(ids)
    }


def row_of(instance: Article, at: Any) -> BodyRow:
    """Make the row of the body of an article in hand; at: its time when it has none yet."""
    sort = when.sort_key(instance.published_at or at)
    body = parsed(instance.body.get_prep_value(), finals())
    return BodyRow(instance.pk or 0, instance.edition_id, sort, body)


def parsed(blocks: Iterable[Any], final: dict[int, int] | None = None) -> Body:
    """Make plain values of the stored blocks; kinds that no page shows are left out.

    final: who stands for agents that were merged into others.
    """
    made: list[Any] = []
    for block in blocks:
        parse = PARSERS.get(block["type"])
        if parse:
            made.extend(parse(block["value"]))
    return Body(tuple(_final(one, final or {}) for one in made))


def _final(block: Any, final: dict[int, int]) -> Any:
    """Give a quote the agent that stands for its speaker now."""
    if isinstance(block, QuoteRef) and block.speaker_id in final:
        return block._replace(speaker_id=final[block.speaker_id])
    return block


def _paragraph(value: str) -> Iterable[Any]:
    return [Passage(kind, html) for kind, html in markup.pieces(value)]


def _heading(value: str) -> Iterable[Any]:
    return [Heading(value)]


def _quote(value: dict[str, Any]) -> Iterable[Any]:
    html = "".join(
        f"<p>{inside}</p>" if kind == "paragraph" else inside
        for kind, inside in markup.pieces(value["text"])
    )
    speaker = value.get("speaker")
    yield QuoteRef(
        "quote",
        html,
        int(speaker) if speaker else None,
        value.get("speaker_name") or "",
        value.get("role") or "",
        value.get("translated_from") or "",
        value.get("unnamed_reason") or "",
    )


def _picture(value: dict[str, Any]) -> Iterable[Any]:
    if value.get("picture"):
        yield PictureRef("picture", ((int(value["picture"]), value.get("caption") or ""),))


def _gallery(value: list[Any]) -> Iterable[Any]:
    items = [one.get("value", one) for one in value]
    pictures = tuple(
        (int(one["picture"]), one.get("caption") or "") for one in items if one.get("picture")
    )
    if pictures:
        yield PictureRef("gallery", pictures)


def _embed(value: dict[str, Any]) -> Iterable[Any]:
    if urls.is_web(value["url"]):
        yield EmbedCard(
            value["title"], value["url"], urls.host_of(value["url"]), value.get("text") or ""
        )


def _table(value: dict[str, Any] | None) -> Iterable[Any]:
    data = [tuple(str(cell or "") for cell in row) for row in (value or {}).get("data") or ()]
    if not value or not data:
        return
    headed = bool(
        value.get("first_row_is_table_header") or value.get("table_header_choice") == "row"
    )
    yield Table(
        rows=tuple(data[1:] if headed else data),
        head=data[0] if headed else (),
        caption=value.get("table_caption") or "",
        row_heads=bool(value.get("first_col_is_header")),
    )


def _facts(value: dict[str, Any]) -> Iterable[Any]:
    yield FactBox(value["heading"], markup.clean(value["text"]))


def _background(value: dict[str, Any]) -> Iterable[Any]:
    if value.get("story"):
        yield BackgroundRef(
            "background", int(value["story"]), value.get("show") or "all", value.get("most") or 0
        )


def _read_also(value: dict[str, Any]) -> Iterable[Any]:
    if value.get("article"):
        yield ReadAlsoRef("readalso", int(value["article"]))


def _number(value: dict[str, Any]) -> Iterable[Any]:
    source = Link(value["source"]) if value.get("source") else None
    yield Number(value["number"], value["what"], source)


PARSERS: dict[str, Callable[[Any], Iterable[Any]]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "quote": _quote,
    "picture": _picture,
    "gallery": _gallery,
    "embed": _embed,
    "table": _table,
    "fact_box": _facts,
    "background": _background,
    "read_also": _read_also,
    "number": _number,
}


@facet("article", "body", version=1, rows="body")
def body(row: BodyRow) -> Body:
    """Return the blocks of an article."""
    return row.body


class Quotes(NamedTuple):
    """An article's quotes apart from its text, for the pages of its speakers."""

    quotes: tuple[QuoteRef, ...]


@facet("article", "quotes", version=1, rows="body")
def quotes(row: BodyRow) -> Quotes:
    """Return the quotes of an article that have a speaker on record."""
    found = (one for one in row.body.blocks if isinstance(one, QuoteRef))
    return Quotes(tuple(one for one in found if one.speaker_id))


@index("quoted", kind="article", rows="body")
def by_speaker(row: BodyRow) -> Iterable[tuple[str, int]]:
    """Order the articles in which somebody is quoted."""
    speakers = {one.speaker_id for one in quotes(row).quotes if one.speaker_id}
    for agent_id in sorted(speakers):
        yield f"quoted:{row.edition_id}:{agent_id}", row.sort
