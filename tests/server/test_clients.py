"""Real clients take pages with linked slots, as files and as our server stitches them."""

import subprocess
import zlib

import httpx
import pytest
import requests

from tests.browser.debian import program
from tests.patience import PATIENCE, until
from tests.ports import free_ports
from tests.server.linkwork import HEAD, LINK, PAGE, TAIL, part, put_page, put_part
from tests.server.processes import ask

PRESSED = HEAD + LINK + TAIL
NEWEST = HEAD + part(2, "today's news") + TAIL
NGINX = """daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; user root;
events {{}}
http {{ access_log off; types {{ text/html html; }} charset utf-8;
client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
uwsgi_temp_path {folder}; scgi_temp_path {folder};
server {{ listen 127.0.0.1:{port}; root {sheets}; gzip_static always; gunzip on;
location / {{ rewrite ^(.+)/$ $1.html break; }} }} }}
"""


@pytest.fixture(scope="module")
def pages(store_site):
    """Put a page with a link in its slot into the store, and the part beside it."""
    sheets = store_site / "var" / "sheets"
    put_page(sheets)
    put_part(sheets, 2, "today's news")
    return sheets


@pytest.fixture(scope="module")
def stitched(port, pages):
    """Return the page's address on our own server."""
    return f"http://127.0.0.1:{port}{PAGE}"


@pytest.fixture(scope="module")
def as_file(pages, tmp_path_factory):
    """Serve the files by nginx, that knows nothing of slots; return the page's address."""
    folder, port = tmp_path_factory.mktemp("nginx"), free_ports()
    told = folder / "nginx.conf"
    told.write_text(NGINX.format(folder=folder, port=port, sheets=pages))
    nginx = program("nginx", "/usr/sbin/nginx", package="nginx")
    process = subprocess.Popen([nginx, "-c", str(told)])
    try:
        until(lambda: ask(port, PAGE)[0])
        yield f"http://127.0.0.1:{port}{PAGE}"
    finally:
        process.terminate()
        process.wait(10)


def by_curl(address, encoding):
    curl = program("curl", package="curl")
    command = [curl, "-sS", "--fail", "--compressed", "-H", f"Accept-Encoding: {encoding}", address]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def by_httpx(address, encoding):
    return httpx.get(address, headers={"Accept-Encoding": encoding}).text


def by_requests(address, encoding):
    return requests.get(address, headers={"Accept-Encoding": encoding}, timeout=PATIENCE).text


CLIENTS = [by_curl, by_httpx, by_requests]


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
@pytest.mark.parametrize("client", CLIENTS)
def test_a_stitched_page_is_whole_and_of_today(stitched, client, encoding):
    assert client(stitched, encoding) == NEWEST


@pytest.mark.parametrize("encoding", ["gzip", "identity", "br, gzip"])
def test_a_stitched_answer_says_its_length_and_a_validator_to_get_and_head(port, pages, encoding):
    status, told, body = ask(port, PAGE, Accept_Encoding=encoding)
    head = ask(port, PAGE, method="HEAD", Accept_Encoding=encoding)
    again = ask(port, PAGE, Accept_Encoding=encoding, If_None_Match=told["etag"])

    assert status == 200
    assert int(told["content-length"]) == len(body)
    assert whole(told, body) == NEWEST
    stays = ("etag", "content-length", "content-type", "vary", "cache-control")
    assert (head[0], head[2]) == (200, b"")
    assert {name: head[1][name] for name in stays} == {name: told[name] for name in stays}
    assert (again[0], again[1]["etag"], again[2]) == (304, told["etag"], b"")


def whole(told, body):
    """Return a body's text; compressed, it must be one gzip member and nothing behind it."""
    if told.get("content-encoding") != "gzip":
        return body.decode()
    unpacker = zlib.decompressobj(wbits=31)
    text = unpacker.decompress(body)
    assert (unpacker.eof, unpacker.unused_data) == (True, b"")
    return text.decode()


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
@pytest.mark.parametrize("client", CLIENTS)
def test_the_file_itself_is_whole_behind_any_server(as_file, client, encoding):
    assert client(as_file, encoding) == PRESSED
