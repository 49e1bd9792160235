"""Editor and worker meet at every statement of either: no page is ever lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from django.db import connection

from dateline import press
from dateline.press import hooks, sql
from dateline.press.draining import Press
from tests.press import paper
from tests.press.anew import pages, pressed_anew
from tests.press.conftest import committed
from tests.press.lockstep import LONGEST, PATIENCE, Party, Work, meet

pytestmark = committed


class Scene:
    """Is a paper, an edit that is committed and not pressed yet, and one that comes meanwhile."""

    def __init__(self, before: Work, meanwhile: Work) -> None:
        self.before, self.meanwhile = before, meanwhile
        self.store = press.MemoryStore()

    def set(self) -> None:
        """Press five notes anew, and make the first edit."""
        paper.clear()
        self.store = press.MemoryStore()
        paper.rename(1, "Ann")
        paper.rename(2, "Ben")
        paper.put_many({ident: {} for ident in range(1, 4)})
        press.press_all()
        press.run(store=self.store)
        self.before()

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


def lost(scene: Scene, *, hold_worker: bool) -> Iterator[tuple[int, object]]:
    """Yield after which meetings something was stale; PostgreSQL, which is slow, has fewer."""
    slow = connection.vendor == "postgresql"
    for nth in count(1, 9 if slow else 2):
        scene.set()
        held, other = (
            (scene.work, scene.meanwhile) if hold_worker else (scene.meanwhile, scene.work)
        )
        more = meet(held, other, nth)
        yield from ((nth, drift) for drift in scene.stale())
        if not more:
            return


def test_a_worker_stopped_at_any_statement_loses_no_edit(scene: Scene) -> None:
    assert list(lost(scene, hold_worker=True)) == []


def test_an_editor_stopped_at_any_statement_is_lost_by_no_worker(scene: Scene) -> None:
    assert list(lost(scene, hold_worker=False)) == []


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
