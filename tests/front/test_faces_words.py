"""The words gate: whole catalogues, and no page that speaks in keys."""

import re

import lxml.html
import pytest

from dateline.front import words
from dateline.front.catalogues import languages, translations
from dateline.front.render import render
from tests.front.sample_pages import PAGES, page


@pytest.mark.parametrize("language", languages())
def test_every_message_is_translated(language):
    assert words.missing_words(language) == []


@pytest.mark.parametrize("language", languages()[1:])
def test_no_catalogue_keeps_words_that_nothing_says(language):
    assert words.spare_words(language) == []


def test_a_language_without_a_catalogue_lacks_every_word():
    missing = words.missing_words("pl")

    assert len(missing) > 100
    assert re.match(r"\S+:\d+: not translated: '", missing[0])


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("language", languages())
def test_no_page_leaks(kind, language):
    assert words.leaks(render(page(kind, language)).decode()) == []


@pytest.mark.parametrize("kind", PAGES)
def test_no_ukrainian_page_speaks_english(kind):
    html = render(page(kind, "uk")).decode()
    shown = words.ShownText()
    shown.feed(html)
    text = "\n".join(shown.texts)
    english = {one for _, _, one, _ in words.messages() if "%(" not in one and len(one) > 4}

    assert not [one for one in english if re.search(rf"\b{re.escape(one)}\b", text)]


@pytest.mark.parametrize(
    "leak",
    [
        "<p>client/title.list_title</p>",
        "<p>{{ headline }}</p>",
        "<p>%(num)s items</p>",
        "<p>[object Object]</p>",
        "<li>undefined</li>",
        '<img alt="None">',
        "<p>&lt;Card object at 0x7f&gt;</p>",
    ],
)
def test_a_leak_is_found(leak):
    assert words.leaks(f"<main>{leak}</main>")


@pytest.mark.parametrize(
    "clean",
    [
        "<p>The rules leave this undefined, she said.</p>",
        "<p>Yes and/or no. See ferry.example/timetable</p>",
        "<style>a{b:c}</style>",
        "<p>20% of the catch, 40 %</p>",
    ],
)
def test_ordinary_copy_is_no_leak(clean):
    assert words.leaks(f"<main>{clean}</main>") == []


def test_ukrainian_counts_by_its_own_rules():
    counted = translations("uk").ngettext
    said = {
        n: counted("%(num)s entry", "%(num)s entries", n) % {"num": n} for n in (1, 3, 5, 11, 21)
    }

    assert said == {1: "1 запис", 3: "3 записи", 5: "5 записів", 11: "11 записів", 21: "21 запис"}


def test_dates_are_the_languages_own():
    found = lxml.html.document_fromstring(render(page("story", "uk")).decode())
    day = found.xpath("//h3[@class='cday-head']")[0]

    assert "28 грудня 2025" in " ".join(day.text_content().split())
    assert "Понеділок, 9 березня" in render(page("newsfeed", "uk")).decode()
    assert "за київським часом" in render(page("article", "uk")).decode()
