"""A store in a bucket, against a real server of object storage."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from typing import Any

import moto.settings
import pytest

from dateline.press.errors import StoreDown, StoreFailed, StoreOvertaken
from dateline.press.stores import bucket
from dateline.press.stores.bucket import S3Store
from tests.ports import free_ports
from tests.press.storage import emptied, in_bucket, storage


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with storage() as served:
        yield served


@pytest.fixture
def asking(endpoint: str) -> Any:
    return emptied(endpoint, "sheets")


@pytest.fixture
def shelf(endpoint: str, asking: Any) -> S3Store:
    return in_bucket(endpoint, "sheets")


def put(store: S3Store, path: str, body: bytes) -> None:
    staged = store.stage(path, body)
    staged.ready()
    staged.finish()
    staged.settle()


@pytest.mark.parametrize(
    ("path", "key", "kind"),
    [
        ("/", "index.html", "text/html; charset=utf-8"),
        ("/en/", "en/index.html", "text/html; charset=utf-8"),
        ("/en/ø/", "en/ø/index.html", "text/html; charset=utf-8"),
        ("/en/feed.rss", "en/feed.rss", "application/rss+xml; charset=utf-8"),
        ("/robots.txt", "robots.txt", "text/plain; charset=utf-8"),
        ("/_f/en/rail.html", "_f/en/rail.html", "text/html; charset=utf-8"),
    ],
)
def test_a_sheet_is_one_object_with_all_a_reader_needs(
    shelf: S3Store, asking: Any, path: str, key: str, kind: str
) -> None:
    put(shelf, path, b"<p>Words")

    found = asking.get_object(Bucket="sheets", Key=key)
    assert gzip.decompress(found["Body"].read()) == b"<p>Words"
    assert (found["ContentEncoding"], found["ContentType"]) == ("gzip", kind)
    assert "stale-if-error" in found["CacheControl"]
    assert shelf.read(path) == b"<p>Words"
    assert shelf.paths() == {path}


def test_nothing_is_seen_before_it_is_finished(shelf: S3Store) -> None:
    staged = shelf.stage("/en/", b"<p>Words")
    staged.ready()

    assert shelf.read("/en/") is None
    staged.drop()
    assert shelf.paths() == set()


def test_a_withdrawn_page_goes_and_its_tombstone_is_no_page(shelf: S3Store, asking: Any) -> None:
    put(shelf, "/en/a/", b"<p>Words")

    shelf.gone("/en/a/", b"<p>Withdrawn")

    assert shelf.read("/en/a/") is None
    assert shelf.paths() == set()
    tomb = asking.get_object(Bucket="sheets", Key="en/a/index.html.gone")
    assert gzip.decompress(tomb["Body"].read()) == b"<p>Withdrawn"


def test_a_page_that_comes_back_takes_its_tombstone_away(shelf: S3Store, asking: Any) -> None:
    shelf.gone("/en/a/", b"<p>Withdrawn")

    put(shelf, "/en/a/", b"<p>Words")

    assert [row["Key"] for row in asking.list_objects_v2(Bucket="sheets")["Contents"]] == [
        "en/a/index.html"
    ]


def test_a_moved_page_leads_on_by_metadata_and_by_a_stub(shelf: S3Store, asking: Any) -> None:
    put(shelf, "/en/old/", b"<p>Words")

    shelf.redirect("/en/old/", "/en/new/", b"<p>Moved")

    found = asking.head_object(Bucket="sheets", Key="en/old/index.html")
    assert found["WebsiteRedirectLocation"] == "/en/new/"
    assert shelf.read("/en/old/") == b"<p>Moved"

    put(shelf, "/en/old/", b"<p>Back")
    found = asking.head_object(Bucket="sheets", Key="en/old/index.html")
    assert "WebsiteRedirectLocation" not in found


def test_a_removed_address_leaves_no_object(shelf: S3Store, asking: Any) -> None:
    shelf.gone("/en/a/", b"<p>Withdrawn")
    shelf.delete("/en/a/")
    shelf.delete("/en/never/")

    assert "Contents" not in asking.list_objects_v2(Bucket="sheets")


def test_a_writer_who_comes_late_overwrites_nothing(shelf: S3Store) -> None:
    put(shelf, "/en/", b"<p>First")
    late = shelf.stage("/en/", b"<p>Late")
    late.ready()
    put(shelf, "/en/", b"<p>Newer")

    late.finish()
    with pytest.raises(StoreOvertaken):
        late.settle()

    assert shelf.read("/en/") == b"<p>Newer"


def test_a_writer_who_comes_late_brings_nothing_withdrawn_back(shelf: S3Store) -> None:
    put(shelf, "/en/a/", b"<p>First")
    late = shelf.stage("/en/a/", b"<p>Late")
    late.ready()
    shelf.gone("/en/a/", b"<p>Withdrawn")

    late.finish()
    with pytest.raises(StoreOvertaken):
        late.settle()

    assert shelf.read("/en/a/") is None


def test_what_arrived_unheard_of_is_no_others(shelf: S3Store) -> None:
    first = shelf.stage("/en/", b"<p>Words")
    again = shelf.stage("/en/", b"<p>Words")
    for one in (first, again):
        one.ready()

    for one in (first, again):
        one.finish()
        one.settle()

    assert shelf.read("/en/") == b"<p>Words"


def test_without_the_guard_the_last_writer_wins(endpoint: str, asking: Any) -> None:
    shelf = in_bucket(endpoint, "sheets", guard=False)
    late = shelf.stage("/en/", b"<p>Late")
    late.ready()
    put(shelf, "/en/", b"<p>Newer")

    late.finish()
    late.settle()

    assert shelf.read("/en/") == b"<p>Late"


def test_a_prefix_keeps_sheets_apart_from_what_else_lies_there(endpoint: str, asking: Any) -> None:
    for key in ("media/crane.webp", "other/index.html"):
        asking.put_object(Bucket="sheets", Key=key, Body=b"?")
    apart = in_bucket(endpoint, "sheets", prefix="/pier/")
    beside = in_bucket(endpoint, "sheets", aside=("media/", "pier/"))

    put(apart, "/en/", b"<p>Words")

    assert asking.head_object(Bucket="sheets", Key="pier/en/index.html")
    assert apart.paths() == {"/en/"}
    assert beside.paths() == {"/other/"}


def test_more_objects_than_one_list_holds_are_all_seen(
    monkeypatch: pytest.MonkeyPatch, shelf: S3Store, asking: Any
) -> None:
    monkeypatch.setattr(bucket, "LISTED", 10)
    for number in range(23):
        asking.put_object(Bucket="sheets", Key=f"en/{number}/index.html", Body=b"?")

    assert len(shelf.paths()) == 23


def test_a_bucket_that_is_not_there_says_what_helps(endpoint: str) -> None:
    shelf = in_bucket(endpoint, "none-such")

    with pytest.raises(StoreDown, match="the bucket none-such at .* NoSuchBucket .*; make the"):
        put(shelf, "/en/", b"<p>Words")


def test_a_key_that_nobody_knows_says_what_helps(
    monkeypatch: pytest.MonkeyPatch, shelf: S3Store
) -> None:
    monkeypatch.setattr(moto.settings, "INITIAL_NO_AUTH_ACTION_COUNT", 0)

    with pytest.raises(StoreDown, match=r"InvalidAccessKeyId .*; mend s3\.key_id"):
        shelf.paths()


def test_an_object_that_is_no_gzip_is_told(shelf: S3Store, asking: Any) -> None:
    asking.put_object(Bucket="sheets", Key="en/index.html", Body=b"tampered")

    with pytest.raises(StoreFailed, match=r"en/index\.html in the bucket sheets"):
        shelf.read("/en/")


def test_a_server_out_of_reach_is_told_before_the_transaction(shelf: S3Store) -> None:
    away = in_bucket(f"http://127.0.0.1:{free_ports()}", "sheets")

    staged = away.stage("/en/", b"<p>Words")
    with pytest.raises(StoreDown, match="cannot be reached.*see to the network"):
        staged.ready()


def test_a_server_that_never_answers_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch, shelf: S3Store
) -> None:
    monkeypatch.setattr(bucket, "PATIENCE", 0.2)
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(16)
        away = in_bucket(f"http://127.0.0.1:{deaf.getsockname()[1]}", "sheets")
        staged = away.stage("/en/", b"<p>Words")

        with pytest.raises(StoreDown, match="has not answered"):
            staged.ready()
