"""PostgreSQL goes down and comes back in the middle of a pressing: the worker goes on by itself."""

from __future__ import annotations

import pytest
from django.db import connection

from dateline import press
from dateline.press import Worker, hooks
from tests.postgres import Postgres
from tests.press import paper
from tests.press.anew import pages, pressed_anew
from tests.press.conftest import committed

pytestmark = committed


@pytest.mark.parametrize("step", ["claimed", "rendered", "verified", "renamed", "committed"])
def test_a_worker_goes_on_when_its_database_comes_back(open_paper: None, step: str) -> None:
    store = press.MemoryStore()
    paper.rename(1, "Ann")
    paper.put_many({ident: {} for ident in range(1, 41)})
    press.press_all()
    seen: list[str] = []

    def restart(reached: str) -> None:
        seen.append(reached)
        if reached == step and seen.count(step) == 2:
            throw_out()

    stop = hooks.listen(restart)
    Worker(store).work(until_idle=True)
    stop()

    assert seen.count(step) >= 2
    assert press.check(store=store) == []
    assert pages(store) == pressed_anew()


def throw_out() -> None:
    """Restart PostgreSQL, with no word to its clients; SQLite has nothing like it."""
    if connection.vendor == "postgresql":
        Postgres(connection.settings_dict["OPTIONS"]["host"]).restart()
