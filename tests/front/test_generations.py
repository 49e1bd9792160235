"""The design's files in the site's folder: put there once, whole, and never changed."""

import threading
from pathlib import Path

import pytest

from dateline.front import assets, generations
from tests import designs
from tests.press.test_folder import a_disk, fill


@pytest.fixture
def other_design(tmp_path):
    """Yield a way to change the design of this process; it is put back afterwards."""
    with designs.changing() as use:
        yield lambda: use(designs.another(tmp_path / "other"))


def lying(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_every_file_lies_under_its_fingerprint(tmp_path):
    names = generations.put_design_files(tmp_path)

    assert lying(tmp_path) == names == {each.removeprefix("/static/") for each in addresses()}
    for name in names:
        assert assets.fingerprint((tmp_path / name).read_bytes()) in name


def addresses():
    return {assets.asset_address(name) for name in assets._addresses()}


def test_nothing_is_written_twice(tmp_path):
    generations.put_design_files(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}

    generations.put_design_files(tmp_path)

    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_another_design_adds_what_it_changes_and_leaves_the_first_as_it_was(tmp_path, other_design):
    first = assets.asset_address(designs.ICON)
    names = generations.put_design_files(tmp_path / "static")
    body = generations.design_file(tmp_path / "static", first)[0].read_bytes()

    other_design()
    later = generations.put_design_files(tmp_path / "static")

    assert len(later - names) == len(names - later) == 1
    assert lying(tmp_path / "static") == names | later
    kept = generations.design_file(tmp_path / "static", first)
    assert (kept[0].read_bytes(), kept[1]) == (body, "image/svg+xml")
    assert generations.design_file(tmp_path / "static", assets.asset_address(designs.ICON))[
        0
    ].read_bytes() == (designs.OTHER_ICON)


def test_a_file_that_was_cut_short_is_made_whole(tmp_path):
    generations.put_design_files(tmp_path)
    file = generations.design_file(tmp_path, assets.asset_address(designs.FONT))[0]
    file.write_bytes(b"cut")

    generations.put_design_files(tmp_path)

    assert assets.fingerprint(file.read_bytes()) in file.name


def test_many_at_once_leave_whole_files_and_no_others(tmp_path):
    hands = [
        threading.Thread(target=generations.put_design_files, args=[tmp_path]) for _each in range(8)
    ]

    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()

    assert lying(tmp_path) == generations.put_design_files(tmp_path)


def test_a_full_disk_is_one_line_and_leaves_nothing_half(tmp_path):
    with a_disk(tmp_path / "disk") as mount:
        folder = tmp_path / "disk" / "static"
        stuff = fill(tmp_path / "disk")
        if stuff == Path("/dev/full"):
            mount("remount,ro")

        with pytest.raises(generations.NotKept) as told:
            generations.put_design_files(folder)

        assert str(folder) in str(told.value)
        assert "\n" not in str(told.value)
        assert not folder.exists() or lying(folder) == set()


def test_a_disk_that_is_read_only_is_one_line_and_no_matter_once_all_lies_there(tmp_path):
    with a_disk(tmp_path / "disk") as mount:
        mount("remount,ro")
        with pytest.raises(generations.NotKept, match="does not take the design's files"):
            generations.put_design_files(tmp_path / "disk" / "static")

        mount("remount,rw")
        names = generations.put_design_files(tmp_path / "disk" / "static")
        mount("remount,ro")

        assert generations.put_design_files(tmp_path / "disk" / "static") == names


@pytest.mark.parametrize(
    "name",
    ["../secret.0123abcd.svg", "fonts/../../secret.0123abcd.svg", ".a.0123abcd.svg", "icon.svg"]
    + ["secret.0123abcd.key", "none.0123abcd.svg", "fonts"],
)
def test_nothing_else_of_the_folder_is_given(tmp_path, name):
    generations.put_design_files(tmp_path / "static")
    (tmp_path / "static" / "secret.0123abcd.key").write_text("secret")
    (tmp_path / "secret.0123abcd.svg").write_text("secret")

    assert generations.design_file(tmp_path / "static", f"/static/{name}") is None
