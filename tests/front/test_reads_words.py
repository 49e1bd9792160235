"""Rules of facets that need no database: clean markup, statuses, marks, bold sources."""

from types import SimpleNamespace as Thing

import pytest

from dateline.blocks import markup
from dateline.front.plates import statements
from dateline.lib.multilingual import Wording

OUTLET = {1: Thing(name="The Courier", kind="outlet"), 2: Thing(name="Ann Dock", kind="person")}


def a_part(agent: int | None = None, role: str = "speaker", **words: str) -> Thing:
    """Return one source's part."""
    return Thing(
        role=role,
        agent_id=agent,
        named_as=Wording(words.get("named_as", "")),
        unnamed_as=Wording(words.get("unnamed_as", "")),
    )


def a_statement(*parts: Thing, **more: str) -> Thing:
    """Return a statement: a claim that nobody has judged yet."""
    kept = {"act": "says", "genre": "claim", "standing": "claimed", "standing_note": Wording()}
    return Thing(uid="u", text="It burns.", parts=parts, **(kept | more))


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        (a_statement(a_part(2), act="declines"), "declined"),
        (a_statement(a_part(2), standing="confirmed"), "confirmed"),
        (a_statement(a_part(2), standing="denied"), "denied"),
        (a_statement(a_part(2), standing="refuted"), "refuted"),
        (a_statement(a_part(2), standing="disputed"), "differ"),
        (a_statement(a_part(2), standing="corrected"), "corrected"),
        (a_statement(act="asserts"), "unstated"),
        (a_statement(a_part(1)), "report"),
        (a_statement(a_part(1, role="via")), "report"),
        (a_statement(a_part(2), a_part(1, role="via")), "claim"),
        (a_statement(a_part(2), genre="assessment"), "assessment"),
    ],
)
def test_a_statement_has_the_first_status_that_fits(statement: Thing, key: str) -> None:
    assert statements.status_key(statement, OUTLET) == key


@pytest.mark.parametrize(
    ("found", "mark"),
    [
        ([], "bare"),
        ([a_statement()], "bare"),
        ([a_statement(a_part(1))], "media"),
        ([a_statement(a_part(2), genre="assessment")], "study"),
        ([a_statement(a_part(2), standing="confirmed")], "event"),
        ([a_statement(a_part(2), standing="disputed")], "said"),
        ([a_statement(a_part(2), act="declines")], "said"),
        ([a_statement(a_part(2)), a_statement()], "many"),
    ],
)
def test_an_entry_of_one_statement_has_its_mark(found: list[Thing], mark: str) -> None:
    assert statements.mark(found, OUTLET) == mark


def test_a_statement_belongs_to_those_who_speak_and_an_outlet_carries_it() -> None:
    speaker, outlet = a_part(2), a_part(1, role="via")

    assert statements.owners(a_statement(speaker, outlet)) == [speaker]
    assert statements.carriers(a_statement(speaker, outlet)) == [outlet]
    assert statements.owners(a_statement(outlet)) == [outlet]
    assert statements.carriers(a_statement(outlet)) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("work ended at two", "work ended at two."),
        ("work ended at two.", "work ended at two."),
        ("“Who says so?”", "“Who says so?”"),
        ("a new one was “on a lorry”", "a new one was “on a lorry”."),
        ("«Такого наказу немає».", "«Такого наказу немає»."),
    ],
)
def test_a_statement_ends_with_a_mark(text: str, shown: str) -> None:
    assert statements.with_end_mark(text) == shown


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Piet Hollund, chair of the union, says that the fans were off.", False),
        ("The fans were off for weeks, which the union reported in writing.", True),
        ("The fans were off for 19 days, not 20.", True),
    ],
)
def test_an_entry_has_its_own_words_only_where_they_say_more(text: str, more: bool) -> None:
    lines = ["dust had piled up because the fans were off", "Piet Hollund", "chair of the union"]

    assert statements.says_more(text, lines) is more


def test_a_source_is_set_bold_once_and_the_text_is_escaped() -> None:
    html = statements.with_bold_mentions("Ann Dock & Ann Docker: <b> Ann Dock", ["Ann Dock"])

    assert html == "<b>Ann Dock</b> &amp; Ann Docker: &lt;b&gt; Ann Dock"


@pytest.mark.parametrize(
    ("rich", "found"),
    [
        ("<p>One</p><p>Two</p>", [("paragraph", "One"), ("paragraph", "Two")]),
        ("<ul><li>a</li></ul>", [("list", "<ul><li>a</li></ul>")]),
        ("<p></p><p> </p><p><br></p>", []),
        ("words alone", [("paragraph", "words alone")]),
        ('<p onclick="x()">a<script>b()</script></p>', [("paragraph", "a")]),
        ('<p><a href="javascript:x()">a</a></p>', [("paragraph", "<a>a</a>")]),
        ('<p>a &lt;b&gt; <img src="x">c</p>', [("paragraph", "a &lt;b&gt; c")]),
        (
            '<p><a href="https://x.example/?a=1&amp;b=2" target="_blank">a</a></p>',
            [("paragraph", '<a href="https://x.example/?a=1&amp;b=2">a</a>')],
        ),
        (
            '<p><a linktype="article" id="9">a</a></p>',
            [("paragraph", '<a href="dateline:article/9">a</a>')],
        ),
        ('<p><a linktype="page" id="9">a</a> b</p>', [("paragraph", "a b")]),
    ],
)
def test_rich_text_keeps_what_readers_may_see(rich: str, found: list[tuple[str, str]]) -> None:
    assert list(markup.pieces(rich)) == found


def test_links_to_our_own_records_are_known() -> None:
    html = markup.clean('<p><a linktype="agent" id="3">a</a> <a href="/x">b</a></p>')

    assert markup.own_links(html) == {("agent", 3)}
