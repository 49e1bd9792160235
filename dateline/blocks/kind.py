"""What a kind of block is: one object that holds all that the house knows of it.

A kind lives in a folder of its own: `__init__.py` with a class below `Kind` and its one object
KIND, `page.html` and `feed.html` with the macros `page(one)` and `feed(one)`, `style.css` if it
has styles. Other rooms ask the registry, and name no kind.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from wagtail.blocks import Block

Typesetter = Callable[[str, str], str]
"""Takes a text and its language; returns the text as that language sets it."""

ARTICLE, STANDING = "article", "standing"


class Named(NamedTuple):
    """The records that a block names, by id, and its rich texts, whose links name more."""

    agents: tuple[int, ...] = ()
    pictures: tuple[int, ...] = ()
    documents: tuple[int, ...] = ()
    articles: tuple[int, ...] = ()
    stories: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()


class Lookup(Protocol):
    """The records that the blocks of one body name, as its page or feed shows them.

    language: of the edition. is_feed: whether a feed asks. Whatever readers may not see is None.
    """

    language: str
    is_feed: bool

    def linked(self, html: str) -> str:
        """Return rich text in which links to our own records have their addresses."""

    def agent(self, pk: int | None) -> Any:
        """Return id, name, kind and address ("" without a page) of an agent."""

    def is_first(self, agent_id: int) -> bool:
        """Return whether this is the first time on the page that somebody asks for the agent."""

    def picture(self, pk: int, caption: str = "") -> Any:
        """Return a picture with the caption given here, else its own."""

    def document(self, pk: int) -> Any:
        """Return the public file of a document and what is known of it."""

    def line(self, article_id: int) -> Any:
        """Return headline, address and time of an article."""

    def background(self, part: Any) -> Any:
        """Return the chronology that a background names; in a feed its title and address."""


class SamplePlace(NamedTuple):
    """A language and the ids of records that a sample may name."""

    language: str
    agent: int
    pictures: tuple[int, int]
    document: int
    article: int
    story: int


class Kind:
    """One kind of block.

    name: in stored bodies, and of its templates; never changed once bodies hold it.
    records: the frozen classes that its templates see; each has a field `kind` with the name.
    words: which texts of a stored value are typeset, and how: a typesetter for a value that is
    one text, else typesetters by key. bodies: where editors may use it. most: in one body.
    """

    name: str
    records: tuple[type, ...] = ()
    words: Typesetter | Mapping[str, Typesetter] = {}
    bodies: tuple[str, ...] = (ARTICLE,)
    most: int | None = None

    @property
    def folder(self) -> Path:
        """Return where the kind's templates and styles lie."""
        return Path(str(sys.modules[type(self).__module__].__file__)).parent

    def definition(self) -> Block:
        """Return the block of the editor's form."""
        raise NotImplementedError

    def typeset(self, value: Any, language: str) -> Any:
        """Return a stored value with its texts set as their language sets them."""
        if callable(self.words):
            return self.words(value or "", language)
        if not self.words:
            return value
        changed = {
            key: put(value[key], language) for key, put in self.words.items() if value.get(key)
        }
        return {**value, **changed}

    def parse(self, value: Any) -> Iterable[Any]:
        """Yield frozen parts of a stored value, each with a field `kind`; other records by id."""
        raise NotImplementedError

    def named(self, part: Any) -> Named:
        """Return the records that a part names."""
        return Named()

    def show(self, part: Any, lookup: Lookup) -> Iterable[Any]:
        """Yield the records that templates print for a part; nothing where there is nothing."""
        yield part

    def as_json(self, record: Any) -> dict[str, Any]:
        """Return a record as plain JSON values, for machine formats; what is empty left out."""
        return {key: value for key, value in _plain(record).items() if value not in ("", [], None)}

    def sample(self, place: SamplePlace) -> Any:
        """Return a stored value that shows the kind, in the place's language."""
        raise NotImplementedError


def _plain(value: Any) -> Any:
    """Return a frozen value as JSON has it; times and dates in ISO 8601."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {key: _plain(one) for key, one in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
