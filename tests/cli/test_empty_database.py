import sqlite3
from contextlib import closing

import pytest

from tests.cli.commands import dateline

MADE = ["--name", "The Pier", "--language", "en-GB,uk-UA", "--zone", "Europe/London"]


def contents(site):
    """Return the statements that make a database, and each table's rows but for times and keys."""
    with closing(sqlite3.connect(site / "var" / "db.sqlite3")) as database:
        schema = database.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        tables = [name for kind, name, _sql in schema if kind == "table"]
        counts = {
            name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            for name in tables
        }
        locales = database.execute("SELECT language_code FROM wagtailcore_locale").fetchall()
        rights = database.execute("SELECT codename, content_type_id FROM auth_permission")
        return sorted(map(str, schema)), counts, locales, rights.fetchall()


def made(folder, kept):
    done = dateline("init", folder, *MADE, DATELINE_EMPTY_DATABASES=str(kept))
    assert done.returncode == 0, done.stderr
    return contents(folder)


@pytest.fixture
def unwritable(tmp_path):
    """Return a folder for kept databases that cannot be made: a file stands in its place."""
    place = tmp_path / "file"
    place.write_text("")
    return place / "kept"


def test_a_copied_database_is_what_the_migrations_make(made_kept, unwritable, tmp_path):
    copied = made(tmp_path / "copied", made_kept)
    migrated = made(tmp_path / "migrated", unwritable)

    assert copied == migrated


@pytest.fixture(scope="module")
def made_kept(tmp_path_factory):
    """Make a folder of kept databases by making one site."""
    kept = tmp_path_factory.mktemp("kept")
    made(tmp_path_factory.mktemp("first") / "site", kept)
    return kept


def test_one_database_is_kept_for_its_owner_alone(made_kept):
    (found,) = made_kept.glob("empty-*")

    assert found.stat().st_mode & 0o077 == 0


def test_a_site_in_another_language_has_its_own_first_locale(made_kept, tmp_path):
    site = tmp_path / "site"

    done = dateline("init", site, "--language", "uk-UA", DATELINE_EMPTY_DATABASES=str(made_kept))

    assert done.returncode == 0, done.stderr
    assert contents(site)[2] == [("uk-ua",)]
