"""A linked slot holds a link, so a page neither shows nor depends on what belongs there."""

from __future__ import annotations

import gzip
from importlib import import_module

import pytest
from django.db import connection, transaction

from dateline import press
from dateline.press import sql
from dateline.press.numbering import ids
from dateline.press.stores.gzips import apart, compress
from tests.press import paper

PART = "part:rail:x"


def file_many(store: press.MemoryStore, count: int) -> None:
    """File notes of a section and a day each, one hundred apart."""
    paper.put_many(
        {
            ident: {"section": f"s{ident}", "at": ident * 100, "headline": f"Head {ident}."}
            for ident in range(10, 10 + count)
        }
    )
    press.run(store=store)


def take_down(ident: int) -> press.Takedown:
    """Take a note off the site; return what is to be pressed for it."""
    with transaction.atomic():
        paper.write("UPDATE paper_note SET live = %s WHERE id = %s", False, ident)
        return press.takedown(("note", ident))


def holding(store: press.MemoryStore, text: bytes) -> set[str]:
    return {path for path, body in store.files.items() if text in body}


def test_a_page_holds_no_headline_of_its_slot(shelf: press.MemoryStore) -> None:
    file_many(shelf, 12)

    for ident in range(10, 22):
        page = shelf.files[f"/note-{ident}/"]
        assert page.count(b"Head ") == 1
        assert page.endswith(b"rail: " + paper.LINK.encode())
    assert b"Head 21." in shelf.files[paper.RAIL]


def test_a_page_depends_on_no_part_of_its_slots(shelf: press.MemoryStore) -> None:
    rows = sql.fetch(
        "SELECT s.path FROM press_edge e JOIN press_sheet s ON s.id = e.sheet WHERE e.read = %s",
        [ids.hashed_number(ids.PART, PART)],
    )

    assert {path for (path,) in rows} == {"/", paper.RAIL}


def test_a_file_says_where_its_slots_are(shelf: press.MemoryStore) -> None:
    page, alone = compress(shelf.files["/note-1/"]), compress(shelf.files[paper.RAIL])

    slots = [(one.address, one.seq, one.length) for one in apart(page) if one.address]

    assert slots == [(paper.RAIL, 0, len(paper.LINK))]
    assert gzip.decompress(page) == shelf.files["/note-1/"]
    [version] = [one.seq for one in apart(alone) if one.address]
    assert [(version,)] == sql.fetch("SELECT pressed_seq FROM press_sheet WHERE path = %s", [PART])


@pytest.mark.parametrize("count", [20, 300])
def test_a_takedown_presses_what_depends_on_the_thing_and_no_page_beside_it(
    shelf: press.MemoryStore, count: int
) -> None:
    file_many(shelf, count)
    last = 9 + count
    assert holding(shelf, f"Head {last}.".encode()) > {"/", paper.RAIL, f"/note-{last}/"}

    done = take_down(last)
    report = press.run(store=shelf)

    mine = {f"/note-{last}/", f"/note-{last}.json", f"/in/s{last}/", f"/day/{last}/"}
    beside = {f"/note-{last - 1}/", f"/note-{last - 1}.json", f"/day/{last - 1}/"}
    assert {*report.pressed, *report.gone} == {*mine, *beside, PART, "/", paper.RAIL}
    assert len(report.pressed + report.gone) + len(report.same) == 10
    assert len(done.sheets) <= 10
    assert holding(shelf, f"Head {last}.".encode()) == set()
    assert press.whereis(("note", last)) == []
    assert press.check(store=shelf) == []


def test_a_takedown_reaches_pages_that_hold_the_part_before_it_returns(
    shelf: press.MemoryStore, django_capture_on_commit_callbacks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.press.worker.batches.site_store", lambda: shelf)
    assert {"/", paper.RAIL} <= holding(shelf, b"Note 2")

    with django_capture_on_commit_callbacks(execute=True):
        take_down(2)

    assert holding(shelf, b"Note 2") == set()


def test_whereis_names_the_pages_that_hold_a_part_with_the_thing(
    shelf: press.MemoryStore,
) -> None:
    assert {"/", paper.RAIL} <= set(press.whereis(("note", 2)))


def test_an_upgrade_marks_the_pages_that_held_headlines(shelf: press.MemoryStore) -> None:
    sql.do("CREATE TABLE press_soft (sheet bigint, part bigint, seq bigint)")
    sql.do(
        "INSERT INTO press_soft SELECT id, 1, 1 FROM press_sheet"
        " WHERE path IN ('/note-1/', '/note-2/')"
    )
    paper.put(2, body="Other words.")
    upgrade = import_module("dateline.press.migrations.0011_linked_slots_hold_links")

    upgrade.mark_what_holds_headlines(None, connection.schema_editor())

    assert sql.fetch(
        "SELECT s.path, j.importance FROM press_job j JOIN press_sheet s ON s.id = j.sheet"
        " WHERE s.path LIKE '/note-_/' ORDER BY s.path"
    ) == [("/note-1/", 4), ("/note-2/", 0)]
    assert {"/note-1/", "/note-2/"} <= {*(done := press.run(store=shelf)).pressed, *done.same}
