"""The newsdesk asks for a review of entries in time."""

from datetime import timedelta

import pytest

from dateline.chronology import actions
from dateline.chronology.models import Entry
from tests.cast import NOON, a_story, an_entry, ed

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
DAY = timedelta(days=1)


def an_entry_live(text="The river rose.", holds_until=None, review_by=None):
    entry = an_entry(a_story(), text=text)
    entry.review_by = review_by
    for statement in entry.statements.all():
        statement.holds_until = holds_until
        entry.statements = [statement]
    return actions.publish(entry, by=ed(), at=NOON - 30 * DAY)


def due():
    return [entry.pk for entry in Entry.objects.review_due(TODAY)]


def test_an_entry_is_due_on_its_day_until_somebody_has_reviewed_it():
    entry = an_entry_live(review_by=TODAY)
    an_entry_live("Later.", review_by=TODAY + DAY)
    assert due() == [entry.pk]

    actions.review(entry, by=ed(), at=NOON)

    assert due() == []


def test_an_entry_is_due_when_a_statement_holds_no_longer():
    entry = an_entry_live(holds_until=TODAY - DAY)
    an_entry_live("Still so.", holds_until=TODAY)
    assert due() == [entry.pk]

    actions.review(entry, by=ed(), at=NOON - 10 * DAY)
    assert due() == [entry.pk]
    actions.review(entry, by=ed(), at=NOON)

    assert due() == []


def test_the_newsdesk_shows_what_is_due(desk):
    an_entry_live("The pontoon bridge stands.", review_by=TODAY - DAY)

    page = desk.get("/newsroom/").content.decode()

    assert "The pontoon bridge stands." in page
    assert "review is due" in page
