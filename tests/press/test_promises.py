"""What readers and editors are promised: order, economy, and pages made of nothing but records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline import press
from dateline.press import sql
from dateline.press.registry import registry
from tests.press import paper
from tests.press.anew import pages, pressed_anew
from tests.press.conftest import Clock

EDITS: dict[str, tuple[Callable[[], object], int]] = {
    "a body": (lambda: paper.put(3, body="New."), 0),
    "a headline": (lambda: paper.put(3, headline="New"), 4),
    "an author": (lambda: paper.put(3, author=2), 4),
    "a section": (lambda: paper.put(3, section="port"), 0),
    "a date": (lambda: paper.put(3, at=1), 0),
    "a slug": (lambda: paper.put(3, slug="new"), 0),
    "an end": (lambda: paper.put(3, live=False), 0),
    "a name": (lambda: paper.rename(1, "Anna"), 0),
    "an hour that is not shown": (lambda: paper.put(3, fresh_until=-5), 2),
}
"""Each edit, and how many pages it may press to the same bytes: a facet holds what is not shown.

The pages beside a note read its card and show only its address.
"""


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_presses_what_a_clean_press_would_make_otherwise(
    shelf: press.MemoryStore, name: str
) -> None:
    edit, vain = EDITS[name]
    for ident in range(4, 20):
        paper.put(ident, section="city" if ident % 2 else "sea")
    press.run(store=shelf)
    before = pressed_anew()
    edit()
    after = pressed_anew()
    changed = {path for path in {*before, *after} if before.get(path) != after.get(path)}

    report = press.run(store=shelf)

    done = {path for path in [*report.pressed, *report.gone] if not path.startswith("part:")}
    assert done == changed
    assert pages(shelf) == after
    assert len(report.same) <= vain


def test_a_hundred_edits_of_one_note_in_a_second_press_each_page_three_times_at_most(
    shelf: press.MemoryStore, hand: Clock
) -> None:
    times: dict[str, int] = {}
    for turn in range(200):
        paper.put(2, headline=f"Edit {turn}")
        hand.go(0.005)
        if turn % 67 == 66:
            for path in press.run(store=shelf).pressed:
                times[path] = times.get(path, 0) + 1
    for path in press.run(store=shelf).pressed:
        times[path] = times.get(path, 0) + 1

    assert max(times.values()) <= 3
    assert b"Edit 199" in shelf.files["/note-2/"]
    assert press.check(store=shelf) == []


def ask_database(read: Any) -> None:
    paper.write("SELECT 1")


def ask_model(read: Any) -> None:
    from dateline.press.models import Job

    Job.objects.exists()


@pytest.mark.parametrize("ask", [ask_database, ask_model])
def test_a_plate_that_asks_the_database_is_refused_by_name(
    shelf: press.MemoryStore, monkeypatch: pytest.MonkeyPatch, ask: Callable[[Any], None]
) -> None:
    plate = registry.plates["section"].plate
    fair = plate.press

    def curious(read: Any, arg: str) -> Any:
        ask(read)
        return fair(read, arg)

    monkeypatch.setattr(plate, "press", curious)
    paper.put(2, headline="Retold")
    report = press.run(store=shelf)

    assert report.failed == ["/in/city/"]
    [why] = sql.fetch("SELECT reason FROM press_job")
    assert "“section” asked the database behind the Reader" in why[0]
