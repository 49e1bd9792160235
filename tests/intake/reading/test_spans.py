"""Every suggestion's span holds exactly the characters that stand at its place."""

from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake.reading import UnreadableSource, read
from dateline.intake.reading.draft import Draft
from dateline.intake.reading.json_form import as_score
from dateline.intake.reading.sources.source import Source
from dateline.intake.reading.sources.spans import Span
from dateline.intake.reading.suggestions import offers

PIECES = st.sampled_from(
    """Exclusive|21 March, 2026 Saturday|19:23|On March 6, |On the same day, |Later, |"|”|“|«|»|,
the mayor said|said that |According to him, |it was reported that |refused to comment on |Tags:
Read also:|Ann Lee, a pilot, |client/title.list_title|10:15|Updated|2026, Friday|20 March|News
The port is open again.|he said.|, citing its own source, |wrote that |which he called |a "ring"
\u00a0|е́|🚢|За словами |5 травня 2026 року |, сказав Іван Гук.|<p>|<h1>|</p>|&amp;|<br>|
""".replace("\n", "|").split("|")
)
PAGES = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\n", "\n\n"])), max_size=60)


def spans(node):
    if isinstance(node, Span):
        yield node
    elif isinstance(node, tuple | list):
        for one in node:
            yield from spans(one)
    elif is_dataclass(node) and not isinstance(node, Source):
        for one in fields(node):
            yield from spans(getattr(node, one.name))


def check(draft: Draft):
    text = draft.source.text
    for span in spans(draft):
        assert 0 <= span.start <= span.end <= len(text)
        assert text[span.start : span.end] == span.exact
    for block in draft.source.blocks:
        assert text[block.span.start : block.span.end] == block.span.exact
    for offer in offers(draft):
        assert 0 <= offer.start <= offer.end <= len(text)


@settings(max_examples=200)
@given(PAGES)
def test_spans_hold_what_stands_there(pieces):
    body = "".join(piece + gap for piece, gap in pieces).encode()

    try:
        draft = read(body)
    except UnreadableSource:
        return

    check(draft)
    as_score(draft)


@settings(max_examples=200)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(body):
    try:
        draft = read(body)
    except UnreadableSource:
        return

    check(draft)


@settings(max_examples=200)
@given(st.text(max_size=600))
def test_any_text_is_read_or_refused(words):
    try:
        draft = read(words.encode("utf-8", "ignore"))
    except UnreadableSource:
        return

    check(draft)
