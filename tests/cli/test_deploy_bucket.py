import gzip
import json
import time
from functools import partial
from urllib.parse import quote

import pytest

from dateline.press.stores.bucket import Bucket, S3Store
from dateline.server.headers import labels
from tests.cli.test_deploy import CRANE, SERVERS, TOML, before, get
from tests.patience import until
from tests.ports import free_ports
from tests.press.storage import KEYS, emptied, storage
from tests.server.processes import ask, running
from tests.server.sheetwork import ARTICLE, HOME

S3 = """
[press]
store = "s3"

[media]
store = "s3"

[s3]
bucket = "pier"
prefix = "site"
endpoint = "{endpoint}"
"""
EVERYBODY = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": "*",
            "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::pier/*",
        }
    ],
}
PAGES = {
    "/": HOME,
    "/en/": HOME,
    CRANE: ARTICLE,
    "/en/feed.json": "{}",
    "/_f/en/rail.html": "<ol></ol>",
    "/robots.txt": "User-agent: *",
    "/uk/тут і там/": "<title>Тут</title>",
    "/404/": "<title>Nothing here</title>",
    "/en/404/": "<title>Not found</title>",
}


def put(store, path, text):
    staged = store.stage(path, text.encode())
    staged.ready()
    staged.finish()
    staged.settle()


def a_bucket(endpoint):
    """Put a small site into a bucket that everybody may read."""
    asking = emptied(endpoint, "pier")
    asking.put_bucket_policy(Bucket="pier", Policy=json.dumps(EVERYBODY))
    bucket = Bucket("pier", prefix="site", endpoint=endpoint, region="us-east-1", **KEYS)
    store = S3Store(bucket, labels=partial(labels, max_age=15))
    for path, text in PAGES.items():
        put(store, path, text)
    store.redirect("/en/old/", CRANE, b"<title>Moved</title>")
    store.gone("/en/withdrawn/", b"<title>Withdrawn</title>")
    asking.put_object(Bucket="pier", Key="media/crane.webp", Body=b"RIFF", ContentType="image/webp")
    return store


@pytest.fixture(scope="module", params=SERVERS)
def fronted(request, tmp_path_factory):
    """Serve a site in a bucket through a server before it; yields its port and the store."""
    site, front, port = tmp_path_factory.mktemp(request.param), free_ports(), free_ports()
    with storage() as endpoint:
        store = a_bucket(endpoint)
        (site / "dateline.toml").write_text(TOML.format(port=port) + S3.format(endpoint=endpoint))
        more = ("--cache", site / "cache") if request.param == "nginx" else ()
        command = SERVERS[request.param](site, "--no-tls", "--port", front, *more)
        with before(command, site):
            until(lambda: ask(front, "/", Host="localhost")[0])
            yield front, store


@pytest.mark.parametrize(
    "path", ["/", "/en/", CRANE, "/uk/тут і там/", "/en/feed.json", "/_f/en/rail.html"]
)
def test_a_sheet_in_a_bucket_is_served_as_pressed(fronted, path):
    status, headers, body = get(fronted[0], quote(path) + "?utm=x")

    assert (status, gzip.decompress(body).decode()) == (200, PAGES[path])
    assert headers["content-encoding"] == "gzip"
    assert headers["etag"].startswith('"')
    assert headers["vary"] == "Accept-Encoding"
    assert "stale-if-error" in headers["cache-control"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "charset=utf-8" in headers["content-type"]
    assert not [name for name in headers if name.startswith("x-amz")]


def test_a_validator_saves_the_body_and_head_has_none(fronted):
    mark = get(fronted[0], "/en/")[1]["etag"]

    assert get(fronted[0], "/en/", If_None_Match=mark)[::2] == (304, b"")
    assert get(fronted[0], "/en/", "HEAD")[::2] == (200, b"")


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/en/withdrawn/", 410, "Withdrawn"),
        ("/en/none/", 404, "Not found"),
        ("/none/", 404, "Nothing here"),
        ("/en/404/", 404, "Not found"),
        ("/en/index.html", 404, "Not found"),
        ("/en/withdrawn/index.html.gone", 404, "Not found"),
        ("/.git/config", 404, "Nothing here"),
    ],
)
def test_what_is_gone_or_nowhere_says_so(fronted, path, status, said):
    found, headers, body = get(fronted[0], path)

    assert found == status
    assert said in gzip.decompress(body).decode()
    assert headers["x-robots-tag"] == "noindex"


