"""Every way to publish, for every kind of record: rules, Act, schedule, timer, lock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from wagtail.models import Revision

from dateline.newsroom import timers
from dateline.press.models import Timer
from dateline.staff.models import Act
from dateline.stories.models import ScheduledVersion
from tests.newsroom.publications import (
    KINDS,
    NEW,
    OLD,
    WAYS,
    break_a_rule,
    drafted,
    fire,
    words,
)

HOUR = datetime.now(tz=UTC).replace(second=0, microsecond=0) + timedelta(days=2)
PAST = HOUR - timedelta(days=9)
A_MOMENT = timedelta(seconds=1)
everywhere = [
    pytest.mark.parametrize("kind", KINDS),
    pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__),
]
was_live = pytest.mark.parametrize("live", [True, False], ids=["live", "draft"])


def by_every_way(test: Any) -> Any:
    """Run a test for every way to publish and every kind of record."""
    for mark in everywhere:
        test = mark(test)
    return test


def at(hour: datetime) -> Any:
    """Return a change that gives a draft an hour."""
    return lambda record: setattr(record, "go_live_at", hour)


def acts(record: Any, since: int = 0) -> list[tuple[str, Any, str]]:
    """Return verb, person and reason of the acts on a record, oldest first."""
    found = Act.objects.about(record.uid).order_by("pk").filter(pk__gt=since)
    return [(act.verb, act.by, act.why) for act in found]


def last_act() -> int:
    return max(Act.objects.values_list("pk", flat=True), default=0)


def is_free(record: Any) -> bool:
    """Return whether nothing of a schedule is left: no row, no timer, no lock, no field."""
    fresh = type(record).objects.get(pk=record.pk)
    rows = Revision.objects.for_instance(fresh)
    left = [one.content["go_live_at"] for one in rows if one.approved_go_live_at]
    return not (
        left
        or ScheduledVersion.objects.of(fresh).waiting()
        or Timer.objects.filter(action=timers.PUBLISH)
        or fresh.get_lock()
        or fresh.go_live_at
    )


@by_every_way
@was_live
def test_what_keeps_the_rules_is_live_with_one_act(desk, kind, way, live):
    record = drafted(kind, desk.user, live=live, change=lambda _record: None)
    since = last_act()

    refused = way(desk, record)

    assert refused == ""
    assert words(record) == NEW
    assert type(record).objects.get(pk=record.pk).live
    assert acts(record, since) == [("publish", desk.user, "")]
    assert is_free(record)


@by_every_way
def test_what_breaks_a_rule_is_refused_in_words_and_leaves_no_act(desk, kind, way):
    record = drafted(kind, desk.user, live=True, change=break_a_rule)
    since = last_act()

    refused = way(desk, record)

    assert refused != ""
    assert words(record) == OLD
    assert acts(record, since) == []


@by_every_way
def test_a_past_hour_is_refused_in_words(desk, kind, way):
    record = drafted(kind, desk.user, live=True, change=at(PAST))
    since = last_act()

    refused = way(desk, record)

    assert "has passed" in refused
    assert words(record) == OLD
    assert acts(record, since) == []


@by_every_way
@was_live
def test_a_version_with_an_hour_waits_for_it_and_leaves_nothing_locked(desk, kind, way, live):
    record = drafted(kind, desk.user, live=live, change=at(HOUR))
    since = last_act()

    refused = way(desk, record)

    waits = type(record).objects.get(pk=record.pk)
    assert (refused, waits.live) == ("", live)
    assert not live or words(record) == OLD
    assert acts(record, since) == [("schedule", desk.user, "")]
    due = Timer.objects.get(action=timers.PUBLISH)
    assert due.ref == timers.ref_of(record)

    fire(HOUR + A_MOMENT)

    assert words(record) == NEW
    assert type(record).objects.get(pk=record.pk).live
    assert acts(record, since)[1:] == [("publish", desk.user, "schedule")]
    assert is_free(record)
