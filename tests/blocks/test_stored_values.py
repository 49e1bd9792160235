"""Stored values of each kind: what was stored before is read, and what templates get of it."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from dateline import blocks
from dateline.lib import language_names
from dateline.stories.models import Article

ANN = SimpleNamespace(id=7, name="Ann Dock", kind="person", address="/en/person/ann-dock/")
BOARD = SimpleNamespace(id=8, name="Harbour Board", kind="organisation", address="")


class Known:
    """A lookup that knows two agents."""

    language = "en"
    is_feed = False

    def __init__(self):
        self.seen = set()

    def linked(self, html):
        return html

    def agent(self, pk):
        return {7: ANN, 8: BOARD}.get(pk)

    def is_first(self, agent_id):
        first = agent_id not in self.seen
        self.seen.add(agent_id)
        return first


def shown(*stored):
    """Return the records of stored blocks: kind and value."""
    body = [{"type": kind, "value": value} for kind, value in stored]
    return blocks.records_shown(blocks.parse_body(body), Known())


def a_quote(**more):
    return ("quote", {"text": "<p>So it is.</p>", "speaker": 7, "role": "captain", **more})


def test_a_speaker_is_linked_with_the_role_once_and_has_a_surname_later():
    first, second = shown(a_quote(), a_quote())

    assert (first.speaker, first.address, first.role) == ("Ann Dock", ANN.address, "captain")
    assert (second.speaker, second.address, second.role) == ("Dock", "", "")


def test_a_body_that_speaks_twice_keeps_its_name():
    _first, second = shown(a_quote(speaker=8), a_quote(speaker=8))

    assert second.speaker == "Harbour Board"


def test_who_is_not_named_is_called_by_the_role_with_the_reason():
    (quote,) = shown(a_quote(speaker=None, unnamed_reason="fears for the job"))

    assert (quote.speaker, quote.anonymous) == ("", "captain")
    assert quote.reason == "fears for the job"


def test_a_reason_not_to_name_is_not_printed_beside_a_name():
    (quote,) = shown(a_quote(unnamed_reason="fears for the job"))

    assert quote.reason == ""


def test_a_quote_from_the_pages_own_language_is_not_said_to_be_translated():
    assert [one.translated_from for one in shown(a_quote(translated_from="en"))] == [""]
    assert [one.translated_from for one in shown(a_quote(translated_from="uk"))] == ["uk"]


def test_a_number_is_its_sources_whatever_it_is_called_here():
    stored = {"number": "11", "what": "ships", "source": "the board", "source_agent": 8}
    (named,) = shown(("number", stored | {"as_of": "2026-03-08"}))
    (known,) = shown(("number", stored | {"source": "", "source_agent": 7}))

    assert (named.source, named.address, named.as_of) == ("the board", "", date(2026, 3, 8))
    assert (known.source, known.address) == ("Ann Dock", ANN.address)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("number", {"number": "11", "what": "ships at anchor", "source": "Board"}),
        ("quote", {"text": "<p>So.</p>", "speaker": None, "speaker_name": "A. Dock", "role": ""}),
        ("table", {"data": [["Ship", None], ["Ark", "3"]], "table_header_choice": "row"}),
        ("fact_box", {"heading": "The boats", "text": "<p>Two.</p>"}),
        ("embed", {"url": "https://a.example/", "title": "A", "text": ""}),
    ],
)
def test_what_earlier_versions_stored_is_shown(kind, value):
    assert [one.kind for one in shown((kind, value))] == [kind]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("picture", {"picture": None, "caption": ""}),
        ("gallery", []),
        ("table", None),
        ("table", {"data": []}),
        ("embed", {"url": "javascript:alert(1)", "title": "A"}),
        ("background", {"story": None}),
        ("read_also", {"article": None}),
        ("document", None),
    ],
)
def test_what_names_nothing_leaves_no_trace(kind, value):
    assert shown((kind, value)) == ()


def test_a_column_is_of_numbers_when_all_its_cells_are():
    data = [["Ship", "Year", "Tons"], ["Ark", "1,204", "−3"], ["Fram", "n/a", "40 %"], ["Isk", "2"]]
    (table,) = shown(("table", {"data": data, "table_header_choice": "both"}))

    assert table.numeric == (False, False, True)
    assert (len(table.rows), table.row_heads) == (3, True)


def test_the_language_of_an_original_is_one_that_there_is():
    body = Article._meta.get_field("body").stream_block
    form = body.child_blocks["quote"]
    offered = dict(language_names.choices())

    assert offered["uk"] == "Ukrainian (uk)"
    assert {"crh", "pt-BR"} <= set(offered)
    assert not {"mul", "und"} & set(offered)
    with translation.override("uk"):
        assert dict(language_names.choices())["en"] == "англійська (en)"
    with pytest.raises(ValidationError):
        form.child_blocks["translated_from"].clean("klingon")


@pytest.mark.parametrize(
    ("tag", "locale", "said"),
    [
        ("uk", "en-GB", "Ukrainian"),
        ("pt-BR", "en", "Brazilian Portuguese"),
        ("en", "uk", "англійська"),
    ],
)
def test_a_language_is_called_as_the_pages_language_calls_it(tag, locale, said):
    assert language_names.name(tag, locale) == said


def test_a_language_that_nobody_knows_fails_no_page():
    assert language_names.name("klingon", "en") == "klingon"
