"""Read bodies: the blocks of articles and standing pages, apart from their heads."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from dateline import blocks
from dateline.blocks.quote import QuoteRef
from dateline.front.reads.agents import finals
from dateline.front.reads.prepared_queries import PreparedQuery
from dateline.lib import when
from dateline.press import facet, index, rows
from dateline.stories.models import Article


class Body(NamedTuple):
    """The blocks of one text in order, other things in them by id."""

    blocks: tuple[Any, ...]


class BodyRow(NamedTuple):
    """A body with what its places in orders need."""

    id: int
    edition_id: int
    sort: int
    body: Body


BODIES = PreparedQuery(
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


def parsed(stored: Iterable[Any], final: dict[int, int] | None = None) -> Body:
    """Make plain values of the stored blocks; kinds that the site does not have are left out.

    final: who stands for agents that were merged into others.
    """
    return Body(tuple(_final(one, final or {}) for one in blocks.parse_body(stored)))


def _final(block: Any, final: dict[int, int]) -> Any:
    """Give a quote the agent that stands for its speaker now: orders are made by it."""
    if isinstance(block, QuoteRef) and block.speaker_id in final:
        return block._replace(speaker_id=final[block.speaker_id])
    return block


@facet("article", "body", version=2, rows="body")
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
