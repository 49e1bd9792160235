import gzip
import json
from functools import partial

import pytest

from dateline.press.stores.bucket import Bucket, S3Store
from dateline.server.headers import labels
from tests.patience import until
from tests.press.storage import KEYS, emptied, storage
from tests.server.linkwork import HEAD, PAGE, RAIL, TAIL, linked_page, linked_part, part
from tests.server.processes import ask as over_http
from tests.server.processes import running
from tests.server.sheetwork import a_server, ask, header

CRANE = "/en/2026/11/22/crane-moves-k3f/"
EVERYBODY = {
    "Effect": "Allow",
    "Principal": "*",
    "Action": "s3:GetObject",
    "Resource": "arn:aws:s3:::pier/*",
}
TOML = """[press]
store = "s3"

[s3]
bucket = "pier"
endpoint = "{endpoint}"

[[edition]]
code = "en"
locale = "en-GB"
"""


def put(store, path, text):
    staged = store.stage(path, text.encode())
    staged.ready()
    staged.finish()
    staged.settle()


def a_bucket(endpoint):
    """Put a few sheets into a bucket that everybody may read; return the store."""
    asking = emptied(endpoint, "pier")
    policy = {"Version": "2012-10-17", "Statement": [EVERYBODY]}
    asking.put_bucket_policy(Bucket="pier", Policy=json.dumps(policy))
    bucket = Bucket("pier", endpoint=endpoint, region="us-east-1", **KEYS)
    store = S3Store(bucket, labels=partial(labels, max_age=15))
    for path in ("/", "/en/", CRANE, "/en/feed.rss", "/_f/en/rail.html", "/en/404/"):
        put(store, path, f"<p>{path}")
    store.redirect("/en/old/", CRANE, b"<p>Moved")
    store.gone("/en/withdrawn/", b"<p>Withdrawn")
    return store


@pytest.fixture
def shelved(tmp_path):
    """Serve a bucket; yields the readers' server, the store and a way to take the bucket away."""
    with storage() as endpoint:
        yield a_server(tmp_path, sheets_elsewhere=f"{endpoint}/pier"), a_bucket(endpoint)


@pytest.mark.parametrize("path", ["/", "/en/", CRANE, "/en/feed.rss", "/_f/en/rail.html"])
def test_a_sheet_in_a_bucket_is_sent_as_it_was_pressed(shelved, path):
    answer = ask(shelved[0], path)

    assert (answer.status, gzip.decompress(answer.body).decode()) == (200, f"<p>{path}")
    assert header(answer, "content-encoding") == "gzip"
    again = ask(shelved[0], path, if_none_match=header(answer, "etag"))
    assert again.status == 304
    plain = ask(shelved[0], path, accept_encoding="identity")
    assert (plain.body.decode(), header(plain, "etag")) != (f"<p>{path}", header(answer, "etag"))


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/en/old/", 301, CRANE),
        ("/en/withdrawn/", 410, None),
        ("/en/none/", 404, None),
        ("/en", 301, "/en/"),
    ],
)
def test_what_moved_went_or_never_was_is_told(shelved, path, status, location):
    answer = ask(shelved[0], path)

    assert (answer.status, header(answer, "location")) == (status, location)


def test_a_changed_and_a_withdrawn_sheet_are_seen_at_once(shelved):
    readers, store = shelved
    ask(readers, "/en/")

    put(store, "/en/", "<p>New")
    assert gzip.decompress(ask(readers, "/en/").body) == b"<p>New"
    store.gone("/en/", b"<p>Gone")
    assert ask(readers, "/en/").status == 410
    put(store, "/en/", "<p>Back")
    assert gzip.decompress(ask(readers, "/en/").body) == b"<p>Back"


def test_what_is_in_memory_is_served_while_the_bucket_is_away(tmp_path):
    with storage() as endpoint:
        a_bucket(endpoint)
        readers = a_server(tmp_path, sheets_elsewhere=f"{endpoint}/pier")
        ask(readers, "/en/")

    assert ask(readers, "/en/").status == 200
    away = ask(readers, CRANE)
    assert (away.status, header(away, "retry-after")) == (503, "5")
    assert header(away, "cache-control") == "no-store"


def test_the_servers_memory_is_bounded(tmp_path):
    with storage() as endpoint:
        a_bucket(endpoint)
        readers = a_server(tmp_path, sheets_elsewhere=f"{endpoint}/pier", cache_bytes=9000)
        for path in ("/", "/en/", CRANE, "/en/feed.rss", "/en/404/") * 2:
            ask(readers, path)

        assert readers.cache.bytes <= 9000
        assert len(readers.cache) < 5


def test_a_site_in_a_bucket_is_served_by_settings_alone(tmp_path):
    with storage() as endpoint:
        a_bucket(endpoint)
        (tmp_path / "dateline.toml").write_text(TOML.format(endpoint=endpoint))
        with running(tmp_path, "--readers-only") as (port, _process):
            until(lambda: over_http(port, "/healthz")[0])
            status, headers, body = over_http(port, "/en/", Accept_Encoding="gzip")

            assert (status, gzip.decompress(body)) == (200, b"<p>/en/")
            assert headers["content-type"] == "text/html; charset=utf-8"
            assert over_http(port, "/en/withdrawn/")[0] == 410
            assert over_http(port, "/en/old/")[1]["location"] == CRANE


def test_pages_of_a_bucket_show_the_news_of_today_too(shelved):
    readers, store = shelved
    pages = {PAGE: linked_page(), RAIL: linked_part(2, "today's news")}
    for path, body in pages.items():
        staged = store.stage(path, body)
        staged.ready()
        staged.finish()
        staged.settle()

    answer = ask(readers, PAGE)

    assert gzip.decompress(answer.body).decode() == HEAD + part(2, "today's news") + TAIL
    assert header(answer, "etag") != header(ask(readers, RAIL), "etag") != '""'
