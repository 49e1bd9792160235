"""Reads in the ledger: the present stamp of everything that a sheet can read."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.press import sql
from dateline.press.numbering import stamps


def stamps_now(reads: Iterable[int]) -> dict[int, int]:
    """Return the ledger's stamps of these reads, held until the transaction ends."""
    question = "SELECT id, stamp FROM press_read WHERE id IN ({}) ORDER BY id" + sql.shared()
    return dict(sql.fetch_in(question, sorted(reads)))


def changed(fresh: dict[int, int]) -> dict[int, int]:
    """Return those stamps that differ from the ledger's: the first early cutoff."""
    held = dict(sql.fetch_in("SELECT id, stamp FROM press_read WHERE id IN ({})", sorted(fresh)))
    return {
        read: stamp
        for read, stamp in fresh.items()
        if held.get(read, stamps.ABSENT if stamp == stamps.ABSENT else None) != stamp
    }


def write_stamps(changed: dict[int, int], seq: int) -> None:
    """Write new stamps, in the order of their ids."""
    sql.do_many(
        "INSERT INTO press_read (id, stamp, seq) VALUES (%s, %s, %s)"
        " ON CONFLICT (id) DO UPDATE SET stamp = excluded.stamp, seq = excluded.seq",
        [(read, changed[read], seq) for read in sorted(changed)],
    )
