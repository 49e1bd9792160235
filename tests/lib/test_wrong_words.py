"""Whether a text still says what a correction calls wrong."""

import pytest

from dateline.lib.wrong_words import still_says


@pytest.mark.parametrize(
    ("text", "was", "now"),
    [
        ("Three more are sent.", "three more are sent", "two more are sent"),
        ("He said “it will\u00a0go” – twice.", 'it will go" - twice', "it went"),
        ("Don’t sail with six  boats", "don't sail with six boats", "seven"),
        ("Six boats; six boats and a barge.", "six boats", "six boats and a barge"),
    ],
)
def test_wrong_words_are_found_however_they_are_typeset(text, was, now):
    assert still_says(text, was, now)


@pytest.mark.parametrize(
    ("text", "was", "now"),
    [
        ("Sixty boats.", "six", "seven"),
        ("Six boats and a barge.", "six boats", "six boats and a barge"),
        ("Anything.", "", "all"),
        ("Anything.", " … ", "all"),
    ],
)
def test_what_only_looks_alike_is_not_found(text, was, now):
    assert not still_says(text, was, now)
