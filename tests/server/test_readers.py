import gzip
import socket
import subprocess
import sys
from contextlib import ExitStack

import pytest

from dateline.cli.children import room_for
from tests.cli.commands import environment
from tests.patience import PATIENCE, until
from tests.server.processes import ask, raw
from tests.server.sheetwork import HOME, put


def test_readers_are_served_without_a_database(port):
    status, headers, body = ask(port, "/", Accept_Encoding="gzip")

    assert status == 200
    assert headers["content-encoding"] == "gzip"
    assert int(headers["content-length"]) == len(body)
    assert gzip.decompress(body).decode() == HOME


def test_a_client_without_gzip_is_served_too(port):
    _status, headers, body = ask(port, "/", Accept_Encoding="identity")

    assert "content-encoding" not in headers
    assert body.decode() == HOME


def test_a_validator_saves_the_body(port):
    _status, before, _body = ask(port, "/en/", Accept_Encoding="gzip")

    status, headers, body = ask(port, "/en/", Accept_Encoding="gzip", If_None_Match=before["etag"])

    assert (status, body) == (304, b"")
    assert headers["etag"] == before["etag"]
    assert "content-type" not in headers


@pytest.mark.parametrize("path", ["/", "/en/none/", "/media/pictures/crane-480-0a1b2c.webp"])
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_head_tells_what_get_would(port, path, encoding):
    get = ask(port, path, Accept_Encoding=encoding)
    head = ask(port, path, "HEAD", Accept_Encoding=encoding)

    assert head[0] == get[0]
    assert head[2] == b""
    assert {k: v for k, v in head[1].items() if k != "date"} == {
        k: v for k, v in get[1].items() if k != "date"
    }


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/en/feed.rss", 200),
        ("/en/?utm_source=x", 200),
        ("/en", 301),
        ("/en/old/", 301),
        ("/en/withdrawn/", 410),
        ("/en/none/", 404),
        ("/uk/none/", 404),
        ("/newsroom/", 307),
        ("/static/none.js", 404),
        ("/..%2f..%2fprivate/secret.key", 404),
        ("/%2e%2e/%2e%2e/dateline.toml", 404),
        ("/media/..%2f..%2fdateline.toml", 404),
        ("/" + "a" * 3000, 414),
        ("/?" + "a" * 5000, 414),
    ],
)
def test_every_kind_of_address_has_its_status(port, path, status):
    assert ask(port, path)[0] == status


def test_the_newsroom_is_found_from_the_readers_port(port):
    _status, headers, _body = ask(port, "/newsroom/", Host=f"desk.example:{port}")

    assert headers["location"] == f"http://desk.example:{port + 1}/newsroom/"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent_to_readers_pages(port, method):
    status, headers, _body = ask(port, "/", method, body=b"x" * 200_000)

    assert (status, headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 20_000 + b"\r\n\r\n", "431"),
        (b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * 200 + b"\r\n", "431"),
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", "400"),
        (b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n", "400"),
        (b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "404"),
        (b"GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "404"),
    ],
)
def test_what_no_browser_sends_is_refused(port, sent, said):
    assert raw(port, sent).split()[1] == said


def test_many_idle_connections_keep_nobody_out(port):
    room_for(2000)
    with ExitStack() as held:
        for _ in range(1100):
            held.enter_context(socket.create_connection(("127.0.0.1", port), timeout=PATIENCE))

        assert ask(port, "/")[0] == 200


def test_a_part_of_a_sheet_is_answered_with_all_of_it(port):
    status, headers, body = ask(port, "/en/", Range="bytes=0-9", Accept_Encoding="identity")

    assert (status, body.decode()) == (200, HOME)
    assert "content-range" not in headers


def test_a_new_sheet_is_served_at_once(port, store_site):
    assert ask(port, "/en/tide-turns/")[0] == 404

    put(store_site / "var" / "sheets", "en/tide-turns.html", "<p>It turned.</p>")

    assert ask(port, "/en/tide-turns/")[0] == 200


def test_a_changed_sheet_is_served_within_a_second(port, store_site):
    file = put(store_site / "var" / "sheets", "en/changing.html", "one")
    ask(port, "/en/changing/")

    put(store_site / "var" / "sheets", "en/changing.html", "two")

    until(lambda: ask(port, "/en/changing/")[2] == b"two")
    file.unlink()
    until(lambda: ask(port, "/en/changing/")[0] == 404)


def test_the_readers_process_imports_no_django(store_site):
    code = (
        "import sys, dateline.cli.entry_points as serving; serving.readers();"
        "print({name.split('.')[0] for name in sys.modules} & {'django', 'wagtail', 'sqlite3'})"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(DATELINE_SITE=str(store_site)),
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "set()"
