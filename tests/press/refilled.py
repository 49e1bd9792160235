"""Proves every refill against a whole pressing of the same moment, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from dateline.press import clock
from dateline.press.filing.refills import Refills
from dateline.press.numbering.varints import unpacked
from dateline.press.rendering import pressing
from dateline.press.rendering.reader import Reader
from dateline.press.stores import gzips


@contextmanager
def proved() -> Iterator[list[str]]:
    """Compare until the block ends; yields the addresses that were refilled."""
    seen: list[str] = []
    honest = Refills.__call__

    def compared(self: Refills, sheet: Any, claim: Any) -> Any:
        one = honest(self, sheet, claim)
        if one is not None:
            seen.append(sheet.path)
            reader = Reader(as_of=clock.now(), parts=self._parts)
            assert differing(one, pressing.press(sheet, reader)) == []
        return one

    Refills.__call__ = compared
    try:
        yield seen
    finally:
        Refills.__call__ = honest


def differing(one: pressing.Pressed, whole: pressing.Pressed) -> list[str]:
    """Return in what a refilled page is not what a whole pressing gives, its file included."""
    names = ("body", "hash", "file_hash", "epoch", "state")
    found = [name for name in names if getattr(one, name) != getattr(whole, name)]
    found += ["reads"] if unpacked(one.sheet.deps) != set(whole.trace) else []
    found += ["slots"] if set(one.slots) != set(whole.slots) else []
    packed, other = (gzips.compress(each.body or b"") for each in (one, whole))
    found += ["text"] if gzips.unpack(packed) != whole.body else []
    return found + (["file"] if packed != other else [])
