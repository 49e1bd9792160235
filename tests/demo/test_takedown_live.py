"""The demo newsroom's real processes: what an editor takes back is gone for readers at once."""

import gzip
import json
import re

import pytest

from tests.demo.sites import a_copy, inside, said
from tests.patience import until
from tests.server.processes import answers, ask, running

WITHDRAW = """
import json, django
django.setup()
from django.test import Client
from dateline.staff.models import User
from dateline.stories.models import Article
from django.urls import reverse

article = Article.objects.public().filter(edition__code="en", lead_picture__isnull=False).last()
client = Client(SERVER_NAME="localhost")
client.force_login(User.objects.get(username="editor"))
where = reverse(Article.snippet_viewset.get_url_name("withdraw"), args=[article.pk])
page = client.post(where, {"note": "It was not ours."}, follow=True)
print(json.dumps({"uid": str(article.uid), "page": page.content.decode()}))
"""
FIND = """
import json, django
django.setup()
from dateline.stories.models import Article
from dateline.front.reads.articles import load

found = Article.objects.public().filter(edition__code="en", lead_picture__isnull=False).last()
print(json.dumps({"address": load([found.pk])[found.pk].address, "headline": found.headline}))
"""


@pytest.fixture
def site(tmp_path_factory, tmp_path):
    """Copy the demo newsroom, for it will be changed."""
    return a_copy(tmp_path_factory, tmp_path)


def left(site, words):
    """Return the files in which words are still to be read."""
    packed = sorted((site / "var/sheets").rglob("*.gz"))
    return [one.name for one in packed if words in gzip.decompress(one.read_bytes()).decode()]


def test_a_withdrawn_article_is_gone_though_the_server_had_it_in_memory(site):
    known = inside(site, FIND)
    assert len(left(site, known["headline"])) > 3
    with running(site, "--readers-only") as (port, _process):
        answers(port)
        for _time in range(3):
            assert ask(port, known["address"], Accept_Encoding="gzip")[0] == 200

        told = inside(site, WITHDRAW)
        until(lambda: ask(port, known["address"])[0] == 410)
        status, _headers, body = ask(port, known["address"], Accept_Encoding="gzip")

    assert status == 410
    assert "It was not ours." in gzip.decompress(body).decode()
    assert left(site, known["headline"]) == []
    assert re.search(r"\d+ address(es are| is) gone\.", told["page"])
    assert f"<li>{known['address']}</li>" in told["page"]
    assert json.loads(said(site, "press", "whereis", told["uid"], "--json")) == []
