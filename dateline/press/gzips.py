"""Gzip as the press stores it: equal bytes for equal bodies."""

from __future__ import annotations

import zlib

import deflate

HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


def compress(body: bytes, level: int = 6) -> bytes:
    """Return one gzip member without a time in its header: equal bytes for equal bodies."""
    packed = bytes(deflate.deflate_compress(body, level))
    tail = zlib.crc32(body).to_bytes(4, "little") + (len(body) & 0xFFFFFFFF).to_bytes(4, "little")
    return HEADER + packed + tail


def unpack(packed: bytes) -> bytes:
    """Return what was compressed; raises zlib.error where that is no gzip."""
    return zlib.decompress(packed, wbits=31)
