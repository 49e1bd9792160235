"""How words are set on save, taken out of markup, and cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.lib import text


@pytest.mark.parametrize(
    ("language", "given_text", "set_text"),
    [
        ("en", "\"Kyiv 'bloody regime,' NATO\"", "“Kyiv ‘bloody regime,’ NATO”"),
        ("en", '"a "b" c"', "“a ‘b’ c”"),
        ("en", '"him.” And "on', "“him.” And “on"),
        ("en", "region - expert", "region – expert"),
        ("en", "so -- it is", "so – it is"),
        ("en", "well-known", "well-known"),
        ("en", "in 3--4 months", "in 3–4 months"),
        ("en", "don't, the '90s, boys'", "don’t, the ’90s, boys’"),
        ("en", "  two   spaces\u200b ", "two spaces"),
        ("en", "keep 21\u00a0May", "keep 21\u00a0May"),
        ("uk", '"Слово "про" похід" - сказав', "«Слово „про“ похід» – сказав"),
        ("uk-UA", "зв'язок, п'ять", "зв’язок, п’ять"),
        ("fi", '"x"', "”x”"),
        ("de", "\"Das 'Wort' hier\"", "„Das ‚Wort‘ hier“"),
        ("de-CH", '"Wort"', "„Wort“"),
        ("fr", '"Oui" : vraiment ?', "«\u00a0Oui\u00a0»\u00a0: vraiment\u202f?"),
        ("fr", "https://a.example/?b=c", "https://a.example/?b=c"),
        ("pt", '"Sim"', "“Sim”"),
        ("pt-BR", '"Sim"', "“Sim”"),
        ("pt-PT", '"Sim"', "«Sim»"),
        ("es", '"Sí"', "“Sí”"),
        ("pl", '"Tak "nie" tak"', "„Tak «nie» tak”"),
        ("ar", '"نعم"', "«نعم»"),
        ("he", '"כן"', "”כן”"),
        ("ja", '彼は"はい"と言った', "彼は「はい」と言った"),
        ("zh-Hant", '他說"是"。', "他說「是」。"),
        ("zh-Hans", '他说"是"。', "他说“是”。"),
        ("sr-Latn", '"Da"', "„Da”"),
        ("und", '"x"', "“x”"),
    ],
)
def test_a_line_is_set_by_its_language(language: str, given_text: str, set_text: str) -> None:
    assert text.typography(given_text, language) == set_text


@given(
    st.text(alphabet="ab \"'“”‘’‚‹›«»„「」『』-–(.1:?!\u00a0\u202f", max_size=30),
    st.sampled_from("en uk de fr pl fi he hu ar ja zh-Hant nl sv eo fr-CH pt-PT".split()),
)
def test_setting_twice_changes_nothing_more(line: str, language: str) -> None:
    once = text.typography(line, language)

    assert text.typography(once, language) == once


def test_rich_text_keeps_its_tags_attributes_and_code() -> None:
    html = '<p title="a - b">"So <b>it</b> is" - he said</p><p>\'x\' <code>"y" - z</code></p>'

    assert text.typography_html(html) == (
        '<p title="a - b">“So <b>it</b> is” – he said</p><p>‘x’ <code>"y" - z</code></p>'
    )


def test_a_quotation_left_open_does_not_reach_into_the_next_paragraph() -> None:
    assert text.typography_html('<p>"One</p><p>"Two"</p>') == "<p>“One</p><p>“Two”</p>"


def test_the_words_are_taken_out_of_markup() -> None:
    html = "<p>One&nbsp;&amp; <b>tw</b>o</p><!-- no --><script>no()</script><ul><li>three</li></ul>"

    assert text.plain(html) == "One & two\nthree"


@pytest.mark.parametrize(
    ("line", "limit", "short"),
    [
        ("One two three", 13, "One two three"),
        ("One two three", 9, "One two…"),
        ("One two, three", 10, "One two…"),
        ("Indivisible", 6, "Indiv…"),
        ("ab", 1, "…"),
    ],
)
def test_a_text_is_cut_after_a_word(line: str, limit: int, short: str) -> None:
    assert text.shorten(line, limit) == short


@given(st.text(max_size=40), st.integers(1, 40))
def test_a_cut_text_is_never_longer_than_asked(line: str, limit: int) -> None:
    assert len(text.shorten(line, limit)) <= limit


def test_words_are_counted_as_a_reader_would() -> None:
    assert text.words("It’s a well-known п’ять – 3.") == 5
