"""Pages of other layouts are read as their expectations say; the news in them is invented."""

import json
from pathlib import Path

import pytest

from dateline.intake.reading import read
from dateline.intake.reading.json_form import as_score

SAMPLES = Path(__file__).parent.parent / "samples"
PAGES = ["liveblog.txt", "article.html", "interview-uk.txt", "wire.txt", "broken.html"]


def one_line(words):
    return " ".join(words.split()) if words else words


@pytest.fixture(params=PAGES)
def sample(request):
    page = SAMPLES / request.param
    wanted = json.loads(page.with_suffix(".json").read_text("utf-8"))
    return wanted, as_score(read(page.read_bytes(), name=page.name))


def test_the_head_is_right(sample):
    wanted, found = sample

    assert {field: found["page"][field] for field in wanted["page"]} == wanted["page"]


def test_the_newsfeed_is_right(sample):
    wanted, found = sample

    lines = [[one["edtf"], one["label"], one["headline"]] for one in found["newsfeed"]]
    assert lines == wanted["newsfeed"]


def test_the_statements_are_right(sample):
    wanted, found = sample

    said = [one for one in found["statements"] if one["modality"] != "own"]
    fields = [
        [one_line(one["exact"]), one_line(one["source"]), one["via"], one["act"]] for one in said
    ]
    assert fields == wanted["statements"]


def test_the_quotes_and_defects_are_right(sample):
    wanted, found = sample

    assert [[one["exact"], one["speaker"]] for one in found["quotes"]] == wanted["quotes"]
    assert [one["kind"] for one in found["defects"]] == wanted["defects"]


def test_stated_days_make_entries(sample):
    wanted, found = sample

    dated = [one["edtf"] for one in found["entries"]]
    assert dated == [day for _, day in wanted["entries"]]
    for one, (start, _) in zip(found["entries"], wanted["entries"], strict=True):
        assert one["exact"].startswith(start)


def test_an_interview_says_who_spoke_to_whom_and_where():
    draft = as_score(read((SAMPLES / "interview-uk.txt").read_bytes()))

    wanted = json.loads((SAMPLES / "interview-uk.json").read_text("utf-8"))["provenance"]
    assert {part: draft["provenance"][part]["exact"] for part in wanted} == wanted
