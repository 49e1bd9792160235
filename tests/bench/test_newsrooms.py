"""The newsrooms that are measured: the same every time, refused where there is no room."""

import pytest

from bench import filling, records, shape, sites, table
from bench.times import Times, medians
from dateline.newsfeed.models import Bulletin
from dateline.stories.models import Article
from tests import cast


def test_a_newsroom_too_large_for_the_disk_is_refused_in_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr(sites, "NEEDS", {1_000_000: (10_000_000, 3_000_000)})

    with pytest.raises(sites.NoRoom) as refusal:
        sites.refuse_full_disk(tmp_path / "not" / "made", 1_000_000)

    said = refusal.value.format_message()
    assert said.startswith("1,000,000 articles need 10000000 GB and 3,000,000 files free;")
    assert "\n" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_newsroom_that_fits_is_not_refused(tmp_path):
    assert sites.NEEDS[1_000_000] == (45, 3_000_000)

    sites.refuse_full_disk(tmp_path, 2000)


def test_entries_of_stories_follow_on_each_other_without_a_gap():
    made = shape.Shape(100_000)
    ranges = [made.entries_of(story) for story in range(120)]

    assert ranges[0].start == 0
    assert all(one.stop == two.start for one, two in zip(ranges, ranges[1:], strict=False))
    assert len(ranges[shape.GREAT]) == shape.GREAT_ENTRIES


def test_short_ids_of_a_million_articles_do_not_meet():
    assert len({records.short_id(number) for number in range(0, 1_000_000, 7)}) == 142_858


@pytest.mark.django_db
def test_a_newsroom_is_the_same_every_time_and_filled_once():
    cast.editions()
    filling.fill(1000, lambda _told: None)
    before = list(Article.objects.values_list("pk", "uid", "headline", "body")[:50])

    filling.fill(1000, lambda _told: None)

    assert list(Article.objects.values_list("pk", "uid", "headline", "body")[:50]) == before
    assert Article.objects.count() == 1000
    assert Bulletin.objects.count() == 1000 + 334


def test_tables_leave_out_what_a_row_does_not_have():
    text = table.markdown([{"edit": "new", "home": 20.04}, {"edit": "old", "home": None}])

    assert text.splitlines()[2:] == ["| new  | 20.0 |", "| old  |      |"]


def test_ratios_compare_rows_of_one_name():
    small = [{"edit": "new", "all": 200.0, "home": None}]

    assert table.ratios(small, [{"edit": "new", "all": 250.0, "home": 3.0}]) == [
        {"edit": "new", "all": 1.25, "home": None}
    ]


def test_a_median_is_of_the_edits_that_show_there():
    found = {"new": [Times(editor=40, home=20, all=90, sheets=9), Times(50, 7, 30, 110, 11)]}
    found["old"] = [Times(30), Times(30), Times(36, home=5)]

    assert medians(found) == [
        {"edit": "new", "editor": 45, "article": None, "home": 25, "all": 100, "sheets": 10},
        {"edit": "old", "editor": 30, "article": None, "home": None, "all": 0.0, "sheets": 0},
    ]
