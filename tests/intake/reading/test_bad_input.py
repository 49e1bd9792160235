"""Whatever comes in is read or refused in one clear line, in linear time."""

import random
import time
import zlib

import pytest

from dateline.intake.reading import UnreadableSource, read

HEAD = (
    "A headline that is long enough\n\n3 March 2026\n\nA first paragraph to lead the page with.\n\n"
)


def refusal(body, **more):
    with pytest.raises(UnreadableSource) as why:
        read(body, **more)
    line = str(why.value)
    assert "\n" not in line
    assert len(line) < 140
    return line


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n0000", "a PNG picture"),
        (bytes(range(256)) * 40, "binary"),
        (zlib.compress(b"news " * 900), "binary"),
        (random.Random(7).randbytes(10_000_000), "the limit is 5 MB"),  # noqa: S311
        (b"<html><body><script>1</script></body></html>", "no words"),
        (b"<div>" * 5000 + b"deep down", "nested too deeply"),
        (b"x\n" * 60_000, "the limit is 50000"),
    ],
    ids=["empty", "blank", "pdf", "png", "binary", "packed", "noise", "hollow", "deep", "lines"],
)
def test_what_is_no_page_is_refused_in_one_line(body, said):
    assert said in refusal(body)


def test_a_refusal_begins_with_the_name_of_the_source():
    assert refusal(b"", name="page.txt") == "page.txt: the source is empty"


def test_another_media_type_is_refused_by_its_name():
    assert "application/json" in refusal(b"{}", media_type="application/json")


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("cp1251", "cp1251"),
        ("koi8_u", "koi8_u"),
    ],
)
def test_an_encoding_is_found_without_being_declared(encoding, found):
    words = "Порт відкрили знову після бурі\n\nКрани працюють від ранку, сказали в порту.\n"

    source = read(words.encode(encoding)).source

    assert (source.text, source.encoding) == (words, found)


def test_a_page_that_declares_the_wrong_encoding_is_read_by_its_bytes():
    page = '<meta charset="windows-1251"><h1>Größe bleibt Größe im Hafen</h1><p>Über allem.</p>'

    assert "Größe bleibt Größe" in read(page.encode()).headline.value


def test_a_page_that_declares_utf_8_and_is_not_is_read_by_its_bytes():
    page = '<meta charset="utf-8"><h1>Порт відкрили знову після бурі</h1><p>Крани працюють.</p>'

    draft = read(page.encode("cp1251"), media_type="text/html; charset=utf-8")

    assert draft.headline.value == "Порт відкрили знову після бурі"


def test_a_broken_byte_in_a_page_of_utf_8_is_a_defect():
    body = ("Порт відкрили знову після бурі\n\nКрани працюють від ранку. " * 9).encode()

    draft = read(body[:-1] + b"\xff")

    assert "undecodable_bytes" in [one.kind for one in draft.defects]


def test_a_page_without_a_date_has_none_and_guesses_no_year():
    draft = read(b"The harbour is open again\n\nOn 5 May the first ship came in, the mayor said.\n")

    assert draft.published is None
    assert [one.date.edtf for one in draft.entries] == []


PATHOLOGICAL = {
    "straight marks": '"',
    "opening marks": "“",
    "commas": "The mayor, ",
    "verbs": "the mayor said that ",
    "according": "According to the ",
    "dots": ". ",
    "initials": "A.B.",
    "dates": "On May 5 - ",
    "digits": "1",
    "names": "Aa Bb ",
    "keys": "a/b.",
    "leaks": "{{",
    "interview": "Ann Lee, a a a ",
    "short lines": "12:34\n",
    "headings": "Tags:\n",
    "paragraphs": 'On August 7, the mayor said that "it is closed".\n\n',
}


@pytest.mark.parametrize("piece", PATHOLOGICAL.values(), ids=PATHOLOGICAL.keys())
def test_the_time_to_read_grows_no_faster_than_the_text(piece):
    def cost(size):
        body = (HEAD + piece * (size // len(piece))).encode()
        best = 9.0
        for _ in range(3):
            before = time.process_time()
            read(body)
            best = min(best, time.process_time() - before)
        return best

    cost(2000)

    assert cost(16_000) < 4 * 3.2 * max(cost(4_000), 0.002)


def test_a_nest_of_open_tags_is_read():
    page = "<html><body><h1>The nest of the page</h1>" + "<div><b><i>" * 300 + "<p>At the bottom."

    assert read(page.encode()).headline.value == "The nest of the page"
