"""For how long browsers and caches may keep what servers before a site answer."""

import http.client

import pytest

from tests.cli.test_deploy import SERVERS, a_site, both, printed, up  # noqa: F401
from tests.patience import PATIENCE


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/en/", "public, max-age=15, s-maxage=15, stale-if-error=86400"),
        ("/en/latest.json", "public, max-age=15, s-maxage=15, stale-if-error=86400"),
        ("/en/feed.rss", "public, max-age=60, s-maxage=60, stale-if-error=86400"),
        ("/_f/en/rail.html", "public, max-age=5, s-maxage=5, stale-if-error=86400"),
        ("/en/none/", "public, max-age=15, s-maxage=1"),
        ("/en/old/", "public, max-age=300, s-maxage=1"),
    ],
)
def test_one_line_says_how_long_an_answer_may_be_kept(up, path, kept):
    connection = http.client.HTTPConnection("127.0.0.1", up, timeout=PATIENCE)
    connection.request("GET", path, headers={"Host": "localhost", "Accept-Encoding": "gzip"})

    answer = connection.getresponse()

    assert answer.headers.get_all("Cache-Control") == [kept]


@pytest.mark.parametrize("server", SERVERS)
def test_caches_that_are_told_to_forget_may_keep_pages_long(server, tmp_path):
    site = a_site(tmp_path, 8000)
    with (site / "dateline.toml").open("a") as file:
        file.write('[cdn]\nkind = "http"\naddresses = ["http://127.0.0.1:6081"]\nseconds = 7200\n')

    said = printed(site, server, "--no-tls")

    assert said.count("max-age=15, s-maxage=7200, stale-if-error=86400") == 1
    assert said.count("max-age=60, s-maxage=7200, stale-if-error=86400") == 1
