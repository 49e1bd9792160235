"""Whole numbers in few bytes: seven bits a byte, the lowest first, the eighth for more to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

MORE = 0x80


def put(number: int, out: bytearray) -> None:
    """Append a number that is not negative."""
    while number >= MORE:
        out.append(number & 0x7F | MORE)
        number >>= 7
    out.append(number)


def put_signed(number: int, out: bytearray) -> None:
    """Append any number: the lowest bit says whether it is negative."""
    put(number << 1 if number >= 0 else (-number << 1) - 1, out)


def signed(number: int) -> int:
    """Return the number that put_signed wrote as this one."""
    return -((number + 1) >> 1) if number & 1 else number >> 1


def numbers(body: bytes) -> Iterator[int]:
    """Yield the numbers of packed bytes."""
    number = shift = 0
    for byte in body:
        number |= (byte & 0x7F) << shift
        if byte & MORE:
            shift += 7
        else:
            yield number
            number = shift = 0


def packed(values: Iterable[int]) -> bytes:
    """Return a set of numbers, none negative, by the steps between them."""
    out, last = bytearray(), 0
    for value in sorted(values):
        put(value - last, out)
        last = value
    return bytes(out)


def unpacked(body: bytes) -> set[int]:
    """Return the set of numbers that packed() was given."""
    found, last = set(), 0
    for step in numbers(body):
        last += step
        found.add(last)
    return found
