"""Finish a page's bytes: what stands in its linked slots, and which versions its parts are of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dateline.press.stores import gzips

from .reader import STILL, STILL_END, Linked, Reader, slot, slot_end

MARK = b"<!--press-"


class Gap(NamedTuple):
    """A marked stretch of a page: from where to where, and what is to stand there.

    linked: of which slot, None for text that very many pages hold as it is.
    """

    start: int
    end: int
    text: bytes
    linked: Linked | None


def fill(body: bytes, reader: Reader) -> bytes:
    """Return a page with its linked slots baked in and its parts' versions written out."""
    for mark, seq in reader.versions.items():
        body = body.replace(mark.encode(), str(seq).encode())
    found: list[gzips.Slot] = []
    done, at = bytearray(), 0
    for gap in _gaps(body, reader.slots):
        done += body[at : gap.start]
        start = len(done)
        done += gap.text
        at = gap.end
        if gap.linked is None:
            found.append(gzips.Slot(start, len(done), "", gzips.STILL))
        elif gap.linked.address:
            found.append(gzips.Slot(start, len(done), gap.linked.address, gap.linked.seq))
    whole = bytes(done) + body[at:]
    return gzips.sliced(whole, found) if any(one.address for one in found) else whole


def _gaps(body: bytes, slots: list[Linked]) -> Iterator[Gap]:
    """Yield the marked stretches in their order; marks of slots that nobody asked for stay."""
    known = {slot(one.read).encode(): one for one in slots}
    still, still_end = STILL.encode(), STILL_END.encode()
    at = body.find(MARK)
    while at >= 0:
        mark = body[at : body.find(b"-->", at) + 3]
        start = at + len(mark)
        if mark == still:
            stop = body.index(still_end, start)
            yield Gap(at, stop + len(still_end), body[start:stop], None)
            start = stop + len(still_end)
        elif mark in known:
            gap = _slot(body, at, start, known[mark])
            yield gap
            start = gap.end
        at = body.find(MARK, start)


def _slot(body: bytes, at: int, start: int, linked: Linked) -> Gap:
    """Return what stands in a slot: the part, or what the template put between mark and end."""
    end = slot_end(linked.read).encode()
    stop = body.find(end, start)
    inside = body[start:stop] if stop >= 0 else b""
    text = inside if linked.html is None else linked.html.encode()
    return Gap(at, stop + len(end) if stop >= 0 else start, text, linked)
