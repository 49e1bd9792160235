"""Words kept a language: the page's own, else the original with its `lang`, typeset by language."""

from __future__ import annotations

import pytest

from dateline.agents.models import Agent, AgentRole
from dateline.chronology import actions as chronology
from dateline.chronology.models import VersionSet
from dateline.stories.models import CorrectionText
from tests.front import edits
from tests.front.pressroom import Pressroom, built, room  # noqa: F401
from tests.front.town import Town

pytestmark = pytest.mark.django_db

EN, UK = "/en/story/fire/", "/uk/story/fire-uk/"
ENGLISH = 'Own verification: it\'s "the" log'
UKRAINIAN = 'власна перевірка: є "журнал"'


def judged(town: Town, note: dict[str, str]) -> None:
    """Confirm what the board said, with a reason."""
    entry = town.entry(0)
    said = entry.statements.get()
    said.standing, said.standing_note = "confirmed", note
    entry.statements = [said]
    chronology.publish(entry, by=None, at=edits.LATER)


def page(room: Pressroom, address: str) -> str:  # noqa: F811
    """Return a pressed page's text."""
    return room.store.files[address].decode()


def test_a_reason_is_read_in_each_language_and_typeset_by_it(room: Pressroom) -> None:  # noqa: F811
    room.after(lambda town: judged(town, {"en": ENGLISH, "uk": UKRAINIAN}))

    assert "It’s “the” log" in page(room, EN)
    assert "Є «журнал»" in page(room, UK)
    assert "“the” log" not in page(room, UK)


def test_a_reason_without_a_translation_stands_with_its_language(room: Pressroom) -> None:  # noqa: F811
    room.after(lambda town: judged(town, {"en": ENGLISH}))

    assert 'lang="en">It’s “the” log' in page(room, UK)
    assert 'lang="en">It’s' not in page(room, EN)


def test_a_marked_original_stands_before_what_comes_first_by_code(room: Pressroom) -> None:  # noqa: F811
    note = {"en": ENGLISH, "pl": UKRAINIAN, "original": "pl"}
    room.after(lambda town: judged(town, note))

    assert 'lang="pl">Є „журнал”' in page(room, UK)


def test_a_question_and_its_note_stand_in_the_original(room: Pressroom) -> None:  # noqa: F811
    def ask(town: Town) -> None:
        one = VersionSet.objects.get(pk=town.versions)
        one.question, one.note = {"en": "One fire or two?"}, {"en": "We asked both."}
        one.save()

    room.after(ask)

    assert 'lang="en">One fire or two?' in page(room, UK)
    assert 'lang="en">We asked both.' in page(room, UK)
    assert 'lang="en"' not in page(room, EN).partition("<main")[2].partition("</main")[0]


def test_a_correction_of_an_entry_is_read_in_each_language(room: Pressroom) -> None:  # noqa: F811
    def correct(town: Town) -> None:
        entry = town.entry(0)
        entry.text = {"en": "The fire began at noon."}
        entry.statements = []
        text = CorrectionText(
            {"en": "at dawn", "uk": "на світанку"}, {"en": "at noon"}, {"uk": "Хибний журнал."}
        )
        chronology.correct(entry, text, by=None, at=edits.LATER)

    room.after(correct)

    for address in ("/uk/corrections/", UK):
        assert "<del>на світанку</del>" in page(room, address)
        assert '<ins lang="en">at noon</ins>' in page(room, address)
        assert 'lang="en">Хибний' not in page(room, address)
    assert 'lang="uk">Хибний журнал.' in page(room, "/en/corrections/")


def test_a_source_is_described_in_the_original_where_nobody_translated(room: Pressroom) -> None:  # noqa: F811
    def describe(town: Town) -> None:
        agent = Agent.objects.get(pk=town.courier)
        agent.description = {"uk": 'Щоденна газета "Кур\'єр"'}
        agent.roles = [AgentRole(title={"uk": "газета"})]
        agent.save()

    room.after(describe)
    shown = page(room, "/en/source/the-courier/")

    assert 'lang="uk">Щоденна газета «Кур’єр»' in shown
    assert 'lang="uk">газета</span>' in shown
