"""A page whose slot alone holds what went is filled anew from its file, and not rendered."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.db import transaction

from dateline import press
from dateline.press import hooks, sql
from dateline.press.filing import refills as refilling
from dateline.press.ledger import jobs
from dateline.press.rendering.reader import slot
from dateline.press.stores.gzips import apart, sliced
from tests.press import paper
from tests.press.anew import pages, pressed_anew
from tests.press.conftest import Clock
from tests.press.refilled import proved

GONE = 4
HOLDS = "/note-1/"
"""Holds the note that goes in its slot, and shows nothing else of it."""


@pytest.fixture
def refills() -> Iterator[list[str]]:
    """Prove every refill; gives the addresses of those."""
    with proved() as seen:
        yield seen


@pytest.fixture
def store(shelf: press.MemoryStore) -> press.MemoryStore:
    """Return a paper of five notes, each pressed beside a rail with all of them."""
    for ident in (4, 5):
        paper.put(ident)
    press.press_all(touch=False)
    press.run(store=shelf)
    return shelf


def in_folder(root: Path, **more: Any) -> press.FolderStore:
    store = press.FolderStore(root, **more)
    press.press_all(touch=False)
    press.run(store=store)
    return store


def goes(ident: int = GONE) -> None:
    """Take a note off the site."""
    with transaction.atomic():
        paper.write("UPDATE paper_note SET live = %s WHERE id = %s", False, ident)
        press.takedown(("note", ident))


def row(path: str) -> dict[str, Any]:
    names = "epoch, wake_at, deps, hash, file_hash, bytes, state, pressed_seq, id"
    [found] = sql.fetch(f"SELECT {names} FROM press_sheet WHERE path = %s", [path])
    return dict(zip(names.split(", "), found, strict=True))


def edges(path: str) -> set[int]:
    return {
        read
        for (read,) in sql.fetch("SELECT read FROM press_edge WHERE sheet = %s", [row(path)["id"]])
    }


def test_what_only_holds_it_in_a_slot_is_refilled_and_what_shows_it_is_pressed(
    store: press.MemoryStore, refills: list[str]
) -> None:
    goes()

    report = press.run(store=store)

    assert sorted(refills) == ["/note-1.json", "/note-1/", "/note-2.json", "/note-2/"]
    assert {"/note-3/", "/note-5/", "/", *refills} < set(report.pressed)
    assert [path for path, body in store.files.items() if b"Note 4" in body] == []
    assert press.whereis(("note", GONE)) == []
    assert press.check(store=store) == []
    assert pages(store) == pressed_anew()
    assert press.run(store=store).count == 0


def test_a_refilled_page_keeps_its_reads_and_its_hour(
    store: press.MemoryStore, refills: list[str], hand: Clock
) -> None:
    paper.put(1, fresh_until=60)
    press.run(store=store)
    before, shown = row(HOLDS), edges(HOLDS)

    goes()
    press.run(store=store)

    after = row(HOLDS)
    stays = ("epoch", "wake_at", "deps", "hash", "state")
    assert HOLDS in refills
    assert {name: after[name] for name in stays} == {name: before[name] for name in stays}
    assert edges(HOLDS) == shown
    assert after["pressed_seq"] == before["pressed_seq"] + 1
    assert (after["file_hash"], after["bytes"]) != (before["file_hash"], before["bytes"])
    hand.go(61)
    assert HOLDS in press.run(store=store).pressed
    assert pages(store) == pressed_anew()


def test_a_refilled_file_is_one_member_that_servers_can_take_apart(
    store: press.MemoryStore, refills: list[str], tmp_path: Path
) -> None:
    folder = in_folder(tmp_path)
    goes()

    press.run(store=folder)

    packed = (tmp_path / "note-1.html.gz").read_bytes()
    unpacker = zlib.decompressobj(wbits=31)
    assert unpacker.decompress(packed) == folder.read(HOLDS)
    assert (unpacker.eof, unpacker.unused_data) == (True, b"")
    [(seq,)] = sql.fetch("SELECT pressed_seq FROM press_sheet WHERE path = 'part:rail:x'")
    assert [(one.address, one.seq) for one in apart(packed)] == [("", 0), (paper.RAIL, seq)]
    assert HOLDS in refills
    assert press.check(store=folder) == []


def test_a_brotli_file_with_what_went_goes_as_well(
    store: press.MemoryStore, refills: list[str], tmp_path: Path
) -> None:
    folder = in_folder(tmp_path, with_brotli=True)
    file = tmp_path / "note-1.html.br"
    assert b"Note 4" in brotli.decompress(file.read_bytes())
    goes()

    press.run(store=folder)

    assert HOLDS in refills
    assert not file.exists()


def edited() -> None:
    paper.put(1, body="Other words.")


def edited_before(work: Callable[[], None]) -> None:
    edited()
    work()


def edited_after(work: Callable[[], None]) -> None:
    work()
    edited()


@pytest.mark.parametrize("way", [edited_before, edited_after])
def test_what_is_marked_for_anything_else_is_pressed_wholly(
    store: press.MemoryStore, refills: list[str], way: Callable[[Callable[[], None]], None]
) -> None:
    way(goes)

    press.run(store=store)

    assert HOLDS not in refills
    assert b"Other words." in store.files[HOLDS]
    assert b"Note 4" not in store.files[HOLDS]
    assert pages(store) == pressed_anew()


@pytest.mark.parametrize("step", ["claimed", "refilled", "staged", "opened"])
def test_what_is_marked_while_it_is_refilled_is_pressed_wholly(
    store: press.MemoryStore, step: str
) -> None:
    marked: list[str] = []

    def mark(at: str) -> None:
        if at == step and not marked and (at == "claimed" or "refilled" in seen):
            marked.append(at)
            edited()
        seen.append(at)

    seen: list[str] = []
    goes()
    stop = hooks.listen(mark)
    try:
        press.run(store=store)
    finally:
        stop()

    assert marked
    assert b"Other words." in store.files[HOLDS]
    assert press.check(store=store) == []
    assert pages(store) == pressed_anew()


def test_two_takedowns_in_one_go_are_one_refill(
    store: press.MemoryStore, refills: list[str]
) -> None:
    goes(4)
    goes(5)

    press.run(store=store)

    assert refills.count(HOLDS) == 1
    assert [path for path, body in store.files.items() if b"Note 4" in body] == []
    assert [path for path, body in store.files.items() if b"Note 5" in body] == []


def other_design(store: Any, settings: Any) -> None:
    settings.PRESS_EPOCH = "tests.press.paper.epoch"
    paper.design[0] = "second"


def other_file(store: Any, settings: Any) -> None:
    store.files[HOLDS] = store.files[HOLDS] + b" and more"


def other_text(store: Any, settings: Any) -> None:
    """Write a file whose slots and size are right, and whose text is not."""
    body = store.files[HOLDS]
    store.files[HOLDS] = sliced(body.replace(b"Words.", b"Wards."), body.slots)


def other_version(store: Any, settings: Any) -> None:
    body = store.files[HOLDS]
    store.files[HOLDS] = sliced(body, [one._replace(seq=one.seq - 1) for one in body.slots])


def no_file(store: Any, settings: Any) -> None:
    del store.files[HOLDS]


def no_slots(store: Any, settings: Any) -> None:
    store.files[HOLDS] = bytes(store.files[HOLDS])


def no_page(store: Any, settings: Any) -> None:
    """Have the ledger say that another page was rendered for this file."""
    sql.do("UPDATE press_sheet SET hash = hash + 1 WHERE id = %s", [row(HOLDS)["id"]])


def in_doubt(store: Any, settings: Any) -> None:
    jobs.doubt([row(HOLDS)["id"]])


def of_the_future(store: Any, settings: Any) -> None:
    sql.do("UPDATE press_sheet SET pressed_at = pressed_at + 1 WHERE id = %s", [row(HOLDS)["id"]])


ODD = [
    other_design,
    other_file,
    other_text,
    other_version,
    no_file,
    no_slots,
    no_page,
    in_doubt,
    of_the_future,
]


@pytest.mark.parametrize("odd", ODD)
def test_whatever_is_odd_is_pressed_wholly(
    store: press.MemoryStore, refills: list[str], settings: Any, odd: Callable[..., None]
) -> None:
    odd(store, settings)
    goes()

    press.run(store=store)

    assert HOLDS not in refills
    assert b"Note 4" not in store.files[HOLDS]
    assert [one for one in press.check(store=store) if one.path == HOLDS] == []


def test_no_bit_of_a_file_may_be_wrong_and_its_text_pass(store: press.MemoryStore) -> None:
    member = store.packed(HOLDS) or b""
    [held] = sql.fetch(
        "SELECT s.file_hash, b.part, b.seq FROM press_sheet s JOIN press_soft b"
        " ON b.sheet = s.id WHERE s.path = %s",
        [HOLDS],
    )
    baked = refilling.Baked(*held)
    sound = opened(member, baked)

    found = [opened(damaged(member, at, bit), baked) for at in range(len(member)) for bit in (0, 5)]

    assert (
        sound
        == store.files[HOLDS].partition(paper.SLOT)[0] + paper.SLOT + slot(baked.part).encode()
    )
    assert set(found) == {sound, None}
    assert found.count(None) > len(member)


def damaged(member: bytes, at: int, bit: int) -> bytes:
    return member[:at] + bytes([member[at] ^ 1 << bit]) + member[at + 1 :]


def opened(member: bytes, baked: refilling.Baked) -> bytes | None:
    """Return a page taken from a file, None where that is found to be damaged."""
    try:
        page = refilling._opened(member, baked)
    except zlib.error:
        return None
    return page.text if page and page.hash == row(HOLDS)["hash"] else None


def test_a_damaged_file_is_pressed_wholly(
    store: press.MemoryStore, refills: list[str], tmp_path: Path
) -> None:
    folder = in_folder(tmp_path)
    file = tmp_path / "note-1.html.gz"
    file.write_bytes(file.read_bytes()[:-40])
    goes()

    press.run(store=folder)

    assert HOLDS not in refills
    assert b"Note 4" not in (folder.read(HOLDS) or b"")
    assert press.check(store=folder) == []


def test_a_page_that_cannot_be_rendered_loses_what_went_all_the_same(
    store: press.MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.broken.add(1)
    goes()

    report = press.run(store=store)

    assert report.failed == []
    assert b"Note 4" not in store.files[HOLDS]


@pytest.mark.parametrize("first", [goes, lambda: press.press_all(touch=False)])
def test_a_page_that_is_to_be_written_anew_is_no_refill(
    store: press.MemoryStore, refills: list[str], first: Callable[[], object]
) -> None:
    first()
    press.press_all(touch=False)
    goes()

    press.run(store=store)

    assert refills == []
    assert pages(store) == pressed_anew()
