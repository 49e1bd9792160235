"""Pages with linked slots are one standard gzip member that can be taken apart."""

import gzip
import random
import zlib

import pytest

from dateline.press.stores.gzips import Slot, apart, combined, compress, joined, segment, sliced

HEAD, RAIL, TAIL = b"<p>head</p>" * 400, b"<section>old news</section>", b"<p>tail</p>" * 90
WHOLE = HEAD + RAIL + TAIL
PAGE = sliced(WHOLE, [Slot(len(HEAD), len(HEAD + RAIL), "/_f/en/rail.html", 1_700_000_000_017)])


def test_a_page_with_slots_is_one_member_that_anybody_unpacks():
    packed = compress(PAGE)

    unpacker = zlib.decompressobj(wbits=31)
    assert unpacker.decompress(packed) == WHOLE
    assert unpacker.eof
    assert unpacker.unused_data == b""
    assert gzip.decompress(packed) == WHOLE
    assert packed == compress(sliced(WHOLE, PAGE.slots))


def test_its_segments_can_be_put_around_another_part():
    head, old, tail = apart(compress(PAGE))
    new = segment(b"<section>today's news</section>")

    assert (old.address, old.seq, old.length) == ("/_f/en/rail.html", 1_700_000_000_017, len(RAIL))
    assert gzip.decompress(joined([head, new, tail])) == WHOLE.replace(b"old", b"today's")


def test_what_many_pages_hold_is_a_segment_like_any_other():
    look = b"<style>p{color:red}</style>"
    slots = [
        Slot(0, len(look), "", 0),
        Slot(len(look + HEAD), len(look + HEAD + RAIL), "/_f/x.html", 7),
    ]

    packed = compress(sliced(look + WHOLE, slots))
    other = compress(sliced(look + TAIL, slots[:1]))

    assert gzip.decompress(packed) == look + WHOLE
    assert [(one.address, one.seq) for one in apart(packed)] == [
        ("", 0),
        ("", 0),
        ("/_f/x.html", 7),
        ("", 0),
    ]
    assert apart(other)[0] == apart(packed)[0]


@pytest.mark.parametrize("around", [(b"", b""), (HEAD, b""), (b"", TAIL)])
@pytest.mark.parametrize("part", [RAIL, b""])
def test_a_slot_may_stand_at_either_end_or_be_empty(around, part):
    before, after = around
    slots = [Slot(len(before), len(before + part), "/_f/x.html", 1)]

    packed = compress(sliced(before + part + after, slots))

    assert gzip.decompress(packed) == before + part + after
    assert gzip.decompress(joined(apart(packed))) == before + part + after


def test_what_was_not_made_of_segments_has_none():
    whole = compress(PAGE)
    damaged = [
        whole[:-1],
        whole + b"x",
        whole[:40],
        whole[:20] + b"\xff" + whole[21:],
        b"",
        b"\x1f",
    ]

    assert apart(compress(WHOLE)) == ()
    assert apart(gzip.compress(WHOLE)) == ()
    assert [apart(one) for one in damaged] == [()] * len(damaged)


def test_so_many_slots_that_the_header_has_no_room_are_left_out():
    slots = [Slot(n, n, "/_f/" + "x" * 100 + ".html", n) for n in range(1000)]

    packed = compress(sliced(WHOLE, slots))

    assert gzip.decompress(packed) == WHOLE
    assert apart(packed) == ()


def test_sums_are_combined_as_if_the_texts_were_one():
    chance = random.Random(3)

    for _ in range(100):
        one, two = (chance.randbytes(chance.randrange(5000)) for _ in range(2))
        assert combined(zlib.crc32(one), zlib.crc32(two), len(two)) == zlib.crc32(one + two)
