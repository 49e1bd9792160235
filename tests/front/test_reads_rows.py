"""Rows: made alike of the database and of a record in hand, with few questions."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dateline.agents.models import Agent, Programme
from dateline.chronology.models import Entry, VersionSet
from dateline.front.reads import (
    agents,
    articles,
    bodies,
    bulletins,
    entries,
    programmes,
    sections,
    standing,
    stories,
    versions,
)
from dateline.press.registry import registry
from dateline.stories.models import Article, Section, StandingPage, Story, Tag
from tests import cast
from tests.front.pressroom import Pressroom, built, room  # noqa: F401

pytestmark = pytest.mark.django_db

ALIKE: list[tuple[type, Callable[..., Any], Callable[[Any], Any]]] = [
    (Article, articles.load, lambda one: articles.row_of(one, cast.NOON)),
    (Article, bodies.load, lambda one: bodies.row_of(one, cast.NOON)),
    (Entry, entries.load, entries.row_of),
    (Story, stories.load, stories.row_of),
    (Agent, agents.load, agents.row_of),
    (Programme, programmes.load, programmes.row_of),
    (Section, sections.load_sections, sections.row_of),
    (Tag, sections.load_tags, sections.row_of),
    (VersionSet, versions.load, versions.row_of),
    (StandingPage, standing.load, standing.row_of),
]


@pytest.mark.parametrize(("model", "load", "row_of"), ALIKE, ids=lambda one: "")
def test_a_record_in_hand_makes_the_same_row_as_the_database(
    room: Pressroom,  # noqa: F811
    model: Any,
    load: Callable[..., Any],
    row_of: Callable[[Any], Any],
) -> None:
    records = list(model.objects.all())

    loaded = load([one.pk for one in records])

    assert records
    assert {one.pk: row_of(one) for one in records} == loaded


@pytest.mark.parametrize(
    ("load", "most"),
    [
        (articles.load, 9),
        (bodies.load, 2),
        (bulletins.load, 1),
        (entries.load, 9),
        (stories.load, 8),
        (agents.load, 6),
    ],
)
def test_many_rows_cost_no_more_questions_than_one(
    room: Pressroom,  # noqa: F811
    load: Callable[..., Any],
    most: int,
) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        load(list(range(1, 200)))

    assert len(asked) <= most


def test_every_facet_of_every_public_row_can_be_made_and_stamped(
    room: Pressroom,  # noqa: F811
) -> None:
    from dateline.press.ledger.records import load_rows, stamp_of

    for kind in registry.kinds():
        loaded = load_rows(kind, list(range(1, 30)))
        for facet in registry.facets_of(kind):
            for row in loaded[facet.rows].values():
                stamps = {stamp_of(facet, row, "uk" if facet.lingual else "") for _ in range(2)}
                assert len(stamps) == 1


def test_a_draft_and_what_is_held_have_no_row(room: Pressroom) -> None:  # noqa: F811
    draft = cast.an_article("Draft", section_id=room.town.city, section=None)
    draft.save()

    assert articles.load([draft.pk]) == {}
    assert bodies.load([draft.pk]) == {}
