import sqlite3
from contextlib import closing

import pytest

from tests.cli.commands import dateline, refused


def run(site, query):
    with closing(sqlite3.connect(site / "var" / "db.sqlite3")) as database:
        found = database.execute(query).fetchall()
        database.commit()
    return found


def backups(site):
    return sorted((site / "var" / "private" / "backups").iterdir())


@pytest.fixture
def older(site):
    """Return a site as a version without the press's change of its last migration left it."""
    run(site, "DELETE FROM django_migrations WHERE app = 'sessions'")
    run(site, "DROP TABLE django_session")
    return site


def test_an_upgrade_backs_up_migrates_and_tells_the_way_back(older):
    done = dateline("--site", older, "upgrade")

    assert done.returncode == 0, done.stderr
    assert "Migrations: 1" in done.stdout
    assert f"upgrade --restore {backups(older)[0]}" in done.stdout
    assert run(older, "SELECT count(*) FROM django_session") == [(0,)]
    assert dateline("--site", older, "user", "list").returncode == 0


def test_an_upgrade_gives_roles_what_this_version_lets_them_do(site):
    assert dateline("--site", site, "user", "add", "ann", "--role", "chief").stderr == ""
    chiefs = "FROM auth_group_permissions WHERE group_id IN (SELECT id FROM auth_group"
    chiefs += " WHERE name = 'chief')"
    may = run(site, f"SELECT count(*) {chiefs}")
    run(site, f"DELETE {chiefs}")

    dateline("--site", site, "upgrade", "--no-backup")

    assert run(site, f"SELECT count(*) {chiefs}") == may != [(0,)]


def test_an_upgrade_of_what_is_new_changes_nothing(site):
    done = dateline("--site", site, "upgrade", "--no-backup")

    assert "Migrations: 0" in done.stdout
    assert backups(site) == []


def test_a_backup_is_brought_back_and_what_was_there_kept(older):
    dateline("--site", older, "upgrade")
    run(older, "UPDATE staff_user SET email = 'later@pier.example'")
    backup = backups(older)[0]

    done = dateline("--site", older, "upgrade", "--restore", backup)

    assert done.returncode == 0, done.stderr
    assert "older than this program by 1 migrations" in done.stdout
    assert run(older, "SELECT email FROM staff_user") == [("ed@pier.example",)]
    assert len(backups(older)) == 2


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(site):
    run(site, "DELETE FROM django_migrations WHERE app = 'sessions'")
    run(site, "UPDATE staff_user SET email = 'before@pier.example'")

    line = refused(dateline("--site", site, "upgrade"))

    assert "the upgrade failed" in line
    assert "the database is as it was" in line
    assert run(site, "SELECT email FROM staff_user") == [("before@pier.example",)]


@pytest.mark.parametrize("body", [b"", b"SQLite format 3\x00 and then nothing", b"text" * 4000])
def test_a_file_that_is_no_backup_is_refused(site, tmp_path, body):
    (tmp_path / "backup").write_bytes(body)
    before = run(site, "SELECT count(*) FROM django_migrations")

    line = refused(dateline("--site", site, "upgrade", "--restore", tmp_path / "backup"))

    assert "is no backup of a Dateline site" in line
    assert run(site, "SELECT count(*) FROM django_migrations") == before


def test_a_backup_that_is_not_there_is_refused(site, tmp_path):
    line = refused(dateline("--site", site, "upgrade", "--restore", tmp_path / "none"))

    assert "none is not a file" in line


def test_a_lost_database_is_brought_back(site):
    dateline("--site", site, "upgrade")
    (site / "var" / "db.sqlite3").unlink()

    done = dateline("--site", site, "upgrade", "--restore", backups(site)[0])

    assert done.returncode == 0, done.stderr
    assert dateline("--site", site, "user", "list").stdout == "ed  administrator\n"


def test_a_database_between_two_steps_that_are_one_now_is_refused(site):
    gone = "('0010_refills', '0001_squashed_0010_refills')"
    run(site, f"DELETE FROM django_migrations WHERE app = 'press' AND name IN {gone}")

    line = refused(dateline("--site", site, "upgrade"))

    assert "a part of press.0001_squashed_0010_refills" in line
