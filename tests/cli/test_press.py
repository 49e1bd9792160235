import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.cli.commands import dateline, refused


@pytest.fixture(scope="session")
def pressed_once(made, tmp_path_factory):
    """Press the made site, once."""
    folder = shutil.copytree(made, tmp_path_factory.mktemp("pressed") / "site")
    done = dateline("--site", folder, "press")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def pressed(pressed_once, tmp_path):
    """Return a copy of the pressed site."""
    return shutil.copytree(pressed_once, tmp_path / "site")


def told(site, *words):
    done = dateline("--site", site, "press", *words, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_new_site_has_its_pages_after_one_pressing(pressed):
    sheets = pressed / "var" / "sheets"

    for name in ("index.html", "en.html", "uk.html", "en/404.html", "uk/404.html", "en/feed.rss"):
        assert (sheets / f"{name}.gz").is_file(), name


def test_a_second_pressing_presses_nothing(pressed):
    assert told(pressed) == {
        "pressed": 0,
        "same": 0,
        "removed": 0,
        "parked": [],
        "down": "",
    }


def test_pressing_all_writes_every_sheet_anew(pressed):
    files = len(list((pressed / "var" / "sheets").rglob("*.gz")))
    sheets = told(pressed, "status")["sheets"]["live"]

    done = told(pressed, "--all")

    assert done["pressed"] == files
    assert done["pressed"] + done["same"] >= sheets


def test_several_workers_press_what_is_stale(pressed):
    for file in (pressed / "var" / "sheets").rglob("*.gz"):
        file.unlink()

    done = dateline("--site", pressed, "press", "--all", "--workers", "2")

    assert done.returncode == 0, done.stderr
    assert (pressed / "var" / "sheets" / "en.html.gz").is_file()
    assert told(pressed, "status")["queue"] == {}


def test_a_sheet_tampered_with_is_found(pressed):
    file = pressed / "var" / "sheets" / "en.html.gz"
    file.write_bytes((pressed / "var" / "sheets" / "uk.html.gz").read_bytes())

    done = dateline("--site", pressed, "press", "check")

    assert "/en/: the file is not the one that was pressed" in done.stdout
    assert "1 of " in refused(done)


def test_a_sound_site_has_no_drift(pressed):
    assert told(pressed, "check", "--sample", "3") == {"seen": 3, "drift": []}
    assert told(pressed, "check")["drift"] == []


def test_status_counts_what_waits(made):
    status = told(made, "status")

    assert sum(each["jobs"] for each in status["queue"].values()) > 0
    assert status["parked"] == []


def test_a_sheet_tells_what_it_read(pressed):
    explained = told(pressed, "explain", "/en/")

    assert explained["plate"] == "home"
    frame = next(one for one in explained["read"] if one["read"] == "edition:1/frame")
    assert len(frame["stamp"]) == 16
    assert frame["changed_at"]
    assert explained["pressed_because"]


def test_a_thing_tells_where_it_is_shown(pressed):
    shown = told(pressed, "whereis", "edition:2")

    assert "/uk/" in shown
    explained = told(pressed, "explain", "edition:2")["shown_at"]
    assert [one["address"] for one in explained] == shown
    assert all(one["pressed_because"] for one in explained)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["explain", "/en/none/"], "no sheet at /en/none/"),
        (["whereis", "nothing"], "'nothing' is no address, no uid and no item like article:9"),
        (["whereis", "nonsense:4"], "no kind 'nonsense'; one of agent, article"),
        (["whereis", "6f0a5d0e-0000-4000-8000-000000000000"], "nothing has the uid 6f0a5d0e"),
    ],
)
def test_what_is_not_there_is_one_line(pressed, words, said):
    assert said in refused(dateline("--site", pressed, "press", *words))


def test_a_sheet_given_up_is_named(pressed):
    with closing(sqlite3.connect(pressed / "var" / "db.sqlite3")) as database:
        database.execute("UPDATE press_sheet SET arg = 'x' WHERE path = '/en/'")
        database.execute(
            "INSERT INTO press_job (sheet, importance, heat, dirty, queued_at, promoted_at,"
            " due_at, worker, tries, parked, reason)"
            " SELECT id, 1, 0, 1, 0, 0, 0, '', 4, 0, '' FROM press_sheet WHERE path = '/en/'"
        )
        database.commit()

    line = dateline("--site", pressed, "press").stderr.splitlines()[-1]

    assert "1 sheets cannot be pressed, /en/ the first; their earlier files stay" in line
    assert (pressed / "var" / "sheets" / "en.html.gz").is_file()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_store_that_takes_nothing_fails_with_what_helps_and_parks_nothing(pressed, workers):
    sheets, aside = pressed / "var" / "sheets", pressed / "var" / "aside"
    sheets.rename(aside)
    sheets.write_text("a file in the folder's place")

    done = dateline("--site", pressed, "press", "--all", "--workers", workers)
    sheets.unlink()
    aside.rename(sheets)

    assert done.returncode == 1
    assert "a file lies where a folder should be; move it away" in done.stderr
    assert "Traceback" not in done.stderr
    assert told(pressed, "status")["parked"] == []
    assert dateline("--site", pressed, "press").returncode == 0
    assert told(pressed)["pressed"] == 0


def test_lint_names_what_is_over_budget_with_the_remedy(pressed):
    done = dateline("--site", pressed, "press", "lint", "--reads", "3", "--size", "500")

    assert "over budget" in refused(done)
    assert "read less: page the list" in done.stdout
    assert "make the page lighter" in done.stdout


def test_a_new_site_is_within_budget(pressed):
    assert told(pressed, "lint") == []


def test_the_audit_names_what_was_written_past_the_press_and_mends_it(pressed):
    with closing(sqlite3.connect(pressed / "var" / "db.sqlite3")) as database:
        database.execute("UPDATE staff_edition SET brand = 'Past' WHERE code = 'uk'")
        database.commit()

    found = dateline("--site", pressed, "press", "audit")
    mended = told(pressed, "audit", "--mend")

    assert "edition:2 frame" in found.stdout
    assert "dateline press audit --mend" in refused(found)
    assert {(one["kind"], one["what"]) for one in mended} >= {("edition", "frame")}
    assert told(pressed, "audit") == []
    assert told(pressed)["pressed"] > 0
