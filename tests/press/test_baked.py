"""A headline that is taken down goes from every linked slot that it was baked into."""

from __future__ import annotations

import importlib

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from dateline import press
from dateline.press import sql
from dateline.press.marking import baked
from dateline.press.models import PartItem, Soft
from dateline.press.numbering import ids
from dateline.press.stores.notify_servers import BELL
from tests.press import paper
from tests.press.conftest import Clock
from tests.press.plans import scanned

RAIL = "part:rail:x"


def take_down(ident: int) -> list[int]:
    """Take a note down without draining; return the sheets found by their slots."""
    with transaction.atomic():
        paper.write("UPDATE paper_note SET live = %s WHERE id = %s", False, ident)
        press.takedown(("note", ident))
        return baked.showing([("note", ident)])


def addresses(sheets: list[int]) -> set[str]:
    rows = sql.fetch_in("SELECT path FROM press_sheet WHERE id IN ({})", sheets)
    return {row[0] for row in rows}


def file_many(store: press.MemoryStore, count: int) -> None:
    """File notes one by one, so that each page is pressed beside another rail."""
    for ident in range(10, 10 + count):
        paper.put(ident, section=f"s{ident}", headline=f"Head {ident}.")
        press.run(store=store)


def test_each_page_is_found_by_what_was_baked_into_it(shelf: press.MemoryStore) -> None:
    file_many(shelf, 12)

    found = {n: addresses(baked.showing([("note", n)])) for n in (10, 14, 21)}

    for ident, pages in found.items():
        told = f"Head {ident}.".encode()
        holding = {path for path, body in shelf.files.items() if told in body.split(b"rail:")[-1]}
        assert pages == {path for path in holding if path.startswith("/note-")}
        assert len(pages) >= 2


def test_a_takedown_empties_every_baked_slot(shelf: press.MemoryStore) -> None:
    file_many(shelf, 12)
    with transaction.atomic():
        paper.write("UPDATE paper_note SET live = %s WHERE id = %s", False, 14)
        press.takedown(("note", 14))

    press.run(store=shelf)

    assert [path for path, body in shelf.files.items() if b"Head 14." in body] == []
    assert press.whereis(("note", 14)) == []
    assert press.check(store=shelf) == []


def test_a_takedown_reaches_pages_that_hold_the_part_hard(
    shelf: press.MemoryStore, django_capture_on_commit_callbacks, monkeypatch
) -> None:
    monkeypatch.setattr("dateline.press.worker.batches.site_store", lambda: shelf)
    assert b"Note 2" in shelf.files["/"]

    with django_capture_on_commit_callbacks(execute=True):
        take_down(2)

    assert [path for path, body in shelf.files.items() if b"Note 2" in body] == []


def test_a_page_pressed_beside_the_old_part_is_not_filed_after_a_takedown(
    shelf: press.MemoryStore, monkeypatch
) -> None:
    from dateline.press.worker import batches

    done = []
    filed = batches.filing.file

    def taken_down_before(batch, *more):
        if not done and any(one.sheet.path == "/note-1/" for one in batch):
            done.append(take_down(2))
        return filed(batch, *more)

    monkeypatch.setattr(batches.filing, "file", taken_down_before)
    paper.put(1, body="Other words.")

    press.run(store=shelf)

    assert done
    assert [path for path, body in shelf.files.items() if b"Note 2" in body] == []


def test_servers_that_hold_pages_in_memory_are_rung_for_what_went(
    small_paper: None, hand: Clock, tmp_path
) -> None:
    store = press.FolderStore(tmp_path)
    paper.put(1)
    press.run(store=store)
    (tmp_path / BELL).unlink()

    paper.put(1, live=False)
    press.run(store=store)

    assert (tmp_path / BELL).exists()


def test_the_oracle_finds_a_dead_headline_in_a_slot(shelf: press.MemoryStore) -> None:
    paper.write("UPDATE paper_note SET live = %s WHERE id = %s", False, 3)

    found = press.check(store=shelf)

    why = "has note:3 baked in, which is not public"
    assert press.Drift("/note-1/", why) in found


def test_what_ceases_to_be_public_in_any_way_leaves_the_slots(shelf: press.MemoryStore) -> None:
    paper.put(3, live=False)

    press.run(store=shelf)

    assert b"Note 3" not in shelf.files["/note-1/"]
    assert press.check(store=shelf) == []


def test_a_thing_is_found_by_its_index_among_many_versions(shelf: press.MemoryStore) -> None:
    part, item = ids.hashed_number(ids.PART, RAIL), ids.item_number("note", 500)
    PartItem.objects.bulk_create(
        PartItem(item=item + n % 4000, part=part, from_seq=n, to_seq=n + 3, ended_at=n)
        for n in range(20_000)
    )
    Soft.objects.bulk_create(Soft(sheet=90_000 + n, part=part, seq=n) for n in range(20_000))

    with CaptureQueriesContext(connection) as asked:
        found = baked.showing([("note", 500)])

    assert found == [90_000 + 4000 * turn + n for turn in range(5) for n in range(4)]
    assert len(asked) == 1
    assert scanned(asked[0]["sql"]) == []


def test_what_no_sheet_holds_is_forgotten_after_thirty_days(
    shelf: press.MemoryStore, hand: Clock
) -> None:
    file_many(shelf, 12)
    before = PartItem.objects.exclude(to_seq=None).count()
    hand.go(31 * 24 * 3600)
    assert baked.prune() == 0

    press.press_all()
    press.run(store=shelf)

    assert baked.prune() == before > 0
    assert PartItem.objects.exclude(to_seq=None).count() == 0


def test_the_old_list_of_versions_becomes_intervals() -> None:
    migration = importlib.import_module("dateline.press.migrations.0003_what_parts_showed")

    found = list(
        migration.intervals(
            [(1, '["note:1", "note:2"]', 10), (2, '["note:2"]', 20), (5, '["note:1"]', 30)]
        )
    )

    assert found == [("note:1", 1, 1, 20), ("note:2", 1, 2, 30), ("note:1", 5, None, None)]
