import gzip
import json

import brotli
import pytest

from dateline.press import FolderStore
from tests.server.sheetwork import ARTICLE, HOME, a_server, a_store, ask, header, put

CRANE = "/en/2026/11/22/crane-moves-k3f/"


@pytest.fixture
def readers(tmp_path):
    a_store(tmp_path)
    return a_server(tmp_path)


def test_a_page_is_sent_as_it_was_pressed(readers):
    answer = ask(readers, "/")

    assert answer.status == 200
    assert header(answer, "content-encoding") == "gzip"
    assert header(answer, "content-type") == "text/html; charset=utf-8"
    assert header(answer, "vary") == "Accept-Encoding"
    assert gzip.decompress(answer.body).decode() == HOME


def test_a_client_without_gzip_gets_plain_bytes_under_another_validator(readers):
    packed, plain = ask(readers, CRANE), ask(readers, CRANE, accept_encoding="gzip;q=0")

    assert plain.body.decode() == ARTICLE
    assert header(plain, "content-encoding") is None
    assert header(plain, "etag") != header(packed, "etag")


@pytest.mark.parametrize("wanted", ["{}", "W/{}", '"x", {}', "*"])
def test_a_client_that_has_the_page_is_told_so(readers, wanted):
    mark = header(ask(readers, "/"), "etag")

    answer = ask(readers, "/", if_none_match=wanted.format(mark))

    assert (answer.status, answer.body) == (304, b"")
    assert header(answer, "etag") == mark
    assert header(answer, "cache-control") == header(ask(readers, "/"), "cache-control")


def test_a_changed_sheet_is_sent_at_once_with_another_validator(readers, tmp_path):
    before = ask(readers, CRANE)
    put(tmp_path / "var" / "sheets", CRANE.strip("/") + ".html", "<p>It fell.</p>")

    after = ask(readers, CRANE, if_none_match=header(before, "etag"))

    assert after.status == 200
    assert gzip.decompress(after.body) == b"<p>It fell.</p>"


def test_a_sheet_in_memory_is_not_looked_at_before_its_time(tmp_path):
    a_store(tmp_path)
    readers = a_server(tmp_path, recheck=60.0)
    ask(readers, CRANE)
    put(tmp_path / "var" / "sheets", CRANE.strip("/") + ".html", "<p>It fell.</p>")

    assert gzip.decompress(ask(readers, CRANE).body).decode() == ARTICLE
    assert (readers.cache.hits, readers.cache.misses) == (1, 1)


def test_memory_is_bounded(tmp_path):
    sheets = a_store(tmp_path)
    for number in range(60):
        put(sheets, f"en/p{number}.html", f"<p>{number}</p>")
    readers = a_server(tmp_path, cache_bytes=40_000)

    for number in range(60):
        assert ask(readers, f"/en/p{number}/").status == 200

    assert 0 < readers.cache.bytes <= 40_000
    assert readers.cache.bytes == sum(each.size for each in readers.cache._kept.values())


def test_a_moved_page_leads_to_its_new_address(readers):
    answer = ask(readers, "/en/old/")

    assert (answer.status, header(answer, "location")) == (301, CRANE)


@pytest.mark.parametrize("line", ["301 //evil.example/", "301 javascript:alert(1)", "301 "])
def test_a_redirect_that_leads_nowhere_safe_is_not_followed(readers, tmp_path, line):
    (tmp_path / "var" / "sheets" / "en" / "old.redirect").write_text(line)

    answer = ask(readers, "/en/old/")

    assert answer.status == 200


def test_a_withdrawn_page_is_gone_and_says_so(readers):
    answer = ask(readers, "/en/withdrawn/")

    assert answer.status == 410
    assert b"Withdrawn" in gzip.decompress(answer.body)
    assert header(answer, "etag") is None


