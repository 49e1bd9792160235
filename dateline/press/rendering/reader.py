"""The Reader: everything a plate may ask. Whatever it gives is recorded with its stamp.

A recorded stamp always comes from the very value that was given, never from a second read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from markupsafe import Markup

from dateline.press import sql
from dateline.press.errors import PartFailed, UntrackedRead
from dateline.press.isolation import allowed
from dateline.press.ledger import windows
from dateline.press.ledger.windows import Ask, WindowContent
from dateline.press.numbering import ids, stamps
from dateline.press.numbering.paths import part_path
from dateline.press.registry import Facet, registry

from .shared_reads import SharedReads


class PartText(NamedTuple):
    """A part as it is shown now."""

    read: int
    html: str
    stamp: int
    seq: int


class Linked(NamedTuple):
    """A linked slot of a page: the address of its part, the version of the part in the page.

    seq: 0 where no part stands in the page.
    """

    address: str
    seq: int


class SlotMark(Markup):
    """The mark at which a linked slot begins.

    address: where the part lies. end: the mark behind what a template says in the slot.
    """

    address: str = ""
    end: Markup = Markup()


STILL, STILL_END = "<!--press-still-->", "<!--press-still-end-->"
VERSION = "\ue000part-version\ue000"
"""Stands for a part's version in its own text until the page is finished."""

PartSource = Callable[[str, str], PartText]
Seek = Callable[[Ask], tuple[Ask, WindowContent]]


