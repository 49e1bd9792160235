"""Caches before the site forget exactly what changed, after it has, however often they fail."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from dateline import press
from dateline.press import sql
from dateline.press.caches import purges
from tests.patience import PATIENCE
from tests.press import caches, paper
from tests.press.caches import Cache
from tests.press.conftest import Clock

OWED = "SELECT path FROM press_purge ORDER BY path"
NOTE = ["/note-1.json", "/note-1/"]


@pytest.fixture
def near(shelf: press.MemoryStore, settings: Any) -> Iterator[Cache]:
    """Put a cache before the paper once it is pressed."""
    with caches.cache() as made, caches.before_the_paper(settings, made):
        yield made


def mend(shelf: press.MemoryStore, hand: Clock | None = None, **fields: Any) -> None:
    paper.put(1, **(fields or {"body": "Other words."}))
    press.run(store=shelf)
    if hand:
        hand.go(2)


def owed() -> list[str]:
    return [row[0] for row in sql.fetch(OWED)]


def test_exactly_what_changed_is_purged_once_every_server_must_have_seen_it(
    shelf: press.MemoryStore, near: Cache, hand: Clock
) -> None:
    mend(shelf)
    assert owed() == NOTE
    hand.go(2)

    purges.send(1)

    assert near.taken() == NOTE
    assert owed() == []


def test_what_is_urgent_is_purged_at_once_and_again_after_two_seconds(
    shelf: press.MemoryStore, near: Cache, hand: Clock
) -> None:
    paper.put(4)
    press.run(store=shelf)

    counts = []
    for _second in range(4):
        purges.send(1)
        counts.append(near.taken().count("/note-4/"))
        hand.go(1)

    assert counts == [1, 0, 1, 0]
    assert owed() == []


def test_what_went_is_purged_with_all_that_showed_it(
    shelf: press.MemoryStore, near: Cache, hand: Clock
) -> None:
    before = dict(shelf.files)
    mend(shelf, hand, live=False)

    purges.send(1)

    changed = {path for path in before | shelf.files if before.get(path) != shelf.files.get(path)}
    assert set(near.taken()) == changed
    assert {"/note-1/", "/note-1.json", "/in/city/"} <= changed


def test_a_sheet_that_came_out_as_it_was_is_purged_from_nowhere(
    shelf: press.MemoryStore, near: Cache
) -> None:
    paper.put(1)
    press.run(store=shelf)

    assert owed() == []


def test_a_hundred_pressings_of_a_sheet_are_one_purge(
    shelf: press.MemoryStore, near: Cache, hand: Clock
) -> None:
    for turn in range(100):
        mend(shelf, body=f"Take {turn}.")
    hand.go(2)

    purges.send(1)

    assert near.taken() == NOTE


def test_nothing_is_purged_of_what_was_never_committed(
    shelf: press.MemoryStore, near: Cache, hand: Clock
) -> None:
    with transaction.atomic():
        purges.owe({"/note-1/": 0})
        transaction.set_rollback(True)

    assert purges.send(1) == (0, {})
    assert near.taken() == []


def test_without_a_cache_no_row_is_written_and_nothing_asked(
    shelf: press.MemoryStore, django_assert_num_queries: Any
) -> None:
    mend(shelf)

    assert owed() == []
    assert press.status()["purges"] == {}
    with django_assert_num_queries(0):
        purges.owe({"/": 0})
        purges.send(1)
        purges.at_once(["/"])
        purges.urgent("/")
        purges.finish(1)


def test_a_refused_address_is_tried_again_ever_later_and_the_others_are_done(
    shelf: press.MemoryStore, near: Cache, hand: Clock
) -> None:
    near.refused["/note-1.json"] = 503
    mend(shelf, hand)

    tries = []
    for _second in range(16):
        purges.send(1)
        tries.append(len(near.taken()))
        hand.go(1)

    assert tries == [2, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1]
    assert owed() == ["/note-1.json"]
    [failing] = press.status()["purges"]["failing"]
    assert (failing["path"], failing["tries"]) == ("/note-1.json", 5)
    assert "answers 503" in failing["why"]


def test_a_purge_that_failed_goes_out_when_the_cache_is_back(
    shelf: press.MemoryStore, near: Cache, hand: Clock
) -> None:
    near.close()
    mend(shelf, hand)
    _tried, failed = purges.send(1)
    assert list(failed) == NOTE
    hand.go(1)

    with caches.cache(near.port) as back:
        purges.send(1)
        assert back.taken() == NOTE

    assert owed() == []


def test_what_changes_while_its_purge_is_on_the_way_is_purged_again(
    shelf: press.MemoryStore, near: Cache, hand: Clock
) -> None:
    mend(shelf, hand)
    in_hand = purges._claimed(10)
    mend(shelf, body="Yet other words.")

    purges._settle(in_hand, {}, purges.clock.ticks())
    hand.go(2)
    purges.send(1)

    assert near.taken() == NOTE
    assert owed() == []


def test_a_row_in_the_hands_of_one_who_died_is_taken_by_the_next(
    shelf: press.MemoryStore, near: Cache, hand: Clock
) -> None:
    mend(shelf, hand)
    purges._claimed(10)
    assert purges.send(1) == (0, {})
    hand.go(60)

    purges.send(1)

    assert near.taken() == NOTE


def test_a_clock_that_goes_back_holds_up_no_purge(
    shelf: press.MemoryStore, near: Cache, hand: Clock
) -> None:
    mend(shelf, hand)
    hand.go(-86_400)

    purges.send(1)

    assert near.taken() == NOTE


def test_urgent_addresses_go_before_a_long_row(
    shelf: press.MemoryStore, near: Cache, hand: Clock
) -> None:
    purges.owe({f"/old-{number}/": 5 for number in range(20)})
    hand.go(10)
    purges.owe({"/now/": 0})

    purges.send(1, most=1)

    assert near.taken() == ["/now/"]


@pytest.fixture
def taken(shelf: press.MemoryStore, near: Cache, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that takes a note down, pressing into the shelf."""
    from dateline.press.worker import batches

    monkeypatch.setattr(batches, "site_store", lambda: shelf)

    def take_down(capture: Any) -> press.Takedown:
        with capture(execute=True), transaction.atomic():
            paper.store(1, live=False)
            return press.takedown(("note", 1))

    return take_down


