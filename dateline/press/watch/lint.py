"""Faults of design: slots over budget, sheets that read or weigh too much, impure code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from dateline.press.numbering import ids
from dateline.press.registry import registry

from . import determinism
from .census import Census

MOST_SHEETS, MOST_READS, MOST_BYTES = 200, 400, 250_000

REMEDIES = {
    ids.PART: "link the slot: read.slot, not read.part",
    ids.WINDOW: "link the slot: make a part of the list, give it an address, and read.slot that",
}


class LintFinding(NamedTuple):
    """One fault, or one note on what is broad by declaration.

    budget: 0 of what must not be at all.
    """

    level: str
    what: str
    measure: int
    budget: int
    remedy: str


def findings(
    counted: Census,
    *,
    sheets: int = MOST_SHEETS,
    reads: int = MOST_READS,
    size: int = MOST_BYTES,
) -> list[LintFinding]:
    """Return what a census shows to be over budget, faults first, each kind largest first."""
    found = [
        _read(int(read), count, sheets) for read, count in counted.reads.items() if count > sheets
    ]
    found += [
        LintFinding(
            "fault", path, count, reads, "read less: page the list, or put a part in its place"
        )
        for count, path in counted.widest
        if count > reads
    ]
    found += [
        LintFinding("fault", path, bytes_, size, "make the page lighter, or cut it into several")
        for bytes_, path in counted.heaviest
        if bytes_ > size
    ]
    return sorted(found, key=lambda one: (one.level, -one.measure))


def impure(more: Mapping[str, Any]) -> list[LintFinding]:
    """Return a fault for all that is registered, and more by name, that asks clock or chance."""
    found = determinism.troubles({**registry.makers(), **more})
    return [
        LintFinding("fault", what, 1, 0, "ask the Reader: read.as_of, read.until") for what in found
    ]


def _read(read: int, count: int, budget: int) -> LintFinding:
    """Say what to do about a read that very many sheets show."""
    name, family = ids.name_of(read), ids.family(read)
    if why := registry.broad.get(_declared(read, name)):
        return LintFinding("note", name, count, budget, f"broad by design: {why}")
    remedy = REMEDIES.get(family, "link the slot, or declare the facet broad (press.broad)")
    return LintFinding("fault", name, count, budget, remedy)


def _declared(read: int, name: str) -> str:
    """Return under which name a read may be declared broad: a facet, or an index."""
    known = ids.known(read)
    if known:
        return known.facet
    return name.partition("|")[2].partition(":")[0]
