import sqlite3
import stat
from contextlib import closing

import pytest

from dateline.settings.site import load_site
from tests.cli.commands import dateline, refused


def rows(site, query):
    with closing(sqlite3.connect(site / "var" / "db.sqlite3")) as database:
        return database.execute(query).fetchall()


def test_init_makes_a_site_that_can_be_read(site):
    read = load_site(site)

    assert (read.name, read.zone, read.public) == ("The Pier", "Europe/London", False)
    assert [(one.code, one.locale) for one in read.editions] == [("en", "en-GB"), ("uk", "uk-UA")]
    assert read.sheets_dir.is_dir()
    assert read.media_dir.is_dir()


def test_init_makes_the_editions_and_the_administrator(site):
    assert rows(site, "SELECT code FROM staff_edition ORDER BY position") == [("en",), ("uk",)]
    assert rows(site, "SELECT username, email, is_superuser FROM staff_user") == [
        ("ed", "ed@pier.example", 1)
    ]


def test_init_shows_the_password_it_made_once(made):
    said = (made / "said").read_text(encoding="utf-8")

    assert "administrator ed, password " in said
    assert str(made) in said


def test_what_is_private_is_for_the_owner_alone(site):
    for name in ("private", "private/secret.key", "db.sqlite3"):
        mode = (site / "var" / name).stat().st_mode
        assert stat.S_IMODE(mode) & 0o077 == 0, name


def test_init_leaves_a_site_that_is_there_alone(site):
    before = (site / "dateline.toml").read_bytes()

    line = refused(dateline("init", site, "--name", "Another"))

    assert "holds a site already; nothing was changed" in line
    assert (site / "dateline.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--zone", "Europe/Kyev"], "no time zone 'Europe/Kyev'; did you mean Europe/Kyiv?"),
        (["--language", "english!"], "locale 'english!' must be like en-GB or uk"),
        (["--admin", "ed", "--password", "12345"], "--password: This password is too short"),
    ],
)
def test_init_with_a_wrong_value_makes_nothing(tmp_path, options, said):
    done = dateline("init", tmp_path / "new", *options)

    assert said in refused(done)
    assert not (tmp_path / "new").exists()


def test_init_takes_away_only_what_it_made(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")

    refused(dateline("init", tmp_path, "--language", "english!"))

    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_init_in_a_place_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "file").write_text("")

    line = refused(dateline("init", tmp_path / "file" / "site"))

    assert "cannot be written to (Not a directory)" in line


def test_init_without_a_folder_is_wrong_usage():
    assert "Missing argument 'DIR'" in refused(dateline("init"), status=2)
