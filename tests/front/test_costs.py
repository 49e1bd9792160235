"""What a publication costs: as many questions in a large archive as in a small one, by indexes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from bench import edits, filling, shape
from dateline import press
from dateline.press import clock
from dateline.press.numbering import ids
from dateline.press.worker.batches import Press
from tests import cast
from tests.press.plans import gone_through

pytestmark = pytest.mark.django_db
SMALL, LARGE = 40, 400
KINDS = ("typing error, old", "headline, old", "new article")
# They hold a row for each thing that waits, happens now or belongs to the house.
SHORT = re.compile(
    r"SCAN (press_(sweep|timer|mark|bucket)|first_row|few|staff_\w+"
    r"|stories_(hold|section|sectionname|standingpage|zone)|newsfeed_strip|U0"
    r"|wagtailcore_(locale|workflow\w+)|CONSTANT ROW)\b"
)
ASKS = re.compile(r"\s*(SELECT|UPDATE|DELETE|INSERT INTO \w+ \([^)]*\)\s+SELECT)\b")


class Cost(NamedTuple):
    """Is what one edit asked of the database, and which addresses it pressed."""

    editor: list[str]
    press: list[str]
    address: str
    pressed: list[str]
    plans: set[str]


@contextmanager
def newsroom(size: int) -> Iterator[tuple[edits.Desk, Press]]:
    """Fill and press a newsroom of so many articles; nothing of it stays."""
    before = clock.use(lambda: shape.LAST + timedelta(minutes=1))
    ids.forget()
    with transaction.atomic():
        cast.editions()
        place = filling.fill(size, lambda _told: None)
        press.touch_all()
        store = press.MemoryStore()
        press.run(store=store)
        yield edits.Desk(place, cast.ed()), Press(store)
        transaction.set_rollback(True)
    ids.forget()
    clock.use(before)


def cost(kind: str, desk: edits.Desk, worker: Press) -> Cost:
    """Make an edit of a kind, the second of it: what is learnt once has been learnt."""
    for turn in (0, 1):
        pressed = len(worker.report.pressed)
        with CaptureQueriesContext(connection) as editor:
            address = edits.KINDS[kind](desk, turn)
        with CaptureQueriesContext(connection) as pressing:
            while worker.batch():
                pass
    asked = [[one["sql"] for one in some.captured_queries] for some in (editor, pressing)]
    return Cost(*asked, address, worker.report.pressed[pressed:], plans(asked[0] + asked[1]))


def plans(asked: list[str]) -> set[str]:
    """Return those steps of questions that go through a whole table or index of the archive."""
    return {
        f"{step}: {question[:200]}"
        for question in asked
        if ASKS.match(question)
        for step in gone_through(question.replace("%", "%%"))
        if not SHORT.match(step)
    }


@pytest.fixture(scope="module")
def costs(django_db_setup: None, django_db_blocker: Any) -> dict[int, dict[str, Cost]]:
    """Return what each kind of edit costs in a small archive and in a large one."""
    found = {}
    with django_db_blocker.unblock():
        for size in (SMALL, LARGE):
            with newsroom(size) as (desk, worker):
                found[size] = {kind: cost(kind, desk, worker) for kind in KINDS}
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_waits_for_no_more_questions_in_ten_times_the_archive(costs, kind):
    small, large = (len(costs[size][kind].editor) for size in (SMALL, LARGE))

    assert large <= small + 5
    assert large <= {"new article": 180}.get(kind, 110)


@pytest.mark.parametrize("kind", KINDS)
def test_pressing_asks_few_questions_a_sheet_however_large_the_archive(costs, kind):
    for size in (SMALL, LARGE):
        found = costs[size][kind]
        assert len(found.press) <= 60 + 12 * len(found.pressed)


@pytest.mark.parametrize("kind", KINDS)
def test_a_publication_goes_through_no_table_of_the_archive(costs, kind):
    assert costs[LARGE][kind].plans == set()


def test_a_typing_error_outside_every_feed_presses_the_articles_own_sheet_alone(costs):
    found = costs[LARGE]["typing error, old"]

    assert found.address in found.pressed
    assert [path for path in found.pressed if not path.startswith(found.address)] == []
