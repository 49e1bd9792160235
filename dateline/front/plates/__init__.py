"""Hold the recipes of the readers' pages, one module a kind of page.

A plate says which addresses an item has and puts a page together out of what its reader
gives: facets, windows and parts. It asks no database and no clock.
"""

from dateline.front.plates import (
    archive,
    article,
    feeds,
    fronts,
    home,
    latest,
    newsfeed,
    people,
    redirects,
    sitemaps,
    standing,
    story,
    story_source,
)

__all__ = [
    "archive",
    "article",
    "feeds",
    "fronts",
    "home",
    "latest",
    "newsfeed",
    "people",
    "redirects",
    "sitemaps",
    "standing",
    "story",
    "story_source",
]
