"""A kill while sheets are on their way into a bucket loses nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline import press
from dateline.press import Worker
from dateline.press.stores.bucket import S3Store
from tests.press import paper
from tests.press.conftest import committed
from tests.press.processes import KILLED, ended, fork
from tests.press.storage import emptied, in_bucket, storage
from tests.press.test_kills import edit, take_back

pytestmark = committed


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with storage() as served:
        yield served


@pytest.fixture
def shelf(open_paper: None, endpoint: str) -> S3Store:
    """Return a bucket with two authors and five notes pressed."""
    emptied(endpoint, "killed")
    store = in_bucket(endpoint, "killed")
    paper.rename(1, "Ann")
    paper.rename(2, "Ben")
    paper.put_many({ident: {} for ident in range(1, 6)})
    press.press_all()
    press.run(store=store)
    return store


@pytest.mark.parametrize("taken_back", [False, True], ids=["kept", "taken back"])
@pytest.mark.parametrize("step", ["staged:3", "recorded:2", "named:4", "renamed:2"])
def test_a_worker_killed_on_the_way_loses_nothing(
    shelf: S3Store, endpoint: str, step: str, taken_back: bool
) -> None:
    edit()

    pid = fork(lambda: Worker(in_bucket(endpoint, "killed")).work(until_idle=True), kill_at=step)
    assert ended(pid) == KILLED
    if taken_back:
        take_back()
    Worker(shelf).work(until_idle=True)

    assert press.check(store=shelf) == []
    assert "/note-3/" in shelf.paths() or not taken_back
