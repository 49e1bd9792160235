"""Generations of the design: removed a week after the last page of them went, never before."""

from pathlib import Path

import pytest

from dateline import press
from dateline.press import sql
from dateline.press.filing import generations
from dateline.press.ledger import figures
from dateline.press.marking import sweeps
from dateline.press.rendering import pressing
from dateline.press.watch import idle_tasks
from tests.press import paper
from tests.press.test_folder import a_disk

pytestmark = pytest.mark.django_db

DAY = 24 * 3600
MARKS = {"first": "f1f1f1f1", "second": "5ec05ec0", "third": "3d3d3d3d"}


def todays(folder):
    """Put the paper's one file of today's design into a folder, as a face does."""
    name = f"ink.{MARKS[paper.design[0]]}.svg"
    (folder / name).write_text(paper.design[0])
    return {name}


@pytest.fixture
def folder(shelf, settings, tmp_path):
    """Give the paper a design of its own, whose files are kept in a folder."""
    settings.PRESS_EPOCH = "tests.press.paper.epoch"
    settings.PRESS_DESIGN = {
        "folder": str(tmp_path / "static"),
        "keep": "tests.press.test_generations.todays",
    }
    (tmp_path / "static").mkdir()
    generations.begin()
    press.run(store=shelf)
    yield tmp_path / "static"
    paper.design[0] = "first"


def lying(folder):
    return {path.name for path in folder.iterdir()}


def another_design(name="second"):
    """Change the design, as an upgrade does; return how many plates are to be swept."""
    paper.design[0] = name
    return generations.begin()


BOTH = {"ink.f1f1f1f1.svg", "ink.5ec05ec0.svg"}


def test_the_new_design_lies_there_before_a_page_is_pressed_by_it(folder, shelf):
    assert lying(folder) == {"ink.f1f1f1f1.svg"}

    assert another_design()

    assert lying(folder) == BOTH
    assert b"first" in folder.joinpath("ink.f1f1f1f1.svg").read_bytes()
    assert not any(b"second" in shelf.read(path) for path in shelf.paths())


def test_the_old_design_stays_while_it_is_swept_and_a_week_longer(folder, shelf, hand):
    another_design()
    hand.go(30 * DAY)
    assert generations.forget() == 0

    press.run(store=shelf)
    assert sweeps.settled()
    assert generations.forget() == 0
    hand.go(7 * DAY - 1)
    assert (generations.forget(), lying(folder)) == (0, BOTH)

    hand.go(1)
    (folder / "notes.txt").write_text("somebody's")
    assert (generations.forget(), lying(folder)) == (1, {"ink.5ec05ec0.svg", "notes.txt"})
    assert figures.value(generations._figure()) == {}


def test_a_page_that_could_not_be_pressed_anew_keeps_its_design(folder, shelf, hand, monkeypatch):
    def broken(page):
        if page.values.get("headline") == "Note 2":
            raise ValueError("a template that raises")
        return paper.render(page)

    monkeypatch.setattr(pressing, "renderer", lambda: broken)
    another_design()
    for _turn in range(12):
        press.run(store=shelf)
        hand.go(DAY)
    assert not sweeps.waiting()
    assert sql.fetch("SELECT count(*) FROM press_job WHERE parked") != [(0,)]

    assert generations.forget() == 0

    hand.go(30 * DAY)
    assert (generations.forget(), lying(folder)) == (0, BOTH)


def test_the_week_begins_anew_when_the_design_changes_again(folder, shelf, hand):
    another_design()
    press.run(store=shelf)
    generations.forget()
    hand.go(6 * DAY)

    another_design("third")
    generations.forget()
    press.run(store=shelf)
    hand.go(2 * DAY)

    assert generations.forget() == 0
    assert lying(folder) == BOTH | {"ink.3d3d3d3d.svg"}
    hand.go(7 * DAY)
    assert (generations.forget(), lying(folder)) == (2, {"ink.3d3d3d3d.svg"})


def test_who_goes_back_to_the_design_before_keeps_it(folder, shelf, hand):
    another_design()
    press.run(store=shelf)
    generations.forget()

    another_design("first")
    press.run(store=shelf)
    hand.go(7 * DAY)

    assert generations.forget() == 0
    hand.go(7 * DAY)
    assert (generations.forget(), lying(folder)) == (1, {"ink.f1f1f1f1.svg"})


def test_a_clock_that_went_back_does_not_keep_a_design_for_years(folder, shelf, hand):
    another_design()
    press.run(store=shelf)
    figures.keep(generations._figure(), {"ink.f1f1f1f1.svg": 1 << 60})

    generations.forget()
    hand.go(7 * DAY)

    assert generations.forget() == 1


def test_upkeep_does_so_once_an_hour_on_each_machine(folder, shelf, hand):
    another_design()
    press.run(store=shelf)
    figures.keep("design elsewhere", {"ink.f1f1f1f1.svg": 1})
    idle_tasks.idle(shelf)
    first = figures.when(generations._figure())
    hand.go(3599)
    idle_tasks.idle(shelf)
    assert figures.when(generations._figure()) == first

    hand.go(7 * DAY)
    idle_tasks.idle(shelf)

    assert lying(folder) == {"ink.5ec05ec0.svg"}
    assert figures.value("design elsewhere") == {"ink.f1f1f1f1.svg": 1}


def test_pages_of_a_plate_that_is_no_more_are_swept_too(folder, shelf):
    gone = [plate for plate in press.registry.registry.plates if plate == "day"]
    press.registry.registry.plates.pop(*gone)

    another_design()
    press.run(store=shelf)

    assert sweeps.settled()
    assert not any(path.startswith("/day/") for path in shelf.paths())


def refusing(folder):
    """Say, as a face does, that the folder takes nothing."""
    (Path(folder) / "ink.new.svg").write_text("new")
    return {"ink.new.svg"}


def test_a_disk_that_is_read_only_is_one_line_and_pages_are_pressed(
    folder, shelf, settings, tmp_path, caplog
):
    with a_disk(tmp_path / "disk") as mount:
        mount("remount,ro")
        settings.PRESS_DESIGN = {
            "folder": str(tmp_path / "disk"),
            "keep": "tests.press.test_generations.refusing",
        }

        another_design()
        press.run(store=shelf)

        assert len(caplog.records) == 1
        assert "Read-only file system" in caplog.text
        assert generations.forget() == 0
    assert any(b"second" in shelf.read(path) for path in shelf.paths())
