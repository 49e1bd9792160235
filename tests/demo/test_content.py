"""The invented newsroom is whole: every key leads somewhere, in both languages."""

import re
import tomllib
from importlib.resources import files

import pytest

from dateline.demo import article_files
from dateline.demo.actions import STORIES, read_content
from dateline.demo.drawing.gallery import DRAWN

PIECES = article_files.read_articles()
AGENTS = read_content("agents.toml")["agent"]
ROOM = read_content("newsroom.toml")
PICTURES = read_content("pictures.toml")["picture"]
TOLD = [read_content(f"stories/{name}.toml") for name in STORIES]
MIXED = re.compile(r"[а-яіїєґ][a-z]|[a-z][а-яіїєґ]", re.IGNORECASE)
PEOPLE = {one["key"] for one in AGENTS}


def keys(language):
    return {piece.key for piece in PIECES if piece.language == language}


def statements():
    return [one for data in TOLD for entry in data["entry"] for one in entry.get("statement", ())]


def test_there_is_enough_to_read_in_both_editions():
    assert len(keys("en")) >= 66
    assert len(keys("uk")) >= 30
    assert len(keys("en") & keys("uk")) >= 20
    assert len(keys("uk") - keys("en")) >= 10


def test_the_days_before_the_filling_all_have_articles():
    days = {piece.get("at").split()[0] for piece in PIECES if piece.language == "en"}

    assert days >= {"today", *(f"-{day}" for day in range(1, 10))}


def test_every_label_that_an_editor_sets_occurs():
    found = {label for piece in PIECES for label in piece.listed("labels")}

    assert found == {
        "breaking", "exclusive", "opinion", "analysis", "interview", "advertisement",
    }  # fmt: skip


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: f"{piece.language}-{piece.key}")
def test_everything_an_article_names_is_there(piece):
    sections = {one["key"] for one in ROOM["section"]}
    shown = {part for block in piece.blocks if block.kind in ("picture", "gallery")
             for part in block.parts}  # fmt: skip
    led = {piece.get("lead"), piece.get("picture")} - {""}
    named = {part for block in piece.blocks if block.kind in ("also", "see")
             for part in block.parts}  # fmt: skip

    assert piece.get("headline")
    assert piece.get("section") in sections
    assert set(piece.listed("by")) <= PEOPLE
    assert set(piece.listed("tags")) <= set(ROOM["tags"])
    assert shown | led <= set(PICTURES)
    assert named <= keys(piece.language)


@pytest.mark.parametrize("data", TOLD, ids=STORIES)
def test_a_chronology_speaks_both_languages_and_names_known_sources(data):
    told = [one for entry in data["entry"] for one in (entry, *entry.get("statement", ()))]
    known = {one["key"] for entry in data["entry"] for one in entry.get("statement", ())}
    pointed = [one[end] for one in data["relation"] for end in ("from", "to")]
    pointed += [key for one in data["versions"] for key in one["statements"]]

    assert all(0 < len(one[language]) <= 600 for one in told for language in ("en", "uk"))
    assert set(pointed) <= known
    assert {key for one in told for key in (*one.get("who", ()), *one.get("via", ()))} <= PEOPLE


def test_two_stories_run_with_many_entries_and_versions():
    running = [data for data in TOLD if data["status"] == "running"]

    assert len(running) == 2
    for data in running:
        assert len(data["entry"]) >= 20
        assert sum(len(entry.get("statement", ())) for entry in data["entry"]) >= 30
        assert len(data["versions"]) >= 2


def test_statements_show_every_act_and_standing_that_the_house_knows():
    acts = {one.get("act", "says") for one in statements()}
    standings = {one.get("standing", "claimed") for one in statements()}

    assert acts >= {"says", "confirms", "denies", "declines", "urges"}
    assert standings >= {"claimed", "confirmed", "denied", "disputed", "corrected"}
    assert all(one["note"] for one in statements() if "standing" in one)


def test_every_picture_is_drawn_and_described_in_both_languages():
    assert set(PICTURES) == set(DRAWN)
    assert len(PICTURES) >= 12
    for entry in PICTURES.values():
        assert all(entry[one][part] for one in ("en", "uk") for part in ("alt", "caption"))
        assert set(entry.get("say_en", ())) == set(entry.get("say_uk", ()))


def test_agents_have_a_name_and_a_line_in_both_languages():
    assert len(AGENTS) >= 40
    assert len(PEOPLE) == len(AGENTS)
    for one in AGENTS:
        assert set(one["name"]) == set(one["about"]) == {"en", "uk"}
        assert one.get("side", one["key"]) in PEOPLE


def test_the_newsfeed_has_lines_without_articles():
    text = (files("dateline.demo") / "content/bulletins.txt").read_text(encoding="utf-8")
    rows = [line.split("|") for line in text.splitlines() if line and line[0] != "#"]

    assert sum(row[0].strip() == "en" for row in rows) >= 40
    assert {row[3].strip() for row in rows} - {"-"} <= PEOPLE


def test_ukrainian_words_hold_no_latin_letter_by_mistake():
    texts = [
        " ".join(
            (*piece.head.values(), *block.parts, *(cell for row in block.rows for cell in row))
        )
        for piece in PIECES
        if piece.language == "uk"
        for block in piece.blocks
    ]

    assert [found for text in texts for found in MIXED.findall(text)] == []


def test_the_files_are_what_they_say():
    for source in (files("dateline.demo") / "content").iterdir():
        if source.name.endswith(".toml"):
            assert tomllib.loads(source.read_text(encoding="utf-8"))
