"""Rich text taken apart: the short way for plain paragraphs says what the long way says."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.blocks import markup

PLAIN_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"])).map(
    lambda text: re.sub("[<>&]", "", text)
)


@given(PLAIN_TEXT)
def test_a_plain_paragraph_is_what_the_parser_makes_of_it(words):
    text = f'<p data-block-key="a1b2c">{words}</p>'

    assert list(markup.pieces(text)) == list(markup._parsed(text))


def test_a_paragraph_with_anything_in_it_is_parsed():
    for inside in ("a &amp; b", "<b>a</b>", "a<br/>b", "<script>a</script>"):
        assert not markup.PLAIN.fullmatch(f"<p>{inside}</p>")
