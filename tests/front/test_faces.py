"""Every template, in both languages: a sound page that says where and when it is."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from functools import cache

import lxml.html
import pytest

from dateline.front import assets
from dateline.front.json_ld import script
from dateline.front.render import render
from tests.front.sample_pages import page
from tests.front.samples import BASE, KINDS, rail

LANGUAGES = ("en", "uk")
EVERY = [(kind, language) for kind in KINDS for language in LANGUAGES]
every_page = pytest.mark.parametrize(("kind", "language"), EVERY)


@cache
def html(kind, language="en"):
    return render(page(kind, language)).decode()


def tree(kind, language="en"):
    return lxml.html.document_fromstring(html(kind, language))


@every_page
def test_a_page_has_a_language_one_heading_and_its_landmarks(kind, language):
    found = tree(kind, language)

    assert found.get("lang").startswith(language)
    assert found.get("dir") == "ltr"
    for tag in ("h1", "main", "header", "footer", "title"):
        assert len(found.findall(f".//{tag}")) == 1


@every_page
def test_headings_go_down_one_step_at_a_time(kind, language):
    levels = [int(tag.tag[1]) for tag in tree(kind, language).iter("h1", "h2", "h3", "h4")]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


@every_page
def test_no_style_attributes_no_scripts_and_no_doubled_ids(kind, language):
    found = tree(kind, language)
    ids = found.xpath("//@id")

    assert not found.xpath("//@style | //@*[starts-with(name(), 'on')]")
    assert {script.get("type") for script in found.iter("script")} <= {"application/ld+json"}
    assert len(ids) == len(set(ids))


@every_page
def test_the_policy_lets_in_the_one_style_of_the_page_and_nothing_else(kind, language):
    found = tree(kind, language)
    (style,) = found.iter("style")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    policy = found.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]

    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


@every_page
def test_times_are_told_with_their_offset_or_as_plain_dates(kind, language):
    stamps = tree(kind, language).xpath("//time/@datetime")

    for stamp in stamps:
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d[+-]\d\d:\d\d)?)?)?", stamp)


@every_page
def test_everything_on_a_page_comes_from_the_site_itself(kind, language):
    found = tree(kind, language)
    fetched = found.xpath("//img/@src | //link[@rel='icon']/@href | //source/@srcset")
    fonts = re.findall(r"url\(([^)]*)\)", next(found.iter("style")).text)

    assert fonts
    assert all(address.startswith("/") for address in [*fetched, *fonts])
    assert all(assets.find_asset(address) for address in fonts)


@every_page
def test_a_page_lists_itself_and_its_other_languages(kind, language):
    found = tree(kind, language)
    if kind in ("missing", "withdrawn", "bare_article"):
        assert not found.xpath("//link[@hreflang]")
        return
    others = {link.get("hreflang"): link.get("href") for link in found.xpath("//link[@hreflang]")}

    assert set(others) == {"en-GB", "uk-UA", "x-default"}
    assert others["en-GB"] == others["x-default"]
    assert found.xpath("//link[@rel='canonical']/@href")[0] in others.values()
    assert all(address.startswith(f"{BASE}/") for address in others.values())


def test_pages_that_are_not_there_are_kept_out_of_indexes():
    for kind in ("missing", "withdrawn"):
        assert tree(kind).xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_an_article_tells_machines_what_it_tells_readers():
    found = tree("article", "uk")
    (block,) = found.xpath("//script[@type='application/ld+json']")
    said = json.loads(block.text)

    assert said["@type"] == "NewsArticle"
    assert said["headline"] == found.find(".//h1").text_content()
    assert said["datePublished"] == "2026-03-06T14:24+02:00"
    assert said["dateModified"] == "2026-03-09T14:24+02:00"
    assert said["author"] == [
        {"@type": "Person", "name": "Томас Вейр", "url": f"{BASE}/uk/person/weir/"}
    ]
    assert said["correction"][0]["@type"] == "CorrectionComment"
    assert isinstance(said["correction"][0]["text"], str)
    assert found.xpath("//meta[@property='og:type']/@content") == ["article"]


def test_linked_data_cannot_be_closed_by_a_headline():
    block = script({"headline": "</script><b>&"})

    assert block.count("</script>") == 1
    assert "<b>" not in block


def test_text_is_escaped_and_cleaned_html_is_kept():
    made = page("article")
    article = made.values["article"]
    made.values["article"] = replace(article, headline="Fish & <chips>")

    shown = render(made).decode()

    assert "<h1>Fish &amp; &lt;chips&gt;</h1>" in shown
    assert "<em>has not</em>" in shown


def test_a_line_of_the_feed_reads_time_label_headline_in_one_heading():
    row = tree("newsfeed").xpath("//li[contains(@class, 'row-key')]//h3")[0]

    assert row[0].tag == "time"
    assert row.text_content() == (
        "14:01, Exclusive: Pilots’ union and port authority name different reasons for the "
        "closed berth"
    )


def test_the_background_folds_its_older_part_and_keeps_every_entry():
    found = tree("article")
    fold = found.xpath("//details[@class='fold']")[0]

    assert len(found.xpath("//section[@id='background']//ol/li[starts-with(@class, 'ent ')]")) == 17
    assert "28 December 2025 – 4 February 2026" in fold.find("summary").text_content()
    assert "11 entries" in fold.find("summary").text_content()


def test_only_the_first_set_of_versions_stands_open():
    sets = tree("story").xpath("//details[@class='vs']")

    assert [one.get("open") is not None for one in sets] == [True, False]
    assert sets[0].xpath(".//h4/a/text()")[0] == "Port authority"


def test_the_versions_have_their_id_inside_the_fold_so_that_a_link_opens_it():
    sets = tree("story").xpath("//details[@class='vs']")

    assert [one.get("id") for one in sets] == [None, None]
    assert [one.xpath("./ul/@id") for one in sets] == [["v-0a1b2c3d"], ["v-1b2c3d4e"]]


def test_the_legend_lists_only_marks_that_occur():
    legend = tree("story").xpath("//ul[@class='legend']/li/text()")

    assert legend == [
        "Several statements",
        "A side states or claims",
        "Media report",
        "Assessment",
        "Confirmed",
        "Source not stated",
    ]


def test_a_part_of_the_press_is_rendered_without_a_frame():
    part = rail("uk")

    assert part.startswith("<section")
    assert "Понеділок, 9 березня 2026" in part
    assert "<style" not in part
