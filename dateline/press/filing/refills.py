"""Refill: put the newest part into a page's linked slot where nothing else of it is to change.

After a takedown thousands of pages may have the headline baked in. Such a page is not rendered:
it is taken from its file. Its text with the slot's marks put back must have the hash of what was
rendered for it, which proves file, place and part at once; then the slot is filled by the same
hand as at a pressing. Whatever is odd is pressed wholly.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from dateline.press import clock, hooks, sql
from dateline.press.errors import PartFailed, StoreFailed
from dateline.press.ledger.jobs import Claim
from dateline.press.ledger.sheets import SheetRow
from dateline.press.numbering import ids, stamps
from dateline.press.numbering.epochs import epoch_of
from dateline.press.numbering.paths import PART
from dateline.press.registry import registry
from dateline.press.rendering.filling import fill
from dateline.press.rendering.pressing import Pressed
from dateline.press.rendering.reader import STILL, STILL_END, PartSource, Reader, slot
from dateline.press.stores import Store, gzips
from dateline.press.stores.gzips import Segment, Sliced


class Baked(NamedTuple):
    """Is what the ledger says of a page's file: its hash, which version of which part it holds."""

    file_hash: int
    part: int
    seq: int


class Opened(NamedTuple):
    """A page taken from its file: as it was rendered, and the pieces that it was packed in."""

    text: bytes
    hash: int
    segments: tuple[Segment, ...]
    address: str


class Refills:
    """Fills slots anew in the pages of one batch; each part is asked for once."""

    def __init__(self, claims: Iterable[Claim], parts: PartSource, store: Store) -> None:
        self._store, self._parts = store, parts
        self._baked = _baked(one.sheet for one in claims if one.refill)
        self._readers: dict[tuple[int, str], Reader] = {}

    def __call__(self, sheet: SheetRow, claim: Claim) -> Pressed | None:
        """Return a page with its slot filled anew; None where it has to be pressed wholly.

        Raises PartBusy where another worker has the part in hand.
        """
        held = self._baked.get(sheet.id) if claim.refill and _stands(sheet) else None
        try:
            page = _opened(self._store.packed(sheet.path) or b"", held) if held else None
            if held is None or page is None or page.hash != claim.refill:
                return None
            reader = self._reader(held.part, page.address)
        except (StoreFailed, zlib.error, PartFailed):
            return None
        hooks.reached("refilled")
        return _pressed(sheet, page, reader)

    def _reader(self, part: int, address: str) -> Reader:
        """Ask for the newest version of a part as the page's plate did; raises PartFailed."""
        if (part, address) not in self._readers:
            path = ids.names_of([part]).get(part)
            if path is None:
                raise PartFailed(f"no part has the number {part:x}")
            name, _colon, arg = path.removeprefix(PART).partition(":")
            reader = Reader(as_of=clock.now(), parts=self._parts)
            reader.soft(name, arg, address)
            self._readers[part, address] = reader
        return self._readers[part, address]


def _pressed(sheet: SheetRow, page: Opened, reader: Reader) -> Pressed:
    body = fill(page.text, reader)
    if isinstance(body, Sliced):
        gzips.reusing(body, page.segments)
    return Pressed(
        sheet=sheet,
        body=body,
        hash=page.hash,
        file_hash=stamps.of_bytes(body),
        epoch=sheet.epoch,
        state=sheet.state,
        trace={},
        asks={},
        slots=reader.slots,
        wake_at=None,
        items=set(),
        refilled=True,
    )


def _stands(sheet: SheetRow) -> bool:
    """Return whether a page is public, and made by the present design."""
    known = sheet.state == "live" and sheet.plate in registry.plates
    return known and sheet.epoch == epoch_of(sheet.plate)


def _baked(sheets: Iterable[int]) -> dict[int, Baked]:
    """Return what is baked into pages, as far as that is one thing and their hour has not come.

    A page of a time to come was pressed before the clock went back.
    """
    at = clock.ticks()
    rows = sql.fetch_in(
        "SELECT s.id, s.file_hash, b.part, b.seq FROM press_sheet s JOIN press_soft b"
        " ON b.sheet = s.id WHERE s.id IN ({}) AND s.pressed_at <= %s"
        " AND (s.wake_at IS NULL OR s.wake_at > %s)",
        sorted(sheets),
        *(at, at),
    )
    several = Counter(row[0] for row in rows)
    return {sheet: Baked(*held) for sheet, *held in rows if several[sheet] == 1}


def _opened(member: bytes, held: Baked) -> Opened | None:
    """Return the page in a file with its marks put back; None where the file is another.

    Raises zlib.error for a damaged one.
    """
    segments = gzips.pieces(member)
    slots = {(one.address, one.seq) for one in segments if one.address}
    address, seq = slots.pop() if len(slots) == 1 else ("", 0)
    if not address or seq != held.seq:
        return None
    texts = [gzips.unpacked(one) for one in segments]
    if stamps.of_bytes(b"".join(texts)) != held.file_hash:
        return None
    mark = slot(held.part).encode()
    pieces = (_marked(one, text, mark) for one, text in zip(segments, texts, strict=True))
    page = b"".join(pieces)
    return Opened(page, stamps.of_bytes(page), segments, address)


def _marked(one: Segment, text: bytes, mark: bytes) -> bytes:
    """Return a piece as the renderer gave it."""
    if one.address:
        return mark
    return STILL.encode() + text + STILL_END.encode() if one.seq == gzips.STILL else text


def marked_since(batch: Iterable[Pressed]) -> set[int]:
    """Return those refilled sheets that somebody marked after they were claimed.

    Every change of what a page shows marks it: without a mark its text is what it should be.
    """
    tokens = {one.sheet.id: one.claim.token for one in batch if one.refilled}
    rows = sql.fetch_in("SELECT sheet, dirty FROM press_job WHERE sheet IN ({})", sorted(tokens))
    now = dict(rows)
    return {sheet for sheet, token in tokens.items() if now.get(sheet) != token}
