"""Pictures are drawn by code: the same at every drawing, with words in either language."""

import io

import pytest
from PIL import Image

from dateline.demo.actions import read_content
from dateline.demo.drawing.gallery import DRAWN, draw
from dateline.demo.drawing.paper import runs

PICTURES = read_content("pictures.toml")["picture"]


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_a_picture_is_drawn_the_same_twice(name):
    say = PICTURES[name].get("say_uk", {})

    first, second = draw(name, say), draw(name, say)

    image = Image.open(io.BytesIO(first))
    assert (image.format, image.size) == ("PNG", (1800, 1200))
    assert len(image.getcolors(maxcolors=1 << 24)) > 20
    assert first == second


def test_words_change_the_picture_they_stand_in():
    entry = PICTURES["harbour-map"]

    assert draw("harbour-map", entry["say_en"]) != draw("harbour-map", entry["say_uk"])


def test_each_sign_is_written_in_the_font_that_has_it():
    assert runs("№ 4: дим") == [("cyrillic", "№"), ("latin", " 4: "), ("cyrillic", "дим")]
