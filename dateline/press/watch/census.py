"""The census: sheets by state, reads by fan-out, the heaviest, counted piece by piece.

Nobody counts millions of rows while somebody waits: the worker walks the sheets when it is idle,
a piece at a time, and keeps the result with its time. A small ledger is counted when asked.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from dateline.press import clock, sql
from dateline.press.ledger import figures
from dateline.press.numbering import ids
from dateline.press.numbering.varints import unpacked

PIECE = 4000
SMALL = 20_000
MOST_READS = 2000
MOST_LISTED = 50
NAME, WORK = "census", "census under way"
AGAIN = 600 * clock.SECOND


@dataclass
class Census:
    """A count of the ledger. reads: how many sheets show each of those shown most."""

    cursor: int = 0
    states: dict[str, int] = field(default_factory=dict)
    edges: int = 0
    bytes: int = 0
    reads: dict[str, int] = field(default_factory=dict)
    heaviest: list[list[Any]] = field(default_factory=list)
    widest: list[list[Any]] = field(default_factory=list)

    def take(self, piece: int = PIECE) -> bool:
        """Count the next sheets; return whether there were any."""
        rows = sql.fetch(
            "SELECT id, path, state, bytes, deps FROM press_sheet WHERE id > %s"
            " ORDER BY id LIMIT %s",
            [self.cursor, piece],
        )
        reads: Counter[int] = Counter()
        for number, path, state, size, packed in rows:
            deps = unpacked(bytes(packed))
            self.cursor = number
            self.states[state] = self.states.get(state, 0) + 1
            self.edges, self.bytes = self.edges + len(deps), self.bytes + size
            reads.update(deps)
            self.heaviest.append([size, path])
            self.widest.append([len(deps), path])
        self._merge(reads)
        return bool(rows)

    def _merge(self, reads: Counter[int]) -> None:
        counted = Counter(self.reads)
        counted.update({str(read): count for read, count in reads.items()})
        self.reads = dict(counted.most_common(MOST_READS))
        self.heaviest = sorted(self.heaviest, reverse=True)[:MOST_LISTED]
        self.widest = sorted(self.widest, reverse=True)[:MOST_LISTED]

    def fan_outs(self, most: int) -> list[dict[str, Any]]:
        """Return the reads that most sheets show, in words."""
        rows = Counter(self.reads).most_common(most)
        return [{"read": ids.name_of(int(read)), "sheets": count} for read, count in rows]


def taken() -> Census:
    """Count everything at once."""
    whole = Census()
    while whole.take():
        pass
    return whole


def latest() -> tuple[Census, int]:
    """Return the last census and its time: now, where the ledger is small."""
    rows = sql.fetch("SELECT max(id) FROM press_sheet")
    at = figures.when(NAME)
    if (rows[0][0] or 0) <= SMALL:
        return taken(), clock.ticks()
    return (Census(**figures.value(NAME)), at) if at is not None else (Census(), 0)


def step() -> None:
    """Count the next piece of a large ledger; begin anew ten minutes after the last census."""
    rows = sql.fetch("SELECT max(id) FROM press_sheet")
    done = figures.when(NAME)
    work = Census(**figures.value(WORK))
    fresh = done is not None and not work.cursor and done > clock.ticks() - AGAIN
    if fresh or (rows[0][0] or 0) <= SMALL:
        return
    if work.take():
        figures.keep(WORK, asdict(work))
    else:
        figures.keep(NAME, asdict(work))
        figures.keep(WORK, {})
