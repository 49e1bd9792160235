"""A new page is there first of all: it bakes in the part beside it as it was."""

from __future__ import annotations

import pytest
from django.db import transaction

from dateline import press
from dateline.press.worker import batches
from tests.press import paper


def test_a_new_page_is_there_before_the_part_beside_it(shelf: press.MemoryStore) -> None:
    paper.put(10, headline="Head 10.")

    done = press.run(store=shelf).pressed

    assert done.index("/note-10/") < done.index("part:rail:x") < done.index("/")
    assert shelf.files["/note-10/"].count(b"Head 10.") == 1
    assert b"Note 3" in shelf.files["/note-10/"].split(b"rail:")[-1]


def test_a_page_that_holds_a_part_is_pressed_once(shelf: press.MemoryStore) -> None:
    paper.put(10)

    done = press.run(store=shelf)

    assert (done.pressed + done.same).count("/") == 1
    assert done.again == []


def test_a_mended_page_bakes_in_the_part_as_it_is_now(shelf: press.MemoryStore) -> None:
    paper.put(1, headline="Mended.")

    press.run(store=shelf)

    assert b"Note 1" not in shelf.files["/note-1/"]


def test_a_new_page_holds_nothing_that_has_just_gone(shelf: press.MemoryStore) -> None:
    with transaction.atomic():
        paper.put(2, live=False)
        paper.put(10)

    press.run(store=shelf)

    assert b"Note 2" not in shelf.files["/note-10/"]
    assert press.check(store=shelf) == []


def test_a_new_page_is_not_filed_with_what_went_meanwhile(
    shelf: press.MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[str] = []
    filed = batches.filing.file

    def taken_down_before(batch, store, worker, *more):
        if not gone and any(one.sheet.path == "/note-10/" for one in batch):
            gone.append("note 2")
            paper.put(2, live=False)
        return filed(batch, store, worker, *more)

    monkeypatch.setattr(batches.filing, "file", taken_down_before)
    paper.put(10)

    press.run(store=shelf)

    assert gone
    assert [path for path, body in shelf.files.items() if b"Note 2" in body] == []
    assert press.check(store=shelf) == []
