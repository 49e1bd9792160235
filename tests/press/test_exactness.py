"""An edit presses exactly the sheets that show what changed."""

from __future__ import annotations

from dateline import press
from tests.press import paper
from tests.press.conftest import Clock

LATEST = {"part:rail:x", paper.RAIL}


def pressed(store: press.MemoryStore) -> set[str]:
    report = press.run(store=store)
    assert not report.failed
    assert not report.parked
    return set(report.pressed) | set(report.gone)


def note(ident: int, slug: str = "note") -> set[str]:
    return {f"/{slug}-{ident}/", f"/{slug}-{ident}.json"}


def test_the_whole_paper_is_pressed_and_a_second_run_presses_nothing(
    shelf: press.MemoryStore,
) -> None:
    assert shelf.paths() == {*note(1), *note(2), *note(3), paper.RAIL, "/", "/in/city/", "/day/10/"}
    assert b"Ann" in (shelf.read("/note-1/") or b"")

    again = press.run(store=shelf)

    assert again.count == 0
    assert press.check(store=shelf) == []


def test_a_body_shows_on_its_own_pages_only(shelf: press.MemoryStore) -> None:
    paper.put(2, body="Other words.")

    assert pressed(shelf) == note(2)
    assert press.check(store=shelf) == []


def test_a_headline_shows_wherever_the_card_does(shelf: press.MemoryStore) -> None:
    paper.put(2, headline="Retold")

    assert pressed(shelf) == note(2) | LATEST | {"/", "/in/city/", "/day/10/"}
    assert press.check(store=shelf) == []


def test_a_write_that_changes_nothing_presses_nothing(shelf: press.MemoryStore) -> None:
    paper.put(2)

    assert press.run(store=shelf).count == 0


def test_an_author_shows_on_the_pages_of_his_notes(shelf: press.MemoryStore) -> None:
    paper.put(3, author=2)
    press.run(store=shelf)

    paper.rename(2, "Benedict")

    assert pressed(shelf) == note(3)


def test_a_new_note_touches_its_neighbour_and_its_lists(shelf: press.MemoryStore) -> None:
    paper.put(4)

    assert pressed(shelf) == note(4) | note(3) | LATEST | {"/", "/in/city/", "/day/10/"}
    assert press.check(store=shelf) == []


def test_a_note_below_every_window_touches_no_list(shelf: press.MemoryStore) -> None:
    for ident in range(4, 9):
        paper.put(ident)
    press.run(store=shelf)

    paper.put(20, at=500)

    assert pressed(shelf) == note(20) | note(1) | {"/day/5/", "/day/10/", "/"}
    assert press.check(store=shelf) == []


def test_moving_a_note_empties_one_list_and_fills_another(shelf: press.MemoryStore) -> None:
    for ident in (1, 2, 3):
        paper.put(ident, section="port")

    done = pressed(shelf)

    assert "/in/city/" not in shelf.paths()
    assert "/in/port/" in shelf.paths()
    assert done == {"/in/city/", "/in/port/"}


def test_a_note_that_goes_leaves_a_tombstone_and_comes_back(shelf: press.MemoryStore) -> None:
    paper.put(3, live=False)
    pressed(shelf)

    assert "/note-3/" not in shelf.paths()
    assert b"gone" in shelf.tombs["/note-3/"]
    assert b"/note-3/" not in b"".join(shelf.files[path] for path in ("/", "/in/city/"))

    paper.put(3, live=True)
    pressed(shelf)

    assert "/note-3/" in shelf.paths()
    assert "/note-3/" not in shelf.tombs
    assert press.check(store=shelf) == []


def test_a_new_address_leaves_a_redirect_and_chains_collapse(shelf: press.MemoryStore) -> None:
    paper.put(2, slug="second")
    pressed(shelf)
    paper.put(2, slug="third")
    pressed(shelf)

    assert shelf.leads["/note-2/"] == "301 /third-2/"
    assert shelf.leads["/second-2/"] == "301 /third-2/"
    assert press.check(store=shelf) == []

    paper.put(2, slug="note")
    pressed(shelf)

    assert "/note-2/" not in shelf.leads
    assert shelf.leads["/third-2/"] == "301 /note-2/"


def test_an_hour_that_comes_presses_the_page_again(shelf: press.MemoryStore, hand: Clock) -> None:
    paper.put(1, fresh_until=60)
    pressed(shelf)
    assert b"fresh: True" in shelf.files["/note-1/"]
    assert press.run(store=shelf).count == 0

    hand.go(61)

    assert pressed(shelf) == note(1)
    assert b"fresh: False" in shelf.files["/note-1/"]
