"""What an editor takes back is gone from a real cache before the site within a second."""

import gzip
import time

import pytest

from tests.demo.sites import a_copy, inside
from tests.demo.test_takedown_live import FIND, WITHDRAW
from tests.ports import free_ports
from tests.server.processes import answers, ask, running
from tests.server.varnish import hit, varnish

CDN = """
[cdn]
kind = "http"
addresses = ["http://127.0.0.1:{port}"]
"""
SHEETS = """
import json, django
django.setup()
from dateline import press
from dateline.front.reads.articles import load
from dateline.stories.models import Article
from django.conf import settings

found = Article.objects.public().filter(edition__code="en", lead_picture__isnull=False).last()
files = [settings.MEDIA_URL + one.name for one in found.lead_picture.variants.all()]
print(json.dumps({"sheets": press.whereis(("article", found.pk)), "files": files[:2],
                  "host": settings.SITE.address.partition("//")[2]}))
"""


@pytest.fixture
def site(tmp_path_factory, tmp_path):
    """Copy the demo newsroom, for it will be changed."""
    return a_copy(tmp_path_factory, tmp_path)


def read(port, host, path):
    """Ask a cache as a reader's browser would; status, headers and text."""
    status, headers, body = ask(port, path, Host=host, Accept_Encoding="gzip")
    packed = headers.get("content-encoding") == "gzip"
    return status, headers, gzip.decompress(body) if packed else body


def test_a_withdrawn_article_is_gone_from_the_cache_within_a_second(site):
    known, shown = inside(site, FIND), inside(site, SHEETS)
    host, paths = shown["host"], [*shown["sheets"], *shown["files"]]
    headline = known["headline"].encode()
    cached = free_ports()
    with (site / "dateline.toml").open("a") as file:
        file.write(CDN.format(port=cached))
    with running(site, "--readers-only") as (port, _process):
        answers(port)
        with varnish(site, "--behind", str(port), host=host, port=cached):
            before = [(read(cached, host, path), read(cached, host, path))[1] for path in paths]
            told = inside(site, WITHDRAW)
            time.sleep(1)
            after = {path: read(cached, host, path) for path in paths}

    assert all(hit(headers) for _status, headers, _body in before)
    assert "s-maxage=3600" in before[0][1]["cache-control"]
    assert sum(headline in body for _status, _headers, body in before) > 3
    assert [path for path, (_status, _headers, body) in after.items() if headline in body] == []
    assert after[known["address"]][0] == 410
    assert {after[path][0] for path in shown["files"]} == {404}
    assert "Caches before the site have forgotten" in told["page"]
    assert "may still hold" not in told["page"]
