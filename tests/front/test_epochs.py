"""The epoch: changed by every byte that pages are made of, and by nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import grimp
import pytest

from dateline.front import epochs, folders
from dateline.press.registry import registry
from tests.paths import ROOT

MADE_OF = [
    "front/plates/home.py",
    "front/reads/cards.py",
    "front/records/story.py",
    "front/templates/story.html",
    "front/templates/feed.rss.xml",
    "front/css/pages/story.css",
    "front/js/linked.js",
    "front/static/icon.svg",
    "lib/when.py",
    "press/rendering/reader.py",
    "stories/models/articles.py",
    "locale/uk/LC_MESSAGES/readers.po",
]
BESIDE = ["newsroom/views/__init__.py", "cli/main.py", "settings/derive.py"]


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the house whose epoch is asked for."""
    ignore = shutil.ignore_patterns("__pycache__", "demo", "migrations")
    shutil.copytree(ROOT / "dateline", tmp_path / "dateline", ignore=ignore)
    monkeypatch.setattr(epochs, "HOUSE", tmp_path / "dateline")
    return tmp_path / "dateline"


def epoch() -> str:
    """Return the epoch as a new process would find it."""
    epochs.epoch.cache_clear()
    try:
        return epochs.epoch()
    finally:
        epochs.epoch.cache_clear()


def test_a_changed_byte_of_anything_that_makes_pages_is_another_epoch(copy: Path) -> None:
    found = [epoch()]

    for name in MADE_OF:
        (copy / name).write_bytes((copy / name).read_bytes() + b"\n")
        found.append(epoch())

    assert len(set(found)) == len(MADE_OF) + 1


@pytest.mark.parametrize("suffix", ["html", "xml", "txt", "json", "svg"])
def test_a_new_template_of_any_suffix_is_another_epoch(copy: Path, suffix: str) -> None:
    before = epoch()

    (copy / "front" / "templates" / f"more.{suffix}").write_text("more")

    assert epoch() != before


def test_a_file_that_is_moved_is_another_epoch(copy: Path) -> None:
    before = epoch()

    (copy / "front" / "templates" / "tag.html").rename(copy / "front" / "templates" / "tags.html")

    assert epoch() != before


def test_what_no_page_is_made_of_leaves_the_epoch_as_it_is(copy: Path) -> None:
    before = epoch()

    for name in BESIDE:
        (copy / name).write_bytes((copy / name).read_bytes() + b"\n")
    (copy / "front" / "__pycache__").mkdir()
    (copy / "front" / "__pycache__" / "render.pyc").write_bytes(b"made")

    assert epoch() == before


def test_every_plate_has_the_same_epoch() -> None:
    assert {epochs.epoch(name) for name in registry.plates} == {epochs.epoch("no-such-plate")}


def test_every_room_that_the_face_imports_is_in_the_epoch() -> None:
    graph = grimp.build_graph("dateline", cache_dir=None)

    imported = graph.find_upstream_modules("dateline.front", as_package=True)

    rooms = {name.split(".")[1] for name in imported if name.count(".")}
    assert len(imported) > 50
    assert rooms - set(epochs.ROOMS) == set()


def test_every_file_of_the_sites_own_package_is_in_the_epoch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "_package", [tmp_path])
    (tmp_path / "tests").mkdir()
    found = [epoch()]

    for name in ("extensions.py", "tests/test_pier.py", "notice.txt"):
        (tmp_path / name).write_text("x")
        found.append(epoch())
    monkeypatch.setattr(folders, "_package", [])

    assert len(set(found)) == 4
    assert epoch() not in found[1:]
