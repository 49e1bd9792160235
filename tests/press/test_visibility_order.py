"""No page is ever visible that links to one which is not there yet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline import press
from dateline.press import sql
from dateline.press.filing import visibility_order
from dateline.press.ledger import jobs
from dateline.press.worker.batches import MOST_WAITS, Press
from tests.press import paper
from tests.press.conftest import Clock
from tests.press.watch import BETWEEN, watching

Edit = Callable[[], object]


def chain(*idents: int) -> None:
    """Publish notes far apart in time, each of which names the next: no list names them."""
    names = dict(zip(idents, [*idents[1:], 0], strict=True))
    paper.put_many(
        {
            ident: {"at": 10 * ident, "body": f"See /note-{far}/" if far else "The end."}
            for ident, far in names.items()
        }
    )


@pytest.fixture
def between(shelf: press.MemoryStore) -> press.MemoryStore:
    """Have notes stand between those of a chain, so that they are nobody's neighbours."""
    paper.put_many({100 + n: {"at": 10 * n + 5, "slug": "old"} for n in range(3, 12)})
    press.run(store=shelf)
    return shelf


@pytest.mark.parametrize(
    "edit",
    [
        lambda: paper.put(4),
        lambda: paper.put(4, at=1),
        lambda: paper.put(4, section="sea", at=7000),
        lambda: paper.put(2, slug="moved"),
        lambda: paper.put(2, live=False),
        lambda: paper.put_many({3: {"headline": "Retold"}, 4: {}}),
        lambda: paper.put_many({ident: {"body": "See /note-9/"} for ident in (1, 2, 3)} | {9: {}}),
    ],
    ids=["published", "back-dated", "first of its lists", "readdressed", "withdrawn"]
    + ["published with its neighbour", "published with many that name it"],
)
def test_no_page_links_to_one_that_is_not_there(shelf: press.MemoryStore, edit: Edit) -> None:
    edit()

    with watching(shelf) as watch:
        press.run(store=shelf)

    assert watch.moments > 3
    assert watch.dead == []
    assert press.check(store=shelf) == []


@pytest.mark.parametrize("idents", [(5, 7, 9), (9, 7, 5), (7, 9, 5)])
def test_pages_that_name_each_other_in_a_row_come_from_its_end(
    between: press.MemoryStore, idents: tuple[int, ...]
) -> None:
    chain(*idents)

    with watching(between) as watch:
        done = press.run(store=between)

    assert watch.dead == []
    assert {f"/note-{ident}/" for ident in idents} <= {*done.pressed}


def test_pages_in_a_ring_come_together(shelf: press.MemoryStore) -> None:
    paper.put_many({4: {}, 5: {}, 6: {}})

    with watching(shelf, BETWEEN) as watch:
        press.run(store=shelf)

    assert watch.moments > 3
    assert watch.dead == []
    assert press.check(store=shelf) == []


def test_a_page_waits_for_one_that_another_worker_has_in_hand(
    between: press.MemoryStore, hand: Clock
) -> None:
    paper.put_many({1: {"body": "See /note-5/"}, 5: {"at": 50}})
    there = [one.sheet for one in visibility_order.coming_sheets()]
    assert jobs.claim_of(there, "worker@elsewhere:1")

    press.run(store=between)
    assert b"See /note-5/" not in between.files["/note-1/"]

    hand.go(jobs.LEASE / 1_000_000 + 1)
    with watching(between) as watch:
        press.run(store=between)
    assert watch.dead == []
    assert b"See /note-5/" in between.files["/note-1/"]


def test_a_page_does_not_wait_for_ever(between: press.MemoryStore, hand: Clock) -> None:
    worker = Press(between)
    paper.put_many({1: {"body": "See /note-5/"}, 5: {"at": 50}})
    jobs.claim_of([one.sheet for one in visibility_order.coming_sheets()], "worker@elsewhere:1")

    for _turn in range(MOST_WAITS + 1):
        worker.batch()
        hand.go(0.03)
        sql.do("UPDATE press_job SET lease_until = lease_until + 30000 WHERE worker <> ''")

    assert b"See /note-5/" in between.files["/note-1/"]


def test_a_page_waits_for_none_that_cannot_be_pressed(between: press.MemoryStore) -> None:
    paper.broken.add(5)
    paper.put_many({1: {"body": "See /note-5/"}, 5: {"at": 50}})

    press.run(store=between)

    assert b"See /note-5/" in between.files["/note-1/"]


def test_of_very_many_new_pages_the_lists_come_last(shelf: press.MemoryStore) -> None:
    many = range(10, 10 + jobs.MOST_FIRST)
    for ident in many:
        paper.put(ident, section="sea", at=7000 + ident)

    done = press.run(store=shelf).pressed

    own = [done.index(f"/note-{ident}/") for ident in many]
    assert max(own) < min(done.index("/in/sea/"), done.index("/day/70/"))
    assert press.check(store=shelf) == []


def test_an_address_is_named_whole_or_not_at_all() -> None:
    paths = {1: "/en/a/", 2: "/en/ø/", 3: "/en/a.json", 4: "/en/b/"}

    named = visibility_order.named_in(
        b'<a href="/en/a/"> /en/%C3%B8/#top http://b.example/en/a.jsonl /en/b/c/', paths
    )

    assert named == {1, 2}
