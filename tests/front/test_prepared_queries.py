"""Questions that are built once are answered as Django answers them."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from bench import filling
from dateline.front import followers
from dateline.front.reads import prepared_queries
from dateline.front.reads.prepared_queries import PreparedQuery, _column
from dateline.stories.models import Article, Tag
from tests import cast

pytestmark = pytest.mark.django_db
BUILT = list(prepared_queries.questions)


@pytest.fixture
def newsroom() -> None:
    cast.editions()
    filling.fill(60, lambda _told: None)


def known(asked: PreparedQuery) -> list[Any]:
    """Return every value that the question's column has, and one that it has not."""
    if not asked.by:
        return []
    column = _column(asked.of().model, asked.by)
    found = set(column.model.objects.values_list(column.attname, flat=True)) - {None}
    nobody = uuid.UUID(int=1) if isinstance(column, models.UUIDField) else 1 << 40
    return [*sorted(found), nobody]


@pytest.mark.parametrize("asked", BUILT, ids=lambda one: f"{one.of().model.__name__}-{one.by}")
def test_a_question_built_once_is_answered_as_django_answers_it(
    newsroom: None, asked: PreparedQuery
) -> None:
    values = known(asked)

    for some in (values, values[:1], values):
        assert asked(some) == asked.slowly(some)


def test_most_questions_have_an_answer_in_that_newsroom(newsroom: None) -> None:
    answered = [one for one in BUILT if one(known(one))]

    assert len(answered) > len(BUILT) / 2
    assert followers.VERSIONS in answered


def test_a_list_of_nothing_asks_nothing() -> None:
    asked = PreparedQuery(lambda: Tag.objects.all(), "pk", "pk", "name")

    with CaptureQueriesContext(connection) as told:
        assert asked([]) == []

    assert len(told) == 0
    prepared_queries.questions.remove(asked)


def test_what_a_question_leaves_out_is_asked_for_each_time(newsroom: None) -> None:
    asked = PreparedQuery(lambda: Article.objects.public(), "pk", "pk")
    first = Article.objects.public().earliest("pk").pk
    before = asked([first])

    Article.objects.filter(pk=first).update(live=False)

    assert (before, asked([first])) == ([(first,)], [])
    prepared_queries.questions.remove(asked)
