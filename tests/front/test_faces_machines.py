"""What machines read: feeds, sitemaps and static files."""

import feedparser
import lxml.etree
import pytest

from dateline.front import assets
from dateline.front.absolute_addresses import absolute_html
from dateline.front.render import render
from dateline.front.styles import flat
from tests.front.sample_pages import page
from tests.front.samples import BASE


@pytest.mark.parametrize("language", ["en", "uk"])
def test_a_feed_is_read_whole_by_a_feed_reader(language):
    found = feedparser.parse(render(page("rss", language)))
    item = found.entries[0]

    assert not found.bozo
    assert found.feed.language == {"en": "en-gb", "uk": "uk-ua"}[language]
    assert item.id.startswith("urn:uuid:")
    assert item.link == f"{BASE}/{language}/2026/03/09/channel-41/"
    assert item.published == "Fri, 06 Mar 2026 12:24:00 GMT"
    assert item.author in ("Tomas Weir", "Томас Вейр")
    assert item.media_content[0]["url"] == f"{BASE}/media/sonar-960.jpg"


def test_a_feeds_text_is_html_with_whole_addresses():
    item = feedparser.parse(render(page("rss"))).entries[0]
    html = item.content[0].value

    assert f"{BASE}/en/programme/morning-watch/" in html
    assert "<blockquote>" in html
    assert "Correction" in html
    assert 'href="/' not in html
    assert "style" not in html


def test_a_sitemap_lists_absolute_addresses_and_languages():
    tree = lxml.etree.fromstring(render(page("sitemap")))
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }

    assert tree.xpath("//s:loc/text()", namespaces=names) == [f"{BASE}/en/latest/"]
    assert tree.xpath("//s:lastmod/text()", namespaces=names) == ["2026-03-09T14:24+02:00"]
    assert len(tree.xpath("//x:link", namespaces=names)) == 2


def test_addresses_in_html_become_whole_and_others_stay():
    html = '<a href="/en/a/">a</a><a href=\'/en/b/\'>b</a><a href="https://other.example/">c</a>'

    assert absolute_html(html, BASE) == (
        f"<a href=\"{BASE}/en/a/\">a</a><a href='{BASE}/en/b/'>b</a>"
        '<a href="https://other.example/">c</a>'
    )


def test_a_static_file_is_found_under_its_fingerprint_and_no_other_name():
    address = assets.asset_address("fonts/stix-two-text-latin-wght-normal.woff2")
    path, media_type = assets.find_asset(address)

    assert address.startswith("/static/fonts/stix-two-text-latin-wght-normal.")
    assert (path.suffix, media_type) == (".woff2", "font/woff2")
    assert assets.find_asset("/static/fonts/stix-two-text-latin-wght-normal.woff2") is None
    assert assets.find_asset("/static/../render.py") is None


def test_a_style_sheet_loses_what_browsers_need_not_read():
    source = "@layer parts {\n  /* a note */\n  .a > .b, .c { margin: 0 calc(1px + 2px); }\n}\n"

    assert flat(source) == ".a>.b,.c{margin:0 calc(1px + 2px)}"


def test_the_same_values_make_the_same_bytes():
    assert render(page("story", "uk")) == render(page("story", "uk"))
