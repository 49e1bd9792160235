"""The audit: look at every record again and find what changed without a touch.

Recomputes each facet's stamp, each placement and each address that follows from an item, and
compares them with the ledger. What differs was written by somebody who went past the actions:
SQL by hand, QuerySet.update, a program of another version.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.db import transaction

from dateline.press import clock, sql
from dateline.press.ledger import figures, item_places, reads, records, sheets
from dateline.press.ledger.records import Loaded
from dateline.press.marking import changes, wanted_sheets
from dateline.press.numbering import ids, indexes
from dateline.press.numbering.paths import folded
from dateline.press.registry import registry

AT_ONCE = 200
FEW = 50
PLACES, ADDRESSES = "places", "addresses"
NAME, WORK = "audited", "audit under way"
HOUR = 3
MOST_TOLD = 50

log = logging.getLogger("dateline.press")


class Bypass(NamedTuple):
    """One thing that the ledger has otherwise than the records.

    what: a facet ("card", "card in en"), or its places in orders, or its addresses.
    """

    kind: str
    id: int
    what: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id} {self.what}"


def audit(*, mend: bool = False, tell: Callable[[int, int], None] | None = None) -> list[Bypass]:
    """Look at every item, in pieces; return what changed untouched, and touch it if told to."""
    found: list[Bypass] = []
    todo = [(kind, some) for kind in registry.kinds() for some in pieces(kind)]
    total, done = sum(len(some) for _kind, some in todo), 0
    for kind, some in todo:
        found += look(kind, some, mend=mend)
        done += len(some)
        if tell:
            tell(done, total)
    return found


def pieces(kind: str) -> Iterable[list[int]]:
    """Cut the ids of a kind, those of the records and of the ledger, into pieces."""
    return sql.chunks(records.all_ids(kind), AT_ONCE)


def look(kind: str, idents: list[int], *, mend: bool = False) -> list[Bypass]:
    """Look at some items of one kind.

    What differs is looked at once more inside a transaction that holds it: an edit that came
    between the two readings is no bypass.
    """
    doubtful = sorted({one.id for one in compare(kind, idents)})
    found: list[Bypass] = []
    for some in sql.chunks(doubtful, FEW):
        with transaction.atomic():
            sql.hold_ledger(alone=True)
            certain = compare(kind, some)
            found += certain
            if mend and certain:
                changes.touch_what_can(kind, sorted({c.id for c in certain}), what="audit")
    return found


def compare(kind: str, idents: list[int]) -> list[Bypass]:
    """Return how the ledger differs from the records of these items, without any lock."""
    loaded = records.load_rows(kind, idents)
    return [
        *_facets(kind, idents, loaded),
        *_places(kind, idents, loaded),
        *_addresses(kind, idents, loaded),
    ]


def _facets(kind: str, idents: list[int], loaded: Loaded) -> Iterable[Bypass]:
    fresh: dict[int, int] = {}
    for facet in registry.facets_of(kind):
        records.stamp_facet(facet, idents, loaded[facet.rows], fresh)
    for read in sorted(reads.changed(fresh)):
        apart = ids.known(read)
        assert apart is not None  # noqa: S101 - only facets were stamped
        name = apart.facet.partition("/")[2]
        yield Bypass(kind, apart.id, f"{name} in {apart.language}" if apart.language else name)


def _places(kind: str, idents: list[int], loaded: Loaded) -> Iterable[Bypass]:
    numbers = {ids.item_number(kind, ident): ident for ident in idents}
    held = item_places.held(sorted(numbers))
    standing = {ident: records.placements(kind, ident, loaded) for ident in idents}
    known = indexes.numbers({key for now in standing.values() for key, _sort in now})
    for number, ident in numbers.items():
        now = {(known.get(key, indexes.NONE), sort) for key, sort in standing[ident]}
        if item_places.unpacked(held.get(number) or b"") != now:
            yield Bypass(kind, ident, PLACES)


def _addresses(kind: str, idents: list[int], loaded: Loaded) -> Iterable[Bypass]:
    """Find sheets that should exist and do not, and own ones that should not."""
    numbers = {ids.item_number(kind, ident): ident for ident in idents}
    wanted: dict[tuple[str, str], int] = {}
    for number, ident in numbers.items():
        for one in wanted_sheets.wanted(kind, ident, number, loaded):
            wanted[one.sheet.path, one.sheet.to] = ident
    there = sheets.standing("fold", map(folded, {path for path, _to in wanted}))
    owned = sheets.standing("owner", numbers)
    wrong = {wanted[place] for place in wanted.keys() - {one.place for one in there}}
    wrong |= {numbers[one.owner] for one in owned if one.owner and one.place not in wanted}
    for ident in sorted(wrong):
        yield Bypass(kind, ident, ADDRESSES)


def step() -> None:
    """Look at the next piece of the nightly audit and touch what went past the press.

    Begins at three in the morning, UTC; the ids of a kind are walked in ranges.
    """
    work = figures.value(WORK)
    if not work:
        today = clock.now().strftime("%Y-%m-%d")
        done = figures.value(NAME)
        if clock.now().hour < HOUR or done.get("day", "") >= today:
            return
        work = {"day": today, "kinds": _last_ids(), "at": 0, "seen": 0, "found": []}
    if not work["kinds"]:
        figures.keep(NAME, {"day": work["day"], "seen": work["seen"], "found": work["found"]})
        figures.keep(WORK, {})
        return
    _go_on(work)
    figures.keep(WORK, work)


def _go_on(work: dict[str, Any]) -> None:
    kind, last = work["kinds"][0]
    begin, end = work["at"] + 1, min(work["at"] + AT_ONCE, last)
    found = look(kind, list(range(begin, end + 1)), mend=True)
    for one in found:
        log.error("written past the press: %s", one)
    work["found"] = [*map(str, found), *work["found"]][:MOST_TOLD]
    work["seen"], work["at"] = work["seen"] + end + 1 - begin, end
    if end >= last:
        work["kinds"], work["at"] = work["kinds"][1:], 0


def _last_ids() -> list[tuple[str, int]]:
    """Return each kind with the highest id it has, in the records or in the ledger."""
    lasts = [(kind, max(records.all_ids(kind), default=0)) for kind in registry.kinds()]
    return [(kind, last) for kind, last in lasts if last]
