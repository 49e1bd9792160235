"""The seed page is read as its gold says."""

import json
import time

import pytest

from dateline.intake.reading import read
from dateline.intake.reading.json_form import as_score
from tests.intake import seed


@pytest.fixture
def scored(leave_out):
    if seed.SEED is None:
        leave_out(seed.ABSENT)
        return None
    return seed.score()


def test_the_head_and_the_newsfeed_are_all_right(scored):
    if scored is None:
        return

    fields = ("site_name", "label", "headline", "lead", "published")
    assert all(scored[field] is True for field in fields)
    assert (scored["newsfeed"]["right"], scored["newsfeed"]["found"]) == (40, 40)


def test_every_entry_is_found_and_dated(scored):
    if scored is None:
        return

    assert scored["entries"]["right"] == scored["entries"]["found"] == 22
    assert scored["entries_dated_right"]["right"] >= 21


def test_statements_have_the_right_sources(scored):
    if scored is None:
        return

    found = scored["attributed_statements"]
    assert min(found["precision"], found["recall"]) >= 0.95
    assert scored["source_right"]["recall"] >= 0.95
    assert scored["via_right"]["recall"] == scored["modality_right"]["recall"] == 1


def test_quotes_have_their_speakers_and_none_is_made_up(scored):
    if scored is None:
        return

    assert scored["quotes"]["right"] == scored["quotes"]["found"] == 9
    assert scored["speakers_right"]["right"] == 9


def test_leaks_and_empty_headings_are_found(scored):
    if scored is None:
        return

    assert scored["defects"]["right"] == scored["defects"]["found"] == 3


def test_every_defect_the_gold_lists_is_found(leave_out):
    if seed.SEED is None:
        leave_out(seed.ABSENT)
        return
    gold = json.loads((seed.SEED / "gold.json").read_text("utf-8"))

    draft = as_score(read(seed.page()))

    wanted = {(one["kind"], one["span"]["start"], one["span"]["end"]) for one in gold["defects"]}
    assert {(one["kind"], one["start"], one["end"]) for one in draft["defects"]} == wanted


def test_the_seed_is_read_within_a_second_of_cpu(leave_out):
    if seed.SEED is None:
        leave_out(seed.ABSENT)
        return
    body = seed.page()

    before = time.process_time()
    read(body)

    assert time.process_time() - before < 1