def test_a_withdrawal_is_seen_though_the_page_was_in_memory(readers, tmp_path):
    sheets = tmp_path / "var" / "sheets"
    ask(readers, CRANE)
    put(sheets, CRANE.strip("/") + ".gone", "<p>Withdrawn</p>")
    (sheets / (CRANE.strip("/") + ".html.gz")).unlink()

    assert ask(readers, CRANE).status == 410


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/en/none/", "Not found"),
        ("/uk/none/", "Не знайдено"),
        ("/uk/404/", "Не знайдено"),
        ("/none/", "Nothing here"),
        ("/en/old.redirect", "Not found"),
        ("/en/withdrawn.gone", "Not found"),
        ("/robots.txt.gz", "Nothing here"),
    ],
)
def test_what_is_not_there_has_a_page_in_the_editions_words(readers, path, said):
    answer = ask(readers, path)

    assert answer.status == 404
    assert said in gzip.decompress(answer.body).decode()


def test_a_site_without_an_error_page_still_says_what_is_wrong(tmp_path):
    answer = ask(a_server(tmp_path), "/en/none/")

    assert (answer.status, answer.body) == (404, b"There is nothing at this address\n")


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        ("/en", "/en/"),
        ("/en.html", "/en/"),
        ("/index.html", "/"),
        ("//en//", "/en/"),
        ("/en/2026/11/22/crane-stays-k3f/", CRANE),
        (CRANE.rstrip("/"), CRANE),
    ],
)
def test_another_spelling_of_an_address_leads_to_the_right_one(readers, asked, right):
    answer = ask(readers, asked)

    assert (answer.status, header(answer, "location")) == (301, right)


@pytest.mark.parametrize(
    "path",
    [
        "/../private/secret.key",
        "/en/../../private/secret.key",
        "/en/./",
        "/.git/config",
        "/en/\x00/",
        "/en\\..\\",
        "/media/../private/secret.key",
        "/media//etc/passwd",
        "/media/.hidden",
        "/static/../shelf.py",
        "*",
        "",
    ],
)
def test_a_path_that_climbs_or_hides_is_nothing(readers, tmp_path, path):
    key = tmp_path / "var" / "private" / "secret.key"
    key.parent.mkdir(parents=True)
    key.write_text("secret")

    answer = ask(readers, path)

    assert answer.status == 404
    assert not answer.file


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
def test_a_method_that_changes_things_is_refused(readers, method):
    answer = ask(readers, "/", method=method)

    assert (answer.status, header(answer, "allow")) == (405, "GET, HEAD")


