"""Finish a page's bytes: find its linked slots, write the versions of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.press.stores import gzips
from dateline.press.stores.gzips import Slot

from .reader import STILL, STILL_END, Linked, Reader, slot_end, slot_mark

MARK = b"<!--press-"


def fill(body: bytes, reader: Reader) -> bytes:
    """Return a page without its marks, with its parts' versions written out.

    A page with linked slots is returned as Sliced.
    """
    for mark, seq in reader.versions.items():
        body = body.replace(mark.encode(), str(seq).encode())
    found: list[Slot] = []
    done, at = bytearray(), 0
    for gap, inside in _gaps(body, reader.slots):
        done += body[at : gap.start]
        found.append(gap._replace(start=len(done), end=len(done) + len(inside)))
        done += inside
        at = gap.end
    whole = bytes(done) + body[at:]
    return gzips.sliced(whole, found) if any(one.address for one in found) else whole


def _gaps(body: bytes, slots: list[Linked]) -> Iterator[tuple[Slot, bytes]]:
    """Yield what is marked, marks included, and the text inside, in the order of the page.

    Marks of slots that nobody asked for stay.
    """
    known = {slot_mark(n).encode(): (slot_end(n).encode(), *one) for n, one in enumerate(slots)}
    known[STILL.encode()] = (STILL_END.encode(), "", 0)
    at = body.find(MARK)
    while at >= 0:
        start = max(body.find(b"-->", at) + 3, at + len(MARK))
        next_at = start
        if found := known.get(body[at:start]):
            end, address, seq = found
            stop = body.find(end, start)
            inside = body[start : max(stop, start)]
            next_at = stop + len(end) if stop >= 0 else start
            yield Slot(at, next_at, address, seq), inside
        at = body.find(MARK, next_at)