def test_a_moved_page_leads_on(fronted):
    status, headers, body = get(fronted[0], "/en/old/")

    assert headers.get("location") == CRANE or "Moved" in gzip.decompress(body).decode()
    assert status in {200, 301}


@pytest.mark.parametrize(("asked", "right"), [("/en", "/en/"), ("/en.html", "/en/")])
def test_another_spelling_leads_to_the_right_one(fronted, asked, right):
    status, headers, _body = get(fronted[0], asked)

    assert (status, headers["location"]) == (301, right)


def test_a_picture_comes_from_the_bucket_and_is_kept_for_ever(fronted):
    status, headers, body = get(fronted[0], "/media/crane.webp")

    assert (status, body, headers["content-type"]) == (200, b"RIFF", "image/webp")
    assert "immutable" in headers["cache-control"]
    assert get(fronted[0], "/media/none.webp")[0] == 404


def test_a_method_that_changes_things_is_refused(fronted):
    assert get(fronted[0], "/en/", "PUT")[0] == 405


def test_a_new_and_a_withdrawn_sheet_are_seen_soon(fronted):
    front, store = fronted
    get(front, "/en/soon/")
    put(store, "/en/soon/", "<p>soon")

    until(lambda: get(front, "/en/soon/")[0] == 200)
    store.gone("/en/soon/", b"<p>gone")
    until(lambda: get(front, "/en/soon/")[0] == 410)


def test_nginx_goes_on_with_what_it_has_while_the_bucket_is_away(tmp_path):
    front, port = free_ports(), free_ports()
    with storage() as endpoint:
        a_bucket(endpoint)
        text = TOML.format(port=port) + S3.format(endpoint=endpoint)
        (tmp_path / "dateline.toml").write_text(text)
        options = ("--no-tls", "--port", front, "--cache", tmp_path / "cache")
        command = SERVERS["nginx"](tmp_path, *options)
        serving = before(command, tmp_path)
        serving.__enter__()
        until(lambda: get(front, "/en/")[0] == 200)
    try:
        time.sleep(1.1)
        assert gzip.decompress(get(front, "/en/")[2]).decode() == HOME
        assert get(front, "/en/never-seen/")[0] == 503
    finally:
        serving.__exit__(None, None, None)


def test_nginx_unpacks_for_a_client_without_gzip(tmp_path):
    front, port = free_ports(), free_ports()
    with storage() as endpoint:
        a_bucket(endpoint)
        text = TOML.format(port=port) + S3.format(endpoint=endpoint)
        (tmp_path / "dateline.toml").write_text(text)
        options = ("--no-tls", "--port", front, "--cache", tmp_path / "cache")
        with before(SERVERS["nginx"](tmp_path, *options), tmp_path):
            until(lambda: ask(front, "/", Host="localhost")[0])
            status, headers, body = get(front, "/en/", Accept_Encoding="identity")

    assert (status, body.decode()) == (200, HOME)
    assert "content-encoding" not in headers
    assert headers["vary"] == "Accept-Encoding"


def test_caddy_has_our_own_server_unpack_for_a_client_without_gzip(tmp_path):
    front, port = free_ports(), free_ports()
    with storage() as endpoint:
        a_bucket(endpoint)
        text = TOML.format(port=port) + S3.format(endpoint=endpoint)
        (tmp_path / "dateline.toml").write_text(text)
        command = SERVERS["caddy"](tmp_path, "--no-tls", "--port", front)
        with before(command, tmp_path), running(tmp_path, "--readers-only", port=port):
            until(lambda: get(front, "/en/", Accept_Encoding="identity")[0] == 200)
            _status, headers, body = get(front, "/en/", Accept_Encoding="identity")

    assert body.decode() == HOME
    assert "content-encoding" not in headers
