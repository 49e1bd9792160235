"""The newest part stands in every page, in every encoding, within its compressed stream."""

import gzip
import os
import zlib

import brotli
import pytest

from dateline.press.stores.notify_servers import ring
from tests.server.linkwork import HEAD, LINK, PAGE, RAIL, TAIL, part, put_page, put_part
from tests.server.sheetwork import a_server, a_store, ask, header, put


@pytest.fixture
def sheets(tmp_path):
    return a_store(tmp_path)


@pytest.fixture
def readers(sheets, tmp_path):
    return a_server(tmp_path, brotli=True)


def shown(readers, encoding="gzip"):
    """Return the decoded page; it must be one whole gzip member."""
    answer = ask(readers, PAGE, accept_encoding=encoding)
    coding = header(answer, "content-encoding")
    if coding == "br":
        return brotli.decompress(answer.body).decode()
    if coding == "gzip":
        unpacker = zlib.decompressobj(wbits=31)
        text = unpacker.decompress(answer.body)
        assert unpacker.eof
        assert unpacker.unused_data == b""
        return text.decode()
    return answer.body.decode()


def test_a_page_shows_the_news_of_today_in_every_encoding(sheets, readers):
    put_page(sheets, with_brotli=True)
    put_part(sheets, 2, "today's news")

    pages = {encoding: shown(readers, encoding) for encoding in ("gzip", "br, gzip", "br", "")}

    assert set(pages.values()) == {HEAD + part(2, "today's news") + TAIL}


def test_brotli_goes_out_while_nothing_newer_is_there(sheets, readers):
    put_page(sheets, 2, "today's news", with_brotli=True)
    put_part(sheets, 2, "today's news")
    before = ask(readers, PAGE)
    put_part(sheets, 3, "the newest")

    after = ask(readers, PAGE)

    assert header(before, "content-encoding") == "br"
    assert header(after, "content-encoding") == "gzip"


def test_the_validator_changes_with_the_part_and_with_the_encoding(sheets, readers):
    put_page(sheets)
    marks = {header(ask(readers, PAGE), "etag")}
    for version in (2, 3):
        put_part(sheets, version, f"news {version}")
        for encoding in ("gzip", ""):
            marks.add(header(ask(readers, PAGE, accept_encoding=encoding), "etag"))

    again = ask(readers, PAGE, if_none_match=header(ask(readers, PAGE), "etag"))

    assert len(marks) == 5
    assert (again.status, again.body) == (304, b"")
    assert header(again, "etag") in marks


def test_a_page_with_a_newer_part_has_the_length_and_validator_of_what_is_sent(sheets, readers):
    put_page(sheets)
    put_part(sheets, 2, "today's news")

    packed, plain = ask(readers, PAGE), ask(readers, PAGE, accept_encoding="identity")

    assert zlib.decompress(packed.body, wbits=31) == plain.body
    assert header(packed, "etag") != header(plain, "etag")
    assert header(plain, "content-encoding") is None
    assert header(packed, "etag") != header(a_page_alone(sheets, readers), "etag")


def a_page_alone(sheets, readers):
    """Ask for the page when there is no part."""
    (sheets / "_f/en/rail.html.gz").unlink()
    return ask(readers, PAGE)


def test_without_a_part_the_slot_is_a_link(sheets, readers):
    put_page(sheets)

    assert shown(readers) == HEAD + LINK + TAIL


def test_before_a_cache_that_is_told_to_forget_the_slot_stays_a_link(sheets, tmp_path):
    put_page(sheets)
    put_part(sheets, 2, "a headline that no purge names")

    assert shown(a_server(tmp_path, shared_age=86400)) == HEAD + LINK + TAIL


def test_a_client_with_yesterdays_news_is_sent_the_page(sheets, readers):
    put_page(sheets)
    mark = header(ask(readers, PAGE), "etag")

    put_part(sheets, 2, "today's news")

    assert ask(readers, PAGE, if_none_match=mark).status == 200


def test_an_older_part_is_not_put_in(sheets, readers):
    put_part(sheets, 2, "a headline that was taken down")
    put_page(sheets, 3, "the news without it")

    assert "taken down" not in shown(readers)


@pytest.mark.parametrize("lying", ["nothing", "a whole page", "garbage", "a stub that moved"])
def test_whatever_lies_in_the_parts_place_the_page_is_whole(sheets, readers, lying):
    put_page(sheets)
    if lying == "a whole page":
        put(sheets, "_f/en/rail.html", "<p>another page</p>")
    elif lying == "garbage":
        put(sheets, "_f/en/rail.html", "").write_bytes(os.urandom(500))
    elif lying == "a stub that moved":
        put_part(sheets, 2, "x")
        (sheets / "_f/en/rail.html.redirect").write_text("301 /en/\n")

    assert "High at six" in shown(readers)


def test_a_stitched_page_is_made_once_for_each_version(sheets, readers):
    put_page(sheets)
    put_part(sheets, 2, "today's news")

    assert ask(readers, PAGE) is ask(readers, PAGE)


def test_the_bell_ends_what_is_in_memory_at_once(sheets, tmp_path):
    readers = a_server(tmp_path, recheck=3600.0)
    put_page(sheets)
    put_part(sheets, 2, "a headline")
    assert "a headline" in shown(readers)
    assert ask(readers, "/en/").status == 200
    put_part(sheets, 3, "nothing of it")
    (sheets / "en.html.gz").rename(sheets / "en.gone.gz")

    ring(sheets)
    readers.cache._listened = 0.0

    assert "a headline" not in shown(readers)
    assert ask(readers, "/en/").status == 410


def test_a_part_alone_is_kept_for_seconds_and_found_by_no_search_engine(sheets, readers):
    put_part(sheets, 2, "today's news")

    answer = ask(readers, RAIL)

    assert gzip.decompress(answer.body).decode() == part(2, "today's news")
    assert header(answer, "cache-control").startswith("public, max-age=5,")
    assert header(answer, "x-robots-tag") == "noindex"
    assert header(answer, "content-type") == "text/html; charset=utf-8"
    assert ask(readers, "/_f/en/rail/").status == 404
