"""The byte budgets of a first visit, without pictures."""

import gzip
import re

import pytest

from dateline.front import assets
from dateline.front.render import render
from tests.front.sample_pages import page
from tests.front.samples import KINDS

KB = 1024
HTML = 12 * KB
CSS = 10 * KB
FONTS = {"en": 34 * KB, "uk": 46 * KB}
TOTAL = 65 * KB
SCRIPTS = {"en": ("latin",), "uk": ("latin", "cyrillic")}


def sizes(kind, language):
    whole = render(page(kind, language)).decode()
    style = re.search(r"<style>(.*?)</style>", whole, re.DOTALL).group(1)
    packed = [len(gzip.compress(text.encode(), 9)) for text in (whole.replace(style, ""), style)]
    return (*packed, len(gzip.compress(whole.encode(), 9)))


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_stays_within_its_budget(kind, language):
    html, style, whole = sizes(kind, language)
    fonts = sum(
        (assets.FOLDER / f"fonts/stix-two-text-{script}-wght-normal.woff2").stat().st_size
        for script in SCRIPTS[language]
    )

    assert html <= HTML
    assert style <= CSS
    assert fonts <= FONTS[language]
    assert whole + fonts <= TOTAL


def test_a_page_takes_only_the_styles_of_its_parts():
    feeds, article = (
        re.search(r"<style>(.*?)</style>", render(page(kind)).decode()).group(1)
        for kind in ("feeds", "article")
    )

    assert ".facts-box" in article
    assert ".facts-box" not in feeds
    assert "asset:" not in article
    assert "/*" not in article
