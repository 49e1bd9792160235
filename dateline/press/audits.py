"""The audit: look at every record again and find what changed without a touch.

Recomputes each facet's stamp, each placement and each address that follows from an item, and
compares them with the ledger. What differs was written by somebody who went past the actions:
SQL by hand, QuerySet.update, a program of another version.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db import transaction

from . import changes, ids, sheets, sql
from .changes import Loaded
from .registry import registry

AT_ONCE = 200
FEW = 50
PLACES, ADDRESSES = "places", "addresses"


class Bypass(NamedTuple):
    """Is one thing that the ledger has otherwise than the records.

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
    return sql.chunks(changes.all_ids(kind), AT_ONCE)


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
                changes.touch(
                    *((kind, ident) for ident in sorted({c.id for c in certain})), what="audit"
                )
    return found


def compare(kind: str, idents: list[int]) -> list[Bypass]:
    """Return how the ledger differs from the records of these items, without any lock."""
    loaded = changes.load_rows(kind, idents)
    return [
        *_facets(kind, idents, loaded),
        *_places(kind, idents, loaded),
        *_addresses(kind, idents, loaded),
    ]


def _facets(kind: str, idents: list[int], loaded: Loaded) -> Iterable[Bypass]:
    fresh: dict[int, int] = {}
    for facet in registry.facets_of(kind):
        changes.stamp_facet(facet, idents, loaded[facet.rows], fresh)
    for read in sorted(changes.changed(fresh)):
        apart = ids.known(read)
        assert apart is not None  # noqa: S101 - only facets were stamped
        name = apart.facet.partition("/")[2]
        yield Bypass(kind, apart.id, f"{name} in {apart.language}" if apart.language else name)


def _places(kind: str, idents: list[int], loaded: Loaded) -> Iterable[Bypass]:
    numbers = {ids.item_number(kind, ident): ident for ident in idents}
    held = dict(sql.fetch_in("SELECT id, placements FROM press_item WHERE id IN ({})", numbers))
    for number, ident in numbers.items():
        now = sorted(changes.placements(kind, ident, loaded))
        if sorted(map(tuple, json.loads(held.get(number) or "[]"))) != now:
            yield Bypass(kind, ident, PLACES)


def _addresses(kind: str, idents: list[int], loaded: Loaded) -> Iterable[Bypass]:
    """Find sheets that should exist and do not, and own ones that should not."""
    numbers = {ids.item_number(kind, ident): ident for ident in idents}
    wanted: dict[str, int] = {}
    for number, ident in numbers.items():
        for one in sheets.wanted(kind, ident, number, loaded):
            wanted[one.sheet.path] = ident
    there = sql.fetch_in(
        "SELECT path FROM press_sheet WHERE path IN ({}) AND state IN ('new', 'live', 'absent')",
        wanted,
    )
    owned = sql.fetch_in(
        "SELECT path, owner FROM press_sheet WHERE owner IN ({})"
        " AND state IN ('new', 'live', 'absent')",
        numbers,
    )
    lacking = wanted.keys() - {row[0] for row in there}
    wrong = {wanted[path] for path in lacking}
    wrong |= {numbers[owner] for path, owner in owned if path not in wanted}
    for ident in sorted(wrong):
        yield Bypass(kind, ident, ADDRESSES)
