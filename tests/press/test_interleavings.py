"""Editor and worker meet at every statement of either: no page is ever lost."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
from django.db import connection

from dateline import press
from dateline.press import sql
from dateline.press.draining import Press
from tests.press import paper
from tests.press.anew import pages, pressed_anew
from tests.press.conftest import committed
from tests.press.lockstep import Work, meet

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


def lost(scene: Scene, *, hold_worker: bool, every: int = 1) -> list[tuple[int, object]]:
    """Return after which meetings something was stale."""
    found: list[tuple[int, object]] = []
    for nth in count(1, every):
        scene.set()
        held, other = (
            (scene.work, scene.meanwhile) if hold_worker else (scene.meanwhile, scene.work)
        )
        more = meet(held, other, nth)
        found += [(nth, drift) for drift in scene.stale()]
        if not more:
            return found
    raise AssertionError


def test_a_worker_stopped_at_any_statement_loses_no_edit(scene: Scene) -> None:
    assert lost(scene, hold_worker=True, every=2) == []


def test_an_editor_stopped_at_any_statement_is_lost_by_no_worker(scene: Scene) -> None:
    assert lost(scene, hold_worker=False) == []


@pytest.fixture
def unlocked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what keeps PostgreSQL's editors and workers apart."""
    monkeypatch.setattr(sql, "hold_ledger", lambda *, alone: None)
    monkeypatch.setattr(sql, "shared", lambda: "")


def test_without_its_locks_postgresql_would_lose_pages(open_paper: None, unlocked: None) -> None:
    if connection.vendor != "postgresql":
        assert connection.vendor == "sqlite", "on SQLite there is one writer, locks or none"
        return

    scene = SCENES["a read that is new to a page"]

    assert lost(scene, hold_worker=True) or lost(scene, hold_worker=False)