def test_a_takedown_purges_before_it_is_answered_and_lists_what(
    near: Cache, taken: Any, django_capture_on_commit_callbacks: Any, hand: Clock
) -> None:
    done = taken(django_capture_on_commit_callbacks)

    assert near.taken() == done.purged == sorted([*done.removed, *done.pressed])
    assert "/note-1/" in done.purged
    assert done.kept == []
    hand.go(2)
    purges.send(1)
    assert near.taken() == done.purged
    assert owed() == []


def test_a_takedown_waits_a_second_for_a_cache_that_hangs_and_tells_what_it_may_hold(
    near: Cache, taken: Any, django_capture_on_commit_callbacks: Any, caplog: Any
) -> None:
    near.slow = PATIENCE

    done = taken(django_capture_on_commit_callbacks)

    assert done.purged == []
    assert done.kept == sorted([*done.removed, *done.pressed])
    assert set(done.kept) <= set(owed())
    assert "taken down, but caches may hold: /" in caplog.text


def test_a_takedown_without_a_cache_lists_none(
    near: Cache, taken: Any, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.PRESS_PURGER = ""

    done = taken(django_capture_on_commit_callbacks)

    assert (done.purged, done.kept) == ([], [])
    assert done.removed


def test_the_press_tells_machines_what_waits(
    shelf: press.MemoryStore, near: Cache, hand: Clock, caplog: Any
) -> None:
    from dateline.press.watch import metrics

    caplog.set_level(logging.ERROR)
    mend(shelf, hand)

    text = metrics.text()

    assert "dateline_press_purges_waiting 2\n" in text
    assert "dateline_press_purge_age_seconds 2\n" in text
