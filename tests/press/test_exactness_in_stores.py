"""The press's exactness again, over the stores that readers are served from."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from dateline import press
from dateline.press.stores.bucket import TOMB, S3Store, address
from tests.press import paper
from tests.press.conftest import Clock
from tests.press.storage import KEYS, emptied, in_bucket, storage
from tests.press.test_exactness import *  # noqa: F403


class Folder(press.FolderStore):
    """A folder that tests look into as they do into memory."""

    @property
    def files(self) -> Mapping[str, Any]:
        return {path: self.read(path) for path in self.paths()}

    @property
    def tombs(self) -> Mapping[str, bytes]:
        return {
            named(self.root, file, ".gone.gz"): zlib.decompress(file.read_bytes(), wbits=31)
            for file in self.root.rglob("*.gone.gz")
        }

    @property
    def leads(self) -> Mapping[str, str]:
        files = self.root.rglob("*.redirect")
        return {named(self.root, file, ".redirect"): file.read_text().strip() for file in files}


def named(root: Path, file: Path, ending: str) -> str:
    name = file.relative_to(root).as_posix().removesuffix(ending)
    return f"/{name}" if name.endswith(".json") else f"/{name}/"


class InBucket(S3Store):
    """A bucket that tests look into as they do into memory."""

    @property
    def files(self) -> Mapping[str, Any]:
        return {path: self.read(path) for path in self.paths()}

    @property
    def tombs(self) -> Mapping[str, bytes]:
        return {
            address(key.removesuffix(TOMB)): zlib.decompress(self._bytes(key), wbits=31)
            for key in self._keys()
            if key.endswith(TOMB)
        }

    @property
    def leads(self) -> Mapping[str, str]:
        heads = {key: self.client.head_object(Bucket="paper", Key=key) for key in self._keys()}
        return {
            address(key): f"301 {head['WebsiteRedirectLocation']}"
            for key, head in heads.items()
            if "WebsiteRedirectLocation" in head
        }

    def _keys(self) -> list[str]:
        return [row["Key"] for row in self.client.list_objects_v2(Bucket="paper")["Contents"]]

    def _bytes(self, key: str) -> bytes:
        return self.client.get_object(Bucket="paper", Key=key)["Body"].read()


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with storage() as served:
        yield served


@pytest.fixture(params=["folder", "bucket"])
def shelf(
    request: Any, small_paper: None, hand: Clock, tmp_path: Path, endpoint: str
) -> press.FolderStore | S3Store:
    """Return a store with two authors and three notes pressed."""
    if request.param == "folder":
        store: Any = Folder(tmp_path / "sheets", with_brotli=True)
    else:
        emptied(endpoint, "paper")
        plain = in_bucket(endpoint, "paper")
        store = InBucket(plain.bucket, labels=plain.labels)
    paper.rename(1, "Ann")
    paper.rename(2, "Ben")
    for ident in (1, 2, 3):
        paper.put(ident)
    press.press_all()
    press.run(store=store)
    return store


def test_what_was_tampered_with_is_found(shelf: Any) -> None:
    if isinstance(shelf, InBucket):
        shelf.client.delete_object(Bucket="paper", Key="note-1/index.html")
        shelf.client.put_object(Bucket="paper", Key="stray/index.html", Body=b"?")
    else:
        (shelf.root / "note-1.html.gz").unlink()
        (shelf.root / "stray.html.gz").write_bytes(b"?")

    drifts = {one.path: one.why.split(":")[0] for one in press.check(store=shelf)}

    assert drifts == {"/note-1/": "missing", "/stray/": "ghost"}


def test_a_store_is_chosen_by_settings_alone(
    settings: Any, endpoint: str, small_paper: None, hand: Clock
) -> None:
    emptied(endpoint, "paper")
    settings.PRESS_STORE = {
        "folder": settings.PRESS_STORE["folder"],
        "bucket": {"name": "paper", "endpoint": endpoint, "region": "us-east-1", **KEYS},
        "labels": "dateline.server.headers.labels",
        "max_age": 15,
    }
    paper.rename(1, "Ann")
    paper.put(1)

    press.run()

    assert isinstance(press.store(), S3Store)
    assert "/note-1/" in press.store().paths()
    assert press.check() == []


def test_a_server_that_goes_away_and_comes_back_loses_nothing(
    small_paper: None, hand: Clock
) -> None:
    from dateline.press.worker.batches import Press

    with storage() as served:
        emptied(served, "paper")
        port = int(served.rpartition(":")[2])
        worker = Press(in_bucket(served, "paper"))
        paper.rename(1, "Ann")
        paper.put(1)
        worker.until_idle()
    paper.put(1, body="Other words.")
    paper.put(2)
    worker.until_idle()
    assert "cannot be reached" in worker.report.down

    with storage(port):
        hand.go(2)
        worker.until_idle()

        assert worker.report.down == ""
        assert worker.report.parked == worker.report.failed == []
        assert b"Other words." in (worker.store.read("/note-1/") or b"")
        assert press.check(store=worker.store) == []
