"""On no page of the demo newsroom does a status stand without the one whose statement it is."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from tests.browser import kinds
from tests.browser.site import filled

STATUS = "contains(concat(' ', @class, ' '), ' st ')"
SHOWN = f"//main//*[{STATUS}][not(ancestor::*[@class='key' or @class='statuses'])]"
OWNER = (
    "ancestor::li[.//*[@class='sts-who' or @class='vs-who']]",
    "ancestor::p[@class='ent-brief']/span[b]",
    "ancestor::*[@class='roll' or @class='beside']",  # pages of one source, named in the heading
)
KINDS = {"denied", "refuted", "declined", "differ", "confirmed", "corrected", "unstated"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: Any) -> dict[str, Any]:
    """Return the pressed pages that show statuses, by address."""
    sheets = filled(tmp_path_factory) / "var/sheets"
    return dict(trees(sheets))


def trees(sheets: Path) -> Iterator[tuple[str, Any]]:
    """Yield every page that shows a status, as a tree."""
    for address in kinds.addresses(sheets):
        html = gzip.decompress(kinds.file_of(sheets, address).read_bytes()).decode()
        if 'class="st ' in html:
            yield address, lxml.html.document_fromstring(html)


def test_no_status_stands_without_its_owner(pages: dict[str, Any]) -> None:
    alone = [
        (address, status.text_content())
        for address, tree in pages.items()
        for status in tree.xpath(SHOWN)
        if "st-unstated" not in status.get("class")
        if not any(status.xpath(way) for way in OWNER)
    ]

    assert len(pages) > 20
    assert alone == []


@pytest.mark.parametrize("edition", ["en", "uk"])
def test_the_demo_shows_every_kind_of_statement(pages: dict[str, Any], edition: str) -> None:
    stories = [tree for at, tree in pages.items() if kinds.kind_of(at) == "story"]
    found: Counter[str] = Counter()
    for tree in stories:
        if tree.get("lang").startswith(edition):
            found.update(one.get("class").partition("st st-")[2] for one in tree.xpath(SHOWN))
            found["via"] += len(tree.xpath("//*[@class='sts-who']/a"))
            found["unnamed"] += sum(
                word in one.text_content()
                for one in tree.xpath("//*[@class='sts-who']")
                for word in ("not named: ", "без імені: ")
            )
            found["fixed"] += len(tree.xpath("//*[@class='ent-fix']"))

    assert {kind for kind in {*KINDS, "via", "unnamed", "fixed"} if not found[kind]} == set()


def test_links_between_statements_lead_to_where_they_stand(pages: dict[str, Any]) -> None:
    ids = {f"{address}#{name}" for address, tree in pages.items() for name in tree.xpath("//@id")}
    broken = [
        (address, link)
        for address, tree in pages.items()
        for link in tree.xpath(f"//a[{STATUS}]/@href | //dl[@class='years']//a/@href")
        if link not in ids
    ]

    assert broken == []


def test_a_page_of_a_source_is_called_after_it_and_its_story(pages: dict[str, Any]) -> None:
    titles = Counter(
        tree.findtext(".//h1") for at, tree in pages.items() if kinds.kind_of(at) == "story-source"
    )

    assert "Marta Oskell on the Grain Quay fire" in titles
    assert "Марта Оскелл: «Пожежа на Хлібній набережній»" in titles
    assert [title for title, count in titles.items() if count > 1] == []
