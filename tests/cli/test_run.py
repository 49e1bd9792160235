import os
import socket
import sqlite3

import pytest

from tests.cli.commands import dateline, refused
from tests.patience import until
from tests.ports import free_ports
from tests.server.processes import (
    INT,
    KILL,
    answers,
    ask,
    children,
    ended,
    offspring,
    running,
)
from tests.server.sheetwork import a_store


@pytest.fixture
def pressed(site):
    """Return a site with pages."""
    a_store(site)
    return site


def test_one_command_serves_readers_and_editors(pressed):
    with running(pressed) as (port, process):
        assert answers(port, "/en/") == 200
        assert answers(port + 1, "/newsroom/login/") == 200
        assert set(children(process)) == {"readers", "newsroom", "press"}
        until(lambda: f"http://localhost:{port}/" in (pressed / "run.log").read_text())

    assert process.returncode == 0


def test_the_newsrooms_cookies_are_its_own(pressed):
    with running(pressed, "--no-press") as (port, _process):
        answers(port + 1, "/newsroom/login/")
        _status, editors, _body = ask(port + 1, "/newsroom/login/")
        _status, readers, _body = ask(port, "/")

    cookie = editors["set-cookie"]
    assert "HttpOnly" in cookie
    assert "Path=/newsroom/" in cookie
    assert "SameSite=Lax" in cookie
    assert "set-cookie" not in readers


def test_readers_are_served_while_newsroom_and_press_are_dead(pressed):
    with running(pressed) as (port, process):
        answers(port + 1, "/newsroom/login/")
        before = children(process)
        for room in ("newsroom", "press"):
            kill(before[room])
        until(lambda: ended(before["newsroom"]))

        assert [ask(port, "/en/")[0] for _time in range(20)] == [200] * 20

        until(lambda: answers(port + 1, "/newsroom/login/") == 200)
        after = until(lambda: len(children(process)) == 3 and children(process))
        assert after["readers"] == before["readers"]
        assert after["newsroom"] != before["newsroom"]
        assert (
            "newsroom was stopped by SIGKILL; starting again in"
            in (pressed / "run.log").read_text()
        )


@pytest.mark.parametrize("room", ["readers", "newsroom"])
def test_a_server_that_is_killed_leaves_no_worker_at_its_port(pressed, room):
    with running(pressed) as (port, process):
        answers(port + 1, "/newsroom/login/")
        server = children(process)[room]
        workers = offspring(server)

        kill(server)

        assert workers
        until(lambda: all(ended(worker) for worker in workers))


def test_readers_are_served_while_the_database_is_gone(pressed):
    with running(pressed) as (port, _process):
        answers(port + 1, "/newsroom/login/")
        for file in (pressed / "var").glob("db.sqlite3*"):
            file.rename(file.with_name(f"away-{file.name}"))

        assert ask(port, "/en/")[0] == 200
        assert ask(port, "/en/feed.rss")[0] == 200


def test_a_dead_readers_process_is_started_again(pressed):
    with running(pressed, "--readers-only") as (port, process):
        answers(port)
        first = children(process)["readers"]
        kill(first)
        until(lambda: ended(first))

        assert answers(port, "/en/") == 200


def test_no_process_outlives_the_one_that_started_it(pressed):
    with running(pressed, "--no-press") as (port, process):
        answers(port + 1, "/newsroom/login/")
        left = children(process)
        process.kill()
        process.wait()

        until(lambda: all(ended(pid) for pid in left.values()))
        until(lambda: not _listened(port) and not _listened(port + 1))


def test_ctrl_c_ends_in_order(pressed):
    with running(pressed, "--no-press") as (port, process):
        answers(port)
        left = children(process)
        process.send_signal(INT)

        assert process.wait(20) == 0
        assert all(ended(pid) for pid in left.values())
        assert "Traceback" not in (pressed / "run.log").read_text()


@pytest.mark.parametrize("offset", [0, 1])
def test_a_taken_port_is_said_before_anything_starts(site, offset):
    port = free_ports()
    with socket.socket() as other:
        other.bind(("127.0.0.1", port + offset))
        other.listen()

        line = refused(dateline("--site", site, "run", "--port", port))

    assert f"port {port + offset} on 127.0.0.1: taken by another program" in line
    assert "--port" in line


def test_an_address_that_is_not_ours_is_said(site):
    line = refused(dateline("--site", site, "run", "--host", "203.0.113.7"))

    assert "port 8000 on 203.0.113.7:" in line


def test_an_older_database_is_to_be_upgraded_first(site):
    with sqlite3.connect(site / "var" / "db.sqlite3") as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    database.close()

    line = refused(dateline("--site", site, "run", "--port", free_ports()))

    assert "older than this program (1 migrations to make); run: dateline upgrade" in line


def kill(pid):

    os.kill(pid, KILL)


def _listened(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
