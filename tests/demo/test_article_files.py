"""Articles are written as plain text and set as blocks."""

from datetime import UTC, datetime

import pytest

from dateline.demo.article_files import BadArticleFile, read_article_file
from dateline.demo.bodies import BodyBuilder
from dateline.demo.calendar import Calendar

SAMPLE = """=== ferries
at: -1 08:00
headline: Ferries run again
tags: sea, work
---
They left "on time" {on-1}, [the log](log) says.
[+] **Later** they came back.

## At the quay

> I was "sure", and glad.
>> rosa | captain

!fact The boats
- Guillemot
- Razorbill

!table Boats
| Name | Seats |
| Guillemot | 220 |

!also log
"""
CALENDAR = Calendar(datetime(2026, 3, 4, 10, 0, tzinfo=UTC), "Europe/Kyiv")


def a_setter(language="en"):
    return BodyBuilder(language, CALENDAR, {"rosa": 5}, {}, {"log": 7}, {}, {})


def test_a_piece_has_its_head_and_its_blocks():
    (piece,) = read_article_file(SAMPLE, "en")

    assert piece.listed("tags") == ["sea", "work"]
    kinds = ["paragraph", "paragraph", "heading", "quote", "fact", "table", "also"]
    assert [block.kind for block in piece.blocks] == kinds
    assert [block.late for block in piece.blocks[:2]] == [False, True]


def test_blocks_are_set_with_links_dates_and_the_marks_of_the_language():
    (piece,) = read_article_file(SAMPLE, "en")

    first, second, _heading, quote, fact, table = a_setter().body(piece.blocks, piece.key)

    link = '<a linktype="article" id="7">the log</a>'
    assert first["value"] == f"<p>They left “on time” on Tuesday, {link} says.</p>"
    assert second["value"] == "<p><b>Later</b> they came back.</p>"
    assert quote["value"]["text"] == "<p>“I was ‘sure’, and glad.”</p>"
    assert (quote["value"]["speaker"], quote["value"]["role"]) == (5, "captain")
    assert fact["value"]["text"] == "<ul><li>Guillemot</li><li>Razorbill</li></ul>"
    assert table["value"]["data"] == [["Name", "Seats"], ["Guillemot", "220"]]


def test_inner_quotation_marks_differ_in_ukrainian():
    assert a_setter("uk").said("Це «так».") == "«Це „так“.»"


def test_markup_in_a_text_stays_words():
    assert a_setter().rich("5 < 6 & <b>no</b>") == "5 &lt; 6 &amp; &lt;b&gt;no&lt;/b&gt;"


@pytest.mark.parametrize("text", ["=== a\nheadline: x\n", "=== a\nat: x\n---\n!dance polka"])
def test_what_nobody_reads_is_refused_by_name(text):
    with pytest.raises(BadArticleFile, match="^a: "):
        read_article_file(text, "en")