def test_a_very_long_address_is_refused(readers):
    assert ask(readers, "/" + "a" * 2000).status == 414


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/en/feed.rss", "application/rss+xml; charset=utf-8"),
        ("/en/feed.json", "application/feed+json; charset=utf-8"),
        ("/en/sitemap.xml", "application/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_a_file_for_machines_has_its_media_type(readers, path, kind):
    answer = ask(readers, path)

    assert header(answer, "content-type") == kind
    assert "stale-if-error" in header(answer, "cache-control")


def test_every_answer_is_safe_to_show(readers):
    for path in ("/", "/en/none/", "/en/old/", "/en/withdrawn/", "/healthz", "/newsroom/"):
        answer = ask(readers, path)

        assert header(answer, "x-content-type-options") == "nosniff"
        assert header(answer, "content-security-policy") == "frame-ancestors 'none'"
        assert header(answer, "x-frame-options") == "DENY"
        assert header(answer, "referrer-policy")
        assert header(answer, "permissions-policy")
        assert header(answer, "set-cookie") is None


def test_search_engines_are_kept_away_until_the_site_is_public(readers, tmp_path):
    public = a_server(tmp_path, public=True, address="https://pier.example")

    assert header(ask(readers, "/"), "x-robots-tag") == "noindex"
    assert header(ask(public, "/"), "x-robots-tag") is None
    assert header(ask(public, "/"), "strict-transport-security")
    assert header(ask(readers, "/"), "strict-transport-security") is None


@pytest.mark.parametrize(
    ("host", "location"),
    [
        ("localhost:8000", "http://localhost:8001/newsroom/x/"),
        ("192.168.1.5:8000", "http://192.168.1.5:8001/newsroom/x/"),
        ("[::1]:8000", "http://[::1]:8001/newsroom/x/"),
        ("evil.example/?", "http://localhost:8001/newsroom/x/"),
    ],
)
def test_the_newsroom_is_on_the_next_port_of_the_same_host(readers, host, location):
    answer = ask(readers, "/newsroom/x/", host=host)

    assert (answer.status, header(answer, "location")) == (307, location)
    assert header(answer, "cache-control") == "no-store"


def test_a_newsroom_with_an_address_of_its_own_is_there(tmp_path):
    readers = a_server(tmp_path, newsroom="https://desk.example/newsroom/")

    answer = ask(readers, "/newsroom", host="pier.example")

    assert header(answer, "location") == "https://desk.example/newsroom"


def test_a_picture_is_kept_for_ever(readers, tmp_path):
    picture = tmp_path / "var" / "media" / "pictures" / "ab" / "crane-480-0a1b.webp"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"RIFF")

    answer = ask(readers, "/media/pictures/ab/crane-480-0a1b.webp")

    assert (answer.status, answer.file) == (200, str(picture))
    assert "immutable" in header(answer, "cache-control")
    assert header(answer, "content-type") == "image/webp"
    again = ask(
        readers,
        "/media/pictures/ab/crane-480-0a1b.webp",
        if_none_match=header(answer, "etag"),
    )
    assert again.status == 304


def test_a_folder_of_pictures_is_not_listed(readers, tmp_path):
    (tmp_path / "var" / "media" / "pictures").mkdir(parents=True)

    assert ask(readers, "/media/pictures").status == 404
    assert ask(readers, "/media/pictures/").status == 404


def test_brotli_is_sent_where_it_is_stored_and_taken(tmp_path):
    sheets = a_store(tmp_path)
    (sheets / "en.html.br").write_bytes(b"pressed with brotli")
    readers = a_server(tmp_path, brotli=True)

    answer = ask(readers, "/en/", accept_encoding="gzip, br")

    assert (header(answer, "content-encoding"), answer.body) == ("br", b"pressed with brotli")
    assert header(ask(readers, "/en/", accept_encoding="gzip"), "content-encoding") == "gzip"


def test_health_counts_what_was_read(readers):
    ask(readers, "/")
    ask(readers, "/")

    told = json.loads(ask(readers, "/healthz").body)

    assert told["ok"] is True
    assert told["sheets_in_memory"] == 1
    assert (told["found_in_memory"], told["read_from_disk"]) == (1, 1)


def test_a_picture_that_lies_in_a_bucket_is_led_to(tmp_path):
    readers = a_server(tmp_path, media_elsewhere="https://cdn.example/media")

    answer = ask(readers, "/media/pictures/crane-480-0a1b.webp")

    assert answer.status == 302
    assert header(answer, "location") == "https://cdn.example/media/pictures/crane-480-0a1b.webp"


def test_variants_of_a_sheet_decode_to_the_same_bytes(tmp_path):
    store = FolderStore(tmp_path / "var" / "sheets", with_brotli=True)
    staged = store.stage("/en/", HOME.encode(), often=True)
    staged.finish()
    readers = a_server(tmp_path, brotli=True)

    answers = [ask(readers, "/en/", accept_encoding=coding) for coding in ("br", "gzip", "")]

    bodies = [brotli.decompress(answers[0].body), gzip.decompress(answers[1].body), answers[2].body]
    assert bodies == [HOME.encode()] * 3
    assert len({header(answer, "etag") for answer in answers}) == 3
    assert [header(answer, "content-encoding") for answer in answers] == ["br", "gzip", None]
