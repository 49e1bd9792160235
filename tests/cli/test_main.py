import socket
import sqlite3
from contextlib import closing

import pytest

from tests.cli.commands import dateline, refused
from tests.ports import free_ports


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pres"], "no command 'pres'; did you mean press?"),
        (["run", "--prot", "1"], "--port"),
        (["run", "--port", "many"], "'many' is not a valid integer"),
        (["run", "--port", "70000"], "70000 is not in the range"),
        (["import"], "Missing argument 'SOURCE'"),
        (["import", "x.txt", "--from", "clay"], "'clay' is not"),
        (["user", "add"], "Missing argument 'NAME'"),
        (["user", "add", "oz", "--role", "king"], "'king' is not one of"),
    ],
)
def test_wrong_usage_is_one_line_and_status_two(words, said):
    assert said in refused(dateline(*words), status=2)


@pytest.mark.parametrize("words", [["run"], ["press"], ["check"], ["upgrade"], ["user", "list"]])
def test_a_folder_without_a_site_says_how_to_make_one(tmp_path, words):
    line = refused(dateline("--site", tmp_path, *words))

    assert f"no dateline.toml in {tmp_path}" in line
    assert "dateline init" in line


def test_the_site_is_found_in_the_current_folder_and_by_its_variable(site, tmp_path):
    here = dateline("user", "list", cwd=site)
    named = dateline("user", "list", cwd=tmp_path, DATELINE_SITE=str(site))

    assert here.stdout == named.stdout == "ed  administrator\n"


def test_a_wrong_setting_is_one_line(site):
    (site / "dateline.toml").write_text('[sit]\nname = "x"\n')

    assert "unknown section [sit]; did you mean site?" in refused(dateline("--site", site, "check"))


def test_a_setting_of_the_environment_that_is_none_is_one_line(site):
    line = refused(dateline("--site", site, "user", "list", DATELINE_SERVER_PROT="1"))

    assert "unknown variable DATELINE_SERVER_PROT" in line


COMMANDS = [
    ["run"],
    ["press"],
    ["press", "status"],
    ["check"],
    ["upgrade"],
    ["user", "list"],
    ["demo", "--no-serve"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_database_from_a_newer_version_is_refused(site, words):
    with closing(sqlite3.connect(site / "var" / "db.sqlite3")) as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('stories', '0099_later', '2030-01-01')"
        )
        database.commit()

    line = refused(dateline("--site", site, *words))

    assert "comes from a newer version of Dateline (it has stories.0099_later)" in line


@pytest.mark.parametrize("words", [["run"], ["demo"]], ids=" ".join)
def test_a_database_is_looked_at_before_the_ports_are(site, words):
    port = free_ports()
    (site / "var" / "db.sqlite3").unlink()
    with socket.create_server(("127.0.0.1", port)):
        line = refused(dateline("--site", site, *words, "--port", port))

    assert "db.sqlite3 is not there" in line


def test_a_database_that_is_gone_is_missed(site):
    (site / "var" / "db.sqlite3").unlink()

    line = refused(dateline("--site", site, "user", "list"))

    assert "db.sqlite3 is not there; a backup may lie in" in line


def test_a_database_that_is_none_is_one_line(site):
    (site / "var" / "db.sqlite3").write_bytes(b"not a database" * 1000)

    assert "the database does not answer" in refused(dateline("--site", site, "user", "list"))
