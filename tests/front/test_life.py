"""Embargo, schedules, moved addresses and missing translations, as readers meet them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from dateline import press
from dateline.newsroom import timers
from dateline.press import clock
from dateline.press.models import Timer
from dateline.press.worker.process import Worker
from dateline.stories import actions
from dateline.stories.models import Hold
from tests import cast
from tests.front import edits, edits_names
from tests.front.pressroom import PRESSED_AT, Pressroom, built, room  # noqa: F401
from tests.front.town import Town, address

pytestmark = pytest.mark.django_db

FOG = "Fog over the harbour"
NOON = PRESSED_AT + timedelta(hours=1)


def embargoed(town: Town) -> None:
    """Schedule an article for an hour from now, when its embargo ends too."""
    article = cast.an_article(FOG, section_id=town.city, section=None)
    article.go_live_at = NOON
    article = actions.publish(article, by=None, at=PRESSED_AT)
    actions.hold(article, kind="embargo", reason="Until then.", by=None, at=PRESSED_AT, until=NOON)


def said(room: Pressroom) -> set[str]:  # noqa: F811
    """Return the addresses whose pages name the fog."""
    return {path for path, body in room.store.files.items() if FOG.encode() in body}


def at(moment: datetime, room: Pressroom) -> press.PressReport:  # noqa: F811
    """Press what is due at a time, as a worker that was just started would."""
    before = clock.use(lambda: moment)
    try:
        return press.run(store=room.store)
    finally:
        clock.use(before)


def test_an_embargoed_article_is_in_no_output_before_its_time_and_in_all_after(
    room: Pressroom,  # noqa: F811
) -> None:
    assert room.after(embargoed) == set()

    at(NOON - timedelta(seconds=1), room)
    before = said(room)
    at(NOON, room)

    lists = {"/", "/en/", "/en/city/", "/en/feed.rss", "/en/latest/", "/en/latest/feed.rss"}
    assert before == set()
    assert {"/404/", *lists} <= said(room)
    assert [path for path in said(room) if "fog-over-the-harbour" in path]
    assert press.check(store=room.store) == []
    assert Timer.objects.filter(action=timers.LIFT).count() == 0


def test_overdue_timers_fire_late_but_in_their_order(room: Pressroom) -> None:  # noqa: F811
    fired: list[str] = []
    press.on_timer("tests.note")(lambda ref, _at: fired.append(ref))
    for minutes in (30, 10, 20):
        press.at(NOON + timedelta(minutes=minutes), "tests.note", f"after {minutes}")

    at(NOON + timedelta(minutes=5), room)
    early = list(fired)
    before = clock.use(lambda: NOON + timedelta(days=1))  # the machine stood still for a day
    Worker(room.store).work(until_idle=True)
    clock.use(before)

    assert early == []
    assert fired == ["after 10", "after 20", "after 30"]


def test_a_hold_of_an_embargo_ends_by_no_other_way_than_its_time_or_a_person(
    room: Pressroom,  # noqa: F811
) -> None:
    room.after(embargoed)
    placed = Hold.objects.in_force().get()

    with pytest.raises(Exception, match="named person"):
        actions.lift(placed, by=None, at=NOON - timedelta(seconds=1), target=None)
    timers.lift_embargo(placed.pk, at=NOON - timedelta(seconds=1))

    assert Hold.objects.in_force().exists()


def again_moved(town: Town) -> None:
    """Give the column a third address."""
    edits._set(town.article("column"), slug="our-quay")


def test_old_addresses_lead_to_the_newest_one_in_one_step(room: Pressroom) -> None:  # noqa: F811
    first = address(3, "our-harbour", day="2026/03/03")
    second = address(3, "the-harbour", day="2026/03/03")
    third = address(3, "our-quay", day="2026/03/03")
    room.after(edits.new_slug)

    room.after(again_moved)

    assert {room.store.leads[first], room.store.leads[second]} == {f"301 {third}"}
    assert f'<link rel="canonical" href="{third}">'.encode() in room.store.files[first]
    assert room.store.files[third]
    linking = [path for path, body in room.store.files.items() if second.encode() in body]
    assert linking == []
    assert press.check(store=room.store) == []


def test_an_address_that_is_taken_up_again_leads_nowhere(room: Pressroom) -> None:  # noqa: F811
    first = address(3, "our-harbour", day="2026/03/03")
    room.after(edits.new_slug)

    room.after(lambda town: edits._set(town.article("column"), slug="our-harbour"))

    assert first not in room.store.leads
    assert room.store.leads[address(3, "the-harbour", day="2026/03/03")] == f"301 {first}"
    assert press.check(store=room.store) == []


def test_all_pages_of_a_story_lead_to_where_it_moved(room: Pressroom) -> None:  # noqa: F811
    old = [path for path in room.store.files if path.startswith("/en/story/flood")]

    room.after(edits_names.story_readdressed)

    assert "/en/story/flood/source/harbour-board/" in old
    for path in old:
        there = path.replace("/flood", "/river")
        assert room.store.leads[path] == f"301 {there}"
        assert there in room.store.files
        assert there not in room.store.leads
    assert press.check(store=room.store) == []


def test_a_moved_page_stands_before_anything_leads_to_it(room: Pressroom) -> None:  # noqa: F811
    from django.db import transaction

    with transaction.atomic():
        edits.new_slug(room.town)
    pressed = press.run(store=room.store).pressed

    new = address(3, "the-harbour", day="2026/03/03")
    linking = [path for path in ("/", "/en/", "/en/opinion/", "/en/feed.rss") if path in pressed]
    assert linking
    assert all(pressed.index(new) < pressed.index(path) for path in linking)


def entry_translated(town: Town) -> None:
    """Say the first entry of the fire in Ukrainian too."""
    from dateline.chronology import actions as chronology

    entry = town.entry(0)
    entry.text = {**entry.text, "uk": "Пожежа почалася, повідомила Рада гавані."}
    chronology.publish(entry, by=None, at=edits.LATER)


def test_a_translation_presses_exactly_the_pages_that_fell_back(
    room: Pressroom,  # noqa: F811
) -> None:
    fallen = {
        path
        for path, body in room.store.files.items()
        if path.startswith("/uk/") and b"The fire began" in body
    }

    changed = room.after(entry_translated)

    assert changed == fallen == {"/uk/", "/uk/story/fire-uk/", "/uk/story/fire-uk/newest/"}
    assert room.vain == set()


def test_a_linked_translation_is_offered_on_the_page_that_had_none(
    room: Pressroom,  # noqa: F811
) -> None:
    column = address(3, "our-harbour", day="2026/03/03")
    before = room.store.files[column]

    room.after(edits_names.translated)

    sister = f'href="{address(3, "nasha-havan", edition="uk")}"'.encode()
    assert sister not in before
    assert sister in room.store.files[column]
