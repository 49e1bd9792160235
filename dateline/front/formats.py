"""Formats of feeds beside RSS: what the site's own package registers, by the file's suffix."""

from collections.abc import Callable
from typing import NamedTuple

from dateline.front.records import Edition, FeedView


class FeedFormat(NamedTuple):
    """A media type, and what makes the whole text of a feed's file."""

    media_type: str
    make: Callable[[FeedView, Edition], str]


FORMATS: dict[str, FeedFormat] = {}
