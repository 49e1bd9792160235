"""A kill at any step loses nothing, and leaves nothing half done."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import press
from dateline.press import FolderStore, Worker, hooks
from tests.press import paper
from tests.press.anew import pressed_anew
from tests.press.conftest import committed
from tests.press.processes import KILLED, ended, fork

pytestmark = committed
TIMES = (1, 2, 6)


@pytest.fixture
def folder(open_paper: None, tmp_path: Path) -> FolderStore:
    """Return a folder with two authors and seven notes pressed."""
    store = FolderStore(tmp_path / "sheets")
    paper.rename(1, "Ann")
    paper.rename(2, "Ben")
    paper.put_many({ident: {} for ident in range(1, 6)})
    paper.put_many({ident: {"author": 2} for ident in (7, 8)})
    press.press_all()
    press.run(store=store)
    return store


def edit() -> None:
    """Make one edit of every kind."""
    paper.put(1, body="Other words.")
    paper.put(2, headline="Retold", section="port")
    paper.put(3, live=False)
    paper.put(4, slug="moved")
    paper.put(6)
    paper.rename(1, "Anna")


def take_back() -> None:
    """Undo what can be undone: the next pressing finds the pages that the ledger knows."""
    paper.put(1, body="Words.")
    paper.put(2, headline="Note 2", section="city")
    paper.put(3, live=True)
    paper.put(4, slug="note")
    paper.rename(1, "Ann")


def clean(store: FolderStore) -> None:
    """Drain, and see that all is as a clean press has it."""
    Worker(store).work(until_idle=True)
    assert press.check(store=store) == []
    assert list(store.root.rglob("*.tmp")) == []
    found = {path: store.read(path) or b"" for path in store.paths()}
    leads = {path for path, body in found.items() if body.startswith(b"<!doctype")}
    assert {path: body for path, body in found.items() if path not in leads} == pressed_anew()


@pytest.mark.parametrize("taken_back", [False, True], ids=["kept", "taken back"])
@pytest.mark.parametrize("step", [step for step in hooks.STEPS if step != "touched"])
def test_a_worker_killed_at_a_step_loses_nothing(
    folder: FolderStore, step: str, taken_back: bool
) -> None:
    for nth in TIMES:
        edit()
        pid = fork(lambda: Worker(folder).work(until_idle=True), kill_at=f"{step}:{nth}")
        assert ended(pid) in {KILLED, 0 if nth > 1 else KILLED}
        if taken_back:
            take_back()

        clean(folder)

        take_back()
        press.run(store=folder)


def test_an_editor_killed_before_the_commit_has_changed_nothing(folder: FolderStore) -> None:
    before = {path: folder.read(path) for path in folder.paths()}

    assert ended(fork(edit, kill_at="touched")) == KILLED

    assert press.run(store=folder).count == 0
    assert {path: folder.read(path) for path in folder.paths()} == before
    clean(folder)
