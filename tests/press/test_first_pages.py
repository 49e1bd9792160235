"""A new page is there first of all, and waits for no part."""

from __future__ import annotations

from dateline import press
from tests.press import paper


def test_a_new_page_is_there_before_the_part_beside_it(shelf: press.MemoryStore) -> None:
    paper.put(10, headline="Head 10.")

    done = press.run(store=shelf).pressed

    assert done.index("/note-10/") < done.index("part:rail:x") < done.index("/")
    assert shelf.files["/note-10/"].count(b"Head 10.") == 1


def test_a_page_that_holds_a_part_is_pressed_once(shelf: press.MemoryStore) -> None:
    paper.put(10)

    done = press.run(store=shelf)

    assert (done.pressed + done.same).count("/") == 1
    assert done.again == []
