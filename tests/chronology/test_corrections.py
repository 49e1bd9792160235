"""Corrections of entries: refused while the entry still says what was wrong, in any language."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from dateline.chronology import actions
from dateline.chronology.models import Entry
from dateline.stories.models import Correction, CorrectionText
from tests.cast import NOON, a_story, an_entry, ed, later

pytestmark = pytest.mark.django_db

FIVE = CorrectionText(
    {"en": "began at five", "uk": "почалася о п’ятій"},
    {"en": "began at six", "uk": "почалася о шостій"},
    {"en": "We misread the log."},
)


@pytest.fixture
def entry() -> Entry:
    made = an_entry(a_story())
    made.statements = []
    made.text = {"en": "The fire began at five.", "uk": "Пожежа почалася о п'ятій."}
    return actions.publish(made, by=ed(), at=NOON)


def test_a_correction_is_refused_while_the_entry_still_says_it(entry: Entry) -> None:
    entry.text = {"en": "The fire began at six.", "uk": "Пожежа почалася о п'ятій."}

    with pytest.raises(ValidationError) as caught:
        actions.correct(entry, FIVE, by=ed(), at=later(1))

    (sentence,) = caught.value.messages
    assert "Українська" in sentence or "українська" in sentence
    assert "почалася о п’ятій" in sentence
    assert not Correction.objects.exists()
    assert Entry.objects.get().text["en"] == "The fire began at five."


def test_a_correction_of_all_languages_goes_out_with_its_version(entry: Entry) -> None:
    first = entry.live_revision
    entry.text = {"en": "The fire began at six.", "uk": "Пожежа почалася о шостій."}

    actions.correct(entry, FIVE, by=ed(), at=later(1))

    correction = Correction.objects.get()
    assert correction.revision == first
    assert correction.was == {**FIVE.was, "original": "en"}
    assert correction.reason == {"en": "We misread the log.", "original": "en"}


def test_the_words_of_a_statement_count_too() -> None:
    entry = actions.publish(an_entry(a_story(), "It began at five."), by=ed(), at=NOON)
    entry.text = {"en": "The fire began at six."}

    with pytest.raises(ValidationError, match="statement 1"):
        actions.correct(entry, FIVE, by=ed(), at=later(1))


def test_a_correction_without_what_is_right_is_refused(entry: Entry) -> None:
    entry.text = {"en": "The fire began at six."}

    with pytest.raises(ValidationError, match="what is right"):
        actions.correct(entry, CorrectionText({"en": "at five"}, {}), by=ed(), at=later(1))