class Reader:
    """A giver of frozen values to one pressing, which records what it gave.

    as_of: the time this pressing stands for; there is no other clock.
    """

    def __init__(
        self,
        *,
        as_of: datetime,
        parts: PartSource,
        shared: SharedReads | None = None,
        seek: Seek | None = None,
    ) -> None:
        self.as_of = as_of
        self.trace: dict[int, int] = {}
        self.asks: dict[int, Ask] = {}
        self.slots: list[Linked] = []
        self.versions: dict[str, int] = {}
        self.wake_at: datetime | None = None
        self.used: set[tuple[str, str]] = set()
        self._parts = parts
        self._shared = shared or SharedReads()
        self._seek = seek
        self._given: dict[int, Any] = {}

    def get(self, kind: str, ident: int, facet: str, lang: str | None = None) -> Any:
        """Return one record, None if the thing is not public."""
        return self._records(kind, [ident], facet, lang)[0]

    def many(
        self, kind: str, idents: Sequence[int], facet: str, lang: str | None = None
    ) -> list[Any]:
        """Return records in the order of the ids, those that are not public left out."""
        return list(self.by_id(kind, idents, facet, lang).values())

    def by_id(
        self, kind: str, idents: Sequence[int], facet: str, lang: str | None = None
    ) -> dict[int, Any]:
        """Return records by their ids, each once, in the order given; not public, not there."""
        found = zip(idents, self._records(kind, list(idents), facet, lang), strict=True)
        return {ident: record for ident, record in found if record is not None}

    def window(
        self,
        key: str,
        n: int,
        facet: str | None = None,
        lang: str | None = None,
        *,
        oldest: bool = False,
    ) -> Any:
        """Return the first n of an order: ids, or records where a facet is named."""
        kind = windows.OLDEST if oldest else windows.NEWEST
        found = self._ask(Ask(key, kind, n))
        idents = tuple(found)
        if facet is None:
            return idents
        return self.many(registry.index_of(key).kind, idents, facet, lang)

    def neighbours(self, key: str, ident: int) -> tuple[int | None, int | None]:
        """Return the ids before and after an item in an order; (None, None) if it is not in it."""
        before, after = self._ask(Ask(key, windows.NEIGHBOURS, at_item=ident))
        return before, after

    def beside(self, key: str, sort: int) -> tuple[int | None, int | None]:
        """Return the nearest sorts below and above a point of an order."""
        before, after = self._ask(Ask(key, windows.BESIDE, at_sort=sort))
        return before, after

    def tally(self, key: str) -> dict[int, int]:
        """Return how many items stand at each sort of an order."""
        return {int(sort): count for sort, count in self._ask(Ask(key, windows.TALLY)).items()}

    @property
    def version(self) -> Markup:
        """Return what a part's template writes as its version; the number comes later."""
        return Markup(VERSION)  # noqa: S704

    def part(self, name: str, arg: str, address: str = "") -> Markup:
        """Return a part; the sheet is pressed anew whenever the part changes.

        address: where readers find it alone; the place is a linked slot as well then.
        """
        text = self._text(name, arg)
        self.trace[text.read] = text.stamp
        mark = f"\ue000{text.read:x}\ue000"
        self.versions[mark] = text.seq
        html = text.html.replace(VERSION, mark)
        if address:
            mark = self._slot(address, text.seq)
            html = f"{mark}{html}{mark.end}"
        return Markup(html)  # noqa: S704

    def slot(self, address: str) -> SlotMark:
        """Return a linked slot; the page neither holds nor depends on the part at an address.

        The template writes a link between the mark and its end. A server or a script puts the
        part there.
        """
        return self._slot(address, 0)

    def _slot(self, address: str, seq: int) -> SlotMark:
        place = len(self.slots)
        self.slots.append(Linked(address, seq))
        made = SlotMark(slot_mark(place))
        made.address, made.end = address, Markup(slot_end(place))  # noqa: S704
        return made

    def _text(self, name: str, arg: str) -> PartText:
        """Return a part; one that cannot be pressed is noted as absent, until it is there."""
        with allowed():
            try:
                return self._parts(name, arg)
            except PartFailed:
                self.trace[ids.hashed(ids.PART, part_path(name, arg))] = stamps.ABSENT
                raise

    def until(self, t: datetime) -> bool:
        """Return whether a time lies ahead; if so the sheet is pressed again then."""
        if t <= self.as_of:
            return False
        self.wake_at = min(t, self.wake_at) if self.wake_at else t
        return True

    def _records(self, kind: str, idents: list[int], name: str, lang: str | None) -> list[Any]:
        facet = registry.facet(kind, name)
        language = (lang or "") if facet.lingual else ""
        if facet.lingual and not language:
            raise UntrackedRead(f"the facet {facet.full_name} needs a language")
        with allowed():
            reads = [ids.facet_read(kind, name, ident, language) for ident in idents]
            wanted = {
                read: ident
                for read, ident in zip(reads, idents, strict=True)
                if read not in self._given
            }
            self._take_cached(wanted)
            self._load(facet, language, wanted)
        self.used.add((kind, facet.rows))
        return [self._given[read] for read in reads]

    def _take_cached(self, wanted: dict[int, int]) -> None:
        self._shared.know(wanted)
        for read in list(wanted):
            found = self._shared.cached(read)
            if found:
                self._give(read, *found)
                del wanted[read]

    def _load(self, facet: Facet, language: str, wanted: dict[int, int]) -> None:
        self._take_kept(facet, language, wanted)
        if not wanted:
            return
        self._shared.load(facet.kind, facet.rows, wanted.values())
        for read, ident in wanted.items():
            row = self._shared.rows[facet.kind, facet.rows, ident]
            self._keep(read, *_made(facet, row, language))

    def _take_kept(self, facet: Facet, language: str, wanted: dict[int, int]) -> None:
        """Give what is made of rows of earlier batches, where the ledger says that it stands."""
        kept = {
            read: row
            for read, ident in wanted.items()
            if (row := self._shared.kept_row(facet.kind, facet.rows, ident)) is not None
        }
        if kept:
            self._shared.ask(kept)
        for read, row in kept.items():
            stamp, value = _made(facet, row, language)
            if self._shared.stands(read, stamp):
                self._keep(read, stamp, value)
                del wanted[read]

    def _keep(self, read: int, stamp: int, value: Any) -> None:
        if self._shared.cache is not None:
            self._shared.cache.put(read, stamp, value)
        self._give(read, stamp, value)

    def _give(self, read: int, stamp: int, value: Any) -> None:
        self.trace[read] = stamp
        self._given[read] = value

    def _ask(self, ask: Ask) -> Any:
        with allowed():
            registry.index_of(ask.key)
            read = windows.number(ask)
            if read in self._given:
                return self._given[read]
            self._shared.know([read])
            cached = self._shared.cached(read)
            if cached:
                self._give(read, *cached)
                return cached[1]
            found = self._found(read, ask)
        if self._shared.cache is not None and read not in self.asks:
            self._shared.cache.put(read, found.stamp, found.found)
        self._give(read, found.stamp, found.found)
        return found.found

    def _found(self, read: int, ask: Ask) -> WindowContent:
        if self._seek:
            return self._seek(ask)[1]
        kept = self._shared.windows.get(read)
        if kept is None:
            rows = sql.fetch("SELECT found FROM press_window WHERE read = %s", [read])
            kept = rows[0][0] if rows else None
        if kept is not None:
            return WindowContent(json.loads(kept), None, None)
        self.asks[read], found = windows.seek(ask)
        return found


def _made(facet: Facet, row: Any, language: str) -> tuple[int, Any]:
    """Return the stamp and the value of a facet of a row; absent without one."""
    value = None
    if row is not None:
        value = facet.make(row, language) if facet.lingual else facet.make(row)
    return stamps.stamp(value, facet.version), value


def slot_mark(place: int) -> str:
    """Return the mark at which a page's linked slot of this number begins."""
    return f"<!--press-slot {place}-->"


def slot_end(place: int) -> str:
    """Return the mark at which a page's linked slot of this number ends."""
    return f"<!--press-end {place}-->"


def still(text: str) -> Markup:
    """Return text that very many pages hold as it is, marked so: it is compressed once for all."""
    return Markup(f"{STILL}{text}{STILL_END}")  # noqa: S704
