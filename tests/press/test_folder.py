"""A store in a folder, and what a disk can do to it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import brotli
import pytest

from dateline import press
from dateline.press import sql
from dateline.press.errors import BadPath, StoreDown, StoreFailed
from dateline.press.stores.gzips import compress, unpack
from dateline.press.stores.notify_servers import BELL
from dateline.press.worker.batches import Press
from tests.press import paper
from tests.press.conftest import Clock

BIG = b"<p>" + os.urandom(96 * 1024)


def put(store: press.FolderStore, path: str, body: bytes, *, often: bool = False) -> None:
    staged = store.stage(path, body, often=often)
    try:
        staged.finish()
    finally:
        staged.drop()


def files(store: press.FolderStore) -> set[str]:
    return {
        file.relative_to(store.root).as_posix()
        for file in store.root.rglob("*")
        if not file.is_dir()
    }


@contextmanager
def a_disk(place: Path) -> Iterator[Callable[[str], None]]:
    """Give a folder a small disk of its own; yields a way to mount it anew. Without root: modes."""
    place.mkdir()
    if os.geteuid():
        yield lambda options: place.chmod(0o555 if "ro" in options.split(",") else 0o755)
        place.chmod(0o755)
        return

    def mount(options: str) -> None:
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "sheets", str(place)], check=True)

    mount("size=1m")
    try:
        yield mount
    finally:
        subprocess.run(["umount", str(place)], check=True)


def fill(place: Path) -> Path:
    """Fill a small disk; without a disk of our own, have the kernel say that it is full."""
    if os.geteuid():
        return Path("/dev/full")
    stuff = place / "stuff"
    with stuff.open("wb", buffering=0) as opened, suppress(OSError):
        while True:
            opened.write(b"x" * 4096)
    return stuff


def test_brotli_is_stored_for_what_many_ask_for_and_nothing_else(tmp_path: Path) -> None:
    store = press.FolderStore(tmp_path, with_brotli=True)

    put(store, "/en/", b"<p>Words", often=True)
    put(store, "/en/a/", b"<p>Words")

    assert files(store) == {"en.html.gz", "en.html.br", "en/a.html.gz"}
    packed = (tmp_path / "en.html.gz").read_bytes(), (tmp_path / "en.html.br").read_bytes()
    assert unpack(packed[0]) == brotli.decompress(packed[1]) == b"<p>Words"


@pytest.mark.parametrize("with_brotli", [True, False])
def test_a_brotli_file_never_outlives_its_page(tmp_path: Path, *, with_brotli: bool) -> None:
    put(press.FolderStore(tmp_path, with_brotli=True), "/en/", b"<p>Old", often=True)

    put(press.FolderStore(tmp_path, with_brotli=with_brotli), "/en/", b"<p>New")

    assert files(press.FolderStore(tmp_path)) == {"en.html.gz"}


@pytest.mark.parametrize("end", ["gone", "redirect", "delete"])
def test_a_page_that_goes_leaves_none_of_its_files(tmp_path: Path, end: str) -> None:
    store = press.FolderStore(tmp_path, with_brotli=True)
    put(store, "/en/a/", b"<p>Words", often=True)

    if end == "gone":
        store.gone("/en/a/", b"<p>Gone")
    elif end == "redirect":
        store.redirect("/en/a/", "/en/b/", b"<p>Moved")
    else:
        store.delete("/en/a/")

    assert (
        files(store)
        == {
            "gone": {"en/a.gone.gz"},
            "redirect": {"en/a.redirect", "en/a.html.gz"},
            "delete": set(),
        }[end]
    )


@pytest.mark.parametrize(
    "path",
    ["/a/../b/", "/./", "/.git/", "/a/.x.json", "/a.gz", "/a.gz/b/", "/a.gone", "/a.GONE/"]
    + ["/a.br/", "/a.redirect", "/a.tmp", "//a/", "a/", "", "/a\n/", "/a\\b/", f"/{'a' * 250}/"],
)
def test_an_address_that_files_cannot_bear_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(BadPath, match="cannot be a sheet's address"):
        press.FolderStore(tmp_path).stage(path, b"")


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    store = press.FolderStore(tmp_path)
    (tmp_path / "en").write_text("?")

    with pytest.raises(StoreFailed, match="a file lies where a folder should be") as told:
        put(store, "/en/a/", b"<p>Words")

    assert not isinstance(told.value, StoreDown)
    assert told.value.path == "/en/a/"


def test_a_folder_where_a_file_should_be_is_named(tmp_path: Path) -> None:
    store = press.FolderStore(tmp_path)
    (tmp_path / "en.html.gz" / "x").mkdir(parents=True)

    with pytest.raises(StoreFailed, match="a folder lies where its file should be") as told:
        put(store, "/en/", b"<p>Words")

    assert not isinstance(told.value, StoreDown)
    assert files(store) == set()


def test_half_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "en.html.gz").write_bytes(compress(b"<p>Words" * 999)[:40])

    with pytest.raises(StoreFailed, match=r"en\.html\.gz cannot be read: it is no whole gzip"):
        press.FolderStore(tmp_path).read("/en/")


def test_servers_that_hold_pages_in_memory_are_rung_for_what_went(
    small_paper: None, hand: Clock, tmp_path: Path
) -> None:
    store = press.FolderStore(tmp_path)
    paper.put(1)
    press.run(store=store)
    (tmp_path / BELL).unlink()

    paper.put(1, live=False)
    press.run(store=store)

    assert (tmp_path / BELL).exists()


def test_only_files_of_the_dead_are_swept(tmp_path: Path) -> None:
    store = press.FolderStore(tmp_path)
    mine = store.stage("/en/", b"<p>Words")
    ended = subprocess.Popen(["true"])
    ended.wait()
    (dead := mine.moves[0][0]).with_name(
        dead.name.replace(str(os.getpid()), str(ended.pid))
    ).write_bytes(b"half")
    (tmp_path / f"elsewhere.html.gz.00000000.{ended.pid}.tmp").write_bytes(b"another machine's")

    assert store.sweep() == 1

    mine.finish()
    assert "en.html.gz" in files(store)


def test_a_full_disk_keeps_old_files_and_pressing_goes_on_when_it_is_not(
    small_paper: None, hand: Clock, tmp_path: Path
) -> None:
    with a_disk(tmp_path / "disk"):
        worker = pressed_once(tmp_path / "disk")
        stuff = fill(tmp_path / "disk")
        mark = tmp_path / "disk" / "note-1.html.gz"
        before = mark.read_bytes()
        paper.put(1, body=BIG.hex()[: 64 * 1024])
        if stuff == Path("/dev/full"):
            staged = worker.store.stage("/note-1/", b"?").moves[0][0]
            staged.unlink()
            staged.symlink_to(stuff)

        worker.until_idle()

        assert "No space left on device; make room" in worker.report.down
        assert mark.read_bytes() == before
        assert sql.fetch("SELECT DISTINCT tries, parked FROM press_job") == [(0, False)]
        mend(worker, hand, stuff)
        assert mark.read_bytes() != before


def pressed_once(place: Path) -> Press:
    worker = Press(press.FolderStore(place))
    paper.rename(1, "Ann")
    paper.put(1)
    press.press_all()
    worker.until_idle()
    return worker


def mend(worker: Press, hand: Clock, stuff: Path) -> None:
    """Make room, and see that all that waited is pressed."""
    for file in [stuff, *worker.store.root.rglob("*.tmp")]:
        if file != Path("/dev/full"):
            file.unlink(missing_ok=True)
    hand.go(31)
    worker.until_idle()
    assert worker.report.down == ""
    assert press.check(store=worker.store) == []


def test_a_folder_that_nobody_may_write_to_parks_nothing(
    small_paper: None, hand: Clock, tmp_path: Path
) -> None:
    with a_disk(tmp_path / "disk") as mount:
        worker = pressed_once(tmp_path / "disk")
        mount("remount,ro")
        paper.put(1, body="Other words.")

        for _minute in range(8):
            worker.until_idle()
            hand.go(61)

        assert "note-1" in worker.report.down
        assert "writ" in worker.report.down
        assert worker.report.parked == worker.report.failed == []
        mount("remount,rw")
        mend(worker, hand, tmp_path / "none")


def test_a_sheet_whose_place_is_taken_is_parked_alone(
    small_paper: None, hand: Clock, tmp_path: Path
) -> None:
    worker = pressed_once(tmp_path)
    (tmp_path / "note-2.html.gz" / "x").mkdir(parents=True)
    paper.put(2)

    for _minute in range(8):
        worker.until_idle()
        hand.go(61)

    assert worker.report.parked == ["/note-2/"]
    assert b"Note 2" in (worker.store.read("/") or b"")
