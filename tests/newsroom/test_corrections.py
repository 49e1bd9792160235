"""Corrections through the real forms: one box a language, refused while wrong words stand."""

import pytest

from dateline.chronology import actions as chronology
from dateline.chronology.models import Entry
from dateline.stories import actions
from dateline.stories.models import Article, Correction
from tests.cast import NOON, a_story, an_article, an_entry, ed
from tests.newsroom.forms import address, opened, sent

WORDS = {
    "kind": "error",
    "was_en": "began at five",
    "now_en": "began at six",
    "now_uk": "почалася о шостій",
    "now_original": "en",
    "reason_uk": "Ми хибно прочитали журнал.",
}


@pytest.fixture
def entry(db):
    made = an_entry(a_story())
    made.statements = []
    made.text = {"en": "The fire began at five."}
    return chronology.publish(made, by=ed(), at=NOON)


def test_an_entry_that_still_says_it_is_refused_and_nothing_typed_is_lost(desk, entry):
    fields = opened(desk, Entry, "edit", entry.pk) | {"text_en": "So the fire began at five."}
    asking = sent(desk, Entry, "edit", entry.pk, fields=fields, action="publish-correction")

    page = desk.post(asking.url, WORDS)

    said = page.content.decode()
    assert page.status_code == 200
    assert "still says “began at five”" in said
    assert all(words in said for name, words in WORDS.items() if name != "kind")
    assert not Correction.objects.exists()


def test_an_entry_put_right_goes_out_with_its_correction_in_two_languages(desk, entry):
    fields = opened(desk, Entry, "edit", entry.pk) | {"text_en": "The fire began at six."}
    asking = sent(desk, Entry, "edit", entry.pk, fields=fields, action="publish-correction")

    assert desk.post(asking.url, WORDS).status_code == 302

    correction = Correction.objects.get()
    assert correction.target_kind == "entry"
    assert correction.now == {
        "en": "began at six", "uk": "почалася о шостій", "original": "en",
    }  # fmt: skip
    assert correction.reason == {"uk": "Ми хибно прочитали журнал.", "original": "uk"}
    assert Entry.objects.get().text["en"] == "The fire began at six."


def test_an_article_that_still_says_it_is_refused_and_asks_its_own_language_alone(desk):
    live = actions.publish(an_article("Ferries run again"), by=ed(), at=NOON)
    url = address(Article, "publish_correction", live.pk)

    asking = desk.get(url).content.decode()
    page = desk.post(url, {"kind": "error", "was_en": "Ferries run", "now_en": "Two ferries run"})

    assert 'name="was_en"' in asking
    assert 'name="was_uk"' not in asking
    assert "headline" in page.content.decode()
    assert "still says “Ferries run”" in page.content.decode()
    assert not Correction.objects.exists()
