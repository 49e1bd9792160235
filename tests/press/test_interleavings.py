"""Editors and workers meet at every statement of either: no page is ever lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest
from django.db import connection

from dateline import press
from dateline.press import hooks, sql
from dateline.press.worker.batches import Press
from tests.press import paper
from tests.press.anew import pages, pressed_anew
from tests.press.conftest import committed
from tests.press.lockstep import LONGEST, PATIENCE, Party, Work, meet

pytestmark = committed


class Scene:
    """A paper, an edit to be pressed, and one that comes meanwhile."""

    def __init__(self, before: Work, meanwhile: Work) -> None:
        self.before, self.meanwhile = before, meanwhile
        self.store = press.MemoryStore()

    def set(self) -> None:
        """Press three notes anew."""
        paper.clear()
        self.store = press.MemoryStore()
        paper.rename(1, "Ann")
        paper.rename(2, "Ben")
        paper.put_many({ident: {} for ident in range(1, 4)})
        press.press_all()
        press.run(store=self.store)

    def work(self) -> None:
        Press(self.store).until_idle()

    def stale(self) -> list[object]:
        """Drain what is left; return what is stale all the same."""
        self.work()
        drift: list[object] = list(press.check(store=self.store))
        return drift if drift or pages(self.store) == pressed_anew() else ["not as pressed anew"]


SCENES = {
    "a read that is new to a page": Scene(
        lambda: paper.put(1, author=2), lambda: paper.rename(2, "Benedict")
    ),
    "a list that nobody read before": Scene(
        lambda: paper.put(1, section="sea"), lambda: paper.put(2, section="sea")
    ),
    "a rail with what goes": Scene(lambda: paper.put(4), lambda: paper.put(3, live=False)),
    "an address that moves": Scene(
        lambda: paper.put(2, headline="Retold"), lambda: paper.put(2, slug="moved")
    ),
    "a note that is deleted": Scene(lambda: paper.put(2, body="More."), lambda: paper.delete(2)),
}


@pytest.fixture(params=SCENES)
def scene(open_paper: None, request: Any) -> Scene:
    return SCENES[request.param]


def lost(scene: Scene, meeting: Meeting, every: int) -> Iterator[tuple[int, object]]:
    """Hold one party at every nth statement, and yield after which meetings something was stale."""
    for nth in count(1, every):
        scene.set()
        more = meet(*meeting(scene), nth)
        yield from ((nth, drift) for drift in scene.stale())
        if not more:
            print(f"met at each {every}th of {nth} statements")
            return


def worker_and_editor(scene: Scene) -> tuple[Work, Work]:
    scene.before()
    return scene.work, scene.meanwhile


def editor_and_worker(scene: Scene) -> tuple[Work, Work]:
    scene.before()
    return scene.meanwhile, scene.work


def two_workers(scene: Scene) -> tuple[Work, Work]:
    scene.before()
    scene.meanwhile()
    return scene.work, scene.work


def two_editors(scene: Scene) -> tuple[Work, Work]:
    return scene.before, scene.meanwhile


Meeting = Callable[[Scene], tuple[Work, Work]]
MEETINGS = pytest.mark.parametrize(
    "meeting", [worker_and_editor, editor_and_worker, two_workers, two_editors]
)


@MEETINGS
def test_who_stops_at_a_statement_makes_nobody_lose_an_edit(scene: Scene, meeting: Meeting) -> None:
    slow = connection.vendor == "postgresql"

    assert list(lost(scene, meeting, every=17 if slow else 5)) == []


@pytest.mark.soak
@MEETINGS
def test_who_stops_at_any_statement_makes_nobody_lose_an_edit(
    scene: Scene, meeting: Meeting
) -> None:
    assert list(lost(scene, meeting, every=1)) == []


@pytest.fixture
def unlocked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what keeps PostgreSQL's editors and workers apart."""
    monkeypatch.setattr(sql, "hold_ledger", lambda *, alone: None)
    monkeypatch.setattr(sql, "shared", lambda: "")


def test_without_its_locks_postgresql_would_lose_pages(open_paper: None, unlocked: None) -> None:
    if connection.vendor != "postgresql":
        assert sql.shared() == "", "on SQLite there is one writer, locks or none"
        return

    assert race(SCENES["a read that is new to a page"]) != []


def test_with_its_locks_postgresql_loses_none(open_paper: None) -> None:
    assert race(SCENES["a read that is new to a page"]) == []


def race(scene: Scene) -> list[object]:
    """Have a worker verify a page, an editor change what it read for the first time, and both end.

    The editor looks for the pages that show the author before the worker's new edge is there.
    """
    scene.set()
    scene.before()
    gate = [threading.Event(), threading.Event()]

    seen: list[str] = []

    def verified(step: str) -> None:
        seen.append(step)
        if step == "verified" and seen.count(step) == 2:  # the rail was the first
            gate[0].set()
            gate[1].wait(LONGEST)

    stop = hooks.listen(verified)
    worker = Party(scene.work)
    worker.start()
    assert gate[0].wait(LONGEST)
    editor = Party(scene.meanwhile)
    editor.start()
    editor.join(4 * PATIENCE)
    gate[1].set()
    worker.done()
    editor.done()
    stop()
    return scene.stale()
