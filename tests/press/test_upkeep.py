"""What the worker does beside pressing: samples, counts, audits; and what is told of it."""

from datetime import timedelta

import pytest
from django.db import connection

from dateline import press
from dateline.press import sql
from dateline.press.ledger import change_log, figures
from dateline.press.watch import audits, census, idle_tasks, sampled_checks, status
from tests.press import paper

pytestmark = pytest.mark.django_db


def test_a_sample_finds_a_stale_sheet_tells_it_and_has_it_pressed(shelf, hand):
    past_the_press()

    found = sum(sampled_checks.sample(shelf, 3600 * 100) for _turn in range(20))

    told = status.status()["drift"]
    assert found == told["drift"] > 0
    assert told["seen"] >= found
    assert told["found"][0]["why"].startswith("stale")
    assert status.waiting() > 0


def past_the_press():
    """Change every note without a touch."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE paper_note SET headline = 'Past the press'")


def test_a_sound_paper_has_no_drift_and_the_sample_is_bounded(shelf):
    for _turn in range(5):
        assert sampled_checks.sample(shelf, 10**9) == 0

    assert 0 < sampled_checks.last_day()["seen"] <= 5 * sampled_checks.MOST


def test_a_small_site_is_sampled_by_fractions_that_add_up(shelf):
    sampled_checks.sample(shelf, 5)
    first = sampled_checks.last_day()["seen"]

    for _turn in range(1500):
        sampled_checks.sample(shelf, 60)

    [(last,)] = sql.fetch("SELECT max(id) FROM press_sheet")  # earlier tests have used numbers up
    assert first == 0
    assert 0 < sampled_checks.last_day()["seen"] <= last / 4 + 1


def test_the_audit_names_kind_id_and_facet_and_mends(shelf):
    past_the_press()

    found = press.audit()
    mended = press.audit(mend=True)

    assert {one.kind for one in found} == {"note"}
    assert {one.id for one in found} == {1, 2, 3}
    assert mended == found
    assert press.audit() == []
    press.run(store=shelf)
    assert press.check(store=shelf) == []


def test_the_nightly_audit_goes_in_pieces_and_once_a_night(shelf, hand):
    past_the_press()
    hand.at = hand.at.replace(hour=2)
    audits.step()
    assert figures.value(audits.WORK) == {}

    hand.at = hand.at.replace(hour=3)
    for _turn in range(10):
        audits.step()

    assert figures.value(audits.NAME)["found"]
    assert press.audit() == []
    past = figures.value(audits.NAME)
    audits.step()
    assert figures.value(audits.NAME) == past


def test_a_census_in_pieces_equals_one_taken_at_once(shelf):
    pieces = census.Census()
    while pieces.take(3):
        pass

    assert pieces == census.taken()
    assert pieces.edges == rows("SELECT count(*) FROM press_edge")
    assert sum(pieces.states.values()) == rows("SELECT count(*) FROM press_sheet")


def rows(question):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def test_waits_are_told_by_class_and_same_bytes_as_a_share(shelf, hand):
    paper.put(1, headline="Another")
    hand.go(2)
    press.run(store=shelf)

    told = status.waits()

    assert max(row["p99"] for row in told["to_disk_ms"].values()) >= 2000
    assert 0 <= told["same_bytes"] <= 1


def test_a_press_without_a_worker_is_told_after_a_minute(shelf, hand):
    assert not idle_tasks.is_worker_alive()

    idle_tasks.note_alive("worker@here:1")

    assert idle_tasks.is_worker_alive()
    hand.at += timedelta(seconds=61)
    assert not idle_tasks.is_worker_alive()


def test_the_change_log_is_forgotten_after_thirty_days_but_for_its_last_rows(
    shelf, hand, monkeypatch
):
    monkeypatch.setattr(change_log, "MOST_COUNTED", 2)
    before = rows("SELECT count(*) FROM press_change")
    assert change_log.prune() == 0

    hand.go(31 * 24 * 3600)
    change_log.note("touch", ["note:1"])

    assert change_log.prune() == before - 1
    assert rows("SELECT count(*) FROM press_change") == 2
