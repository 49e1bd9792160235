"""gzip as sheets are stored: one standard member, which a server may take apart and fill anew.

A page with linked slots is cut at them; each segment is deflated alone and ended with a full
flush, so that segments of several files make one stream. Where they begin stands in the
header's extra field (RFC 1952, 2.3.1.1), which every client skips. What very many pages hold
as it is, their style sheet above all, is a segment too, and deflated once. Knows no Django.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import deflate

HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
EXTRA = HEADER[:3] + b"\x04" + HEADER[4:]
NAME = b"DL"
END = b"\x03\x00"
ENTRY = struct.Struct("<IIIQB")
MOST_EXTRA = 60_000
POLYNOMIAL = 0xEDB88320
HIGHEST = 9


class Slot(NamedTuple):
    """A linked slot in a page's bytes: from where to where, what stands in it.

    address "": no slot, but a piece that very many pages hold as it is.
    """

    start: int
    end: int
    address: str
    seq: int


class Sliced(bytes):
    """A page with its linked slots, in their order; bytes for everybody else."""

    slots: tuple[Slot, ...] = ()


class Segment(NamedTuple):
    """A piece of a page, deflated alone; address and seq: of the part that it is, if one."""

    packed: bytes
    length: int
    crc: int
    address: str = ""
    seq: int = 0


def sliced(body: bytes, slots: Iterable[Slot]) -> Sliced:
    """Return a page that knows its slots."""
    made = Sliced(body)
    made.slots = tuple(slots)
    return made


def compress(body: bytes, level: int = 6) -> bytes:
    """Return one gzip member without a time in its header: equal bytes for equal bodies."""
    if isinstance(body, Sliced) and body.slots:
        segments = _segments(body, level)
        table = b"".join(_entry(one) for one in segments)
        if len(table) <= MOST_EXTRA:
            field = NAME + len(table).to_bytes(2, "little") + table
            start = EXTRA + len(field).to_bytes(2, "little") + field
            return start + _stream(segments, zlib.crc32(body), len(body))
    packed = bytes(deflate.deflate_compress(bytes(body), level))
    return HEADER + packed + _trailer(zlib.crc32(body), len(body))


def unpack(packed: bytes) -> bytes:
    """Return what was compressed; raises zlib.error where that is no gzip."""
    return zlib.decompress(packed, wbits=31)


def segment(body: bytes, address: str = "", seq: int = 0, *, level: int = 6) -> Segment:
    """Return a piece of a page, to be put between others."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    packed = packer.compress(body) + packer.flush(zlib.Z_FULL_FLUSH)
    return Segment(packed, len(body), zlib.crc32(body), address, seq)


def _segments(body: Sliced, level: int) -> list[Segment]:
    return [_segment(*piece, level=level) for piece in _cut(body, body.slots)]


def _segment(body: bytes, kept: bool, address: str, seq: int, *, level: int) -> Segment:
    made = _kept(body, level) if kept else segment(body, level=level)
    return made._replace(address=address, seq=seq)


@lru_cache(maxsize=256)
def _kept(body: bytes, level: int) -> Segment:
    """Return a piece as it was deflated for another page: a style sheet, a rail, a footer.

    A piece that is deflated once for many pages may take longer: at zlib's highest level.
    """
    return segment(body, level=max(level, HIGHEST))


def apart(member: bytes) -> tuple[Segment, ...]:
    """Return a member's segments; none for one that was not made of any, or is damaged."""
    table = _table(member)
    found: list[Segment] = []
    at, place = 0, 12 + len(table) + 4
    while at + ENTRY.size <= len(table):
        size, length, crc, seq, signs = ENTRY.unpack_from(table, at)
        at += ENTRY.size + signs
        address = table[at - signs : at].decode("utf-8", "replace")
        found.append(Segment(member[place : place + size], length, crc, address, seq))
        place += size
    whole = bool(found) and at == len(table) and member[place : place + len(END)] == END
    return tuple(found) if whole and member[place + len(END) :] == _trailer(*_sums(found)) else ()


def slots(member: bytes) -> tuple[str, ...]:
    """Return the addresses of the parts that stand in a member's slots, each once."""
    return tuple(dict.fromkeys(one.address for one in apart(member) if one.address))


def joined(segments: Sequence[Segment]) -> bytes:
    """Return one gzip member of segments that come from anywhere."""
    return HEADER + _stream(segments, *_sums(segments))


def combined(crc: int, more: int, length: int) -> int:
    """Return the CRC-32 of two texts from theirs; length: bytes of the second."""
    return _multiplied(_operator(length), crc) ^ more


def _cut(body: bytes, slots: Sequence[Slot]) -> Iterable[tuple[bytes, bool, str, int]]:
    """Yield the pieces in their order: text, whether others hold it too, address, version."""
    at = 0
    for slot in slots:
        if slot.start > at:
            yield body[at : slot.start], False, "", 0
        yield body[slot.start : slot.end], True, slot.address, slot.seq
        at = slot.end
    if at < len(body):
        yield body[at:], True, "", 0


def _entry(one: Segment) -> bytes:
    address = one.address.encode()
    return ENTRY.pack(len(one.packed), one.length, one.crc, one.seq, len(address)) + address


def _table(member: bytes) -> bytes:
    """Return what our field of the header holds, b"" where there is none."""
    size = int.from_bytes(member[10:12], "little")
    field = member[12 : 12 + size]
    ours = member.startswith(EXTRA) and field.startswith(NAME) and len(field) == size
    return field[4:] if ours and int.from_bytes(field[2:4], "little") == size - 4 else b""


def _stream(segments: Sequence[Segment], crc: int, length: int) -> bytes:
    return b"".join([*(one.packed for one in segments), END, _trailer(crc, length)])


def _sums(segments: Sequence[Segment]) -> tuple[int, int]:
    """Return the CRC-32 and the length of all together."""
    crc = length = 0
    for one in segments:
        crc = combined(crc, one.crc, one.length)
        length += one.length
    return crc, length


def _trailer(crc: int, length: int) -> bytes:
    return crc.to_bytes(4, "little") + (length & 0xFFFFFFFF).to_bytes(4, "little")


def _multiplied(a: int, b: int) -> int:
    """Return the product of two polynomials modulo CRC-32's, in its reflected bits."""
    product, bit = 0, 1 << 31
    while bit:
        if a & bit:
            product ^= b
        b = (b >> 1) ^ POLYNOMIAL if b & 1 else b >> 1
        bit >>= 1
    return product


@lru_cache(maxsize=65_536)
def _operator(length: int) -> int:
    """Return what so many bytes do to a CRC-32 that stands before them: x to the 8n."""
    power, square = 1 << 31, 1 << 23
    while length:
        if length & 1:
            power = _multiplied(square, power)
        square = _multiplied(square, square)
        length >>= 1
    return power
