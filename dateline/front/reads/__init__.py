"""Read the records for pages: rows from the database, facets and orders from rows.

One module a noun. A row is what the database holds of one public thing; a facet is what one
use shows of it; cards hold ids of other things, never their names.
"""

from dateline.front.reads import (
    agents,
    article_orders,
    articles,
    attachments,
    bodies,
    bulletins,
    cards,
    corrections,
    editions,
    entries,
    entry_orders,
    entry_words,
    pictures,
    programmes,
    redirects,
    sections,
    standing,
    stories,
    versions,
)

__all__ = [
    "agents",
    "article_orders",
    "articles",
    "attachments",
    "bodies",
    "bulletins",
    "cards",
    "corrections",
    "editions",
    "entries",
    "entry_orders",
    "entry_words",
    "pictures",
    "programmes",
    "redirects",
    "sections",
    "standing",
    "stories",
    "versions",
]
