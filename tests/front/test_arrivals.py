"""Whatever an editor does, no page of the site links to one that is not there yet."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.db import transaction

from dateline import press
from dateline.stories.models import ArticleTag, Tag, TagName
from tests import cast
from tests.front import edits, edits_names
from tests.front.pressroom import Pressroom, built, room  # noqa: F401
from tests.front.test_plates_edits import EDITS
from tests.front.test_plates_edits_names import EDITS as NAMES
from tests.front.town import Town
from tests.press.watch import ANY_TIME, BETWEEN, watching

pytestmark = pytest.mark.django_db
Edit = Callable[[Town], None]
LINK = re.compile(rb'href="(/(?!static/)[^"#?]*)["#?]')


def tagged_anew(town: Town) -> None:
    """Make a tag, and give it to the column."""
    fog = Tag()
    fog.names = [TagName(language="en", name="Fog", slug="fog")]
    fog.save()
    column = town.article("column")
    column.tag_links = [ArticleTag(tag=fog)]
    edits._publish(column)


def two_at_once(town: Town) -> None:
    """Publish two articles in one transaction: each is in the latest news beside the other."""
    for headline in ("Bridge opens", "Bridge shuts"):
        edits._publish(cast.an_article(headline, section_id=town.city, section=None))


RINGS = {two_at_once, edits_names.story_readdressed}
"""Edits by which several pages come that link to each other: they come in one filing."""
ALONE = [
    *(edit for edit, _shown in EDITS),
    *(edits.new_article, edits.new_article_of_the_past, edits.line_filed),
    *(tagged_anew, two_at_once),
]
ALL = [*((None, edit) for edit in ALONE), *((row[0], row[1]) for row in NAMES)]


def not_exclusive(town: Town) -> None:
    """Take the label off the only exclusive: the list of exclusives has nothing to show."""
    edits._set(town.article("crane"), labels=[])


def not_opinion(town: Town) -> None:
    """Make a report of the only opinion: the list of opinions has nothing to show."""
    edits._set(town.article("column"), labels=[])


GOING: list[Edit] = [edits.withdrawn, edits.deleted, edits.held, not_exclusive, not_opinion]
"""Edits after which a list has nothing to show."""


@pytest.mark.parametrize("edit", GOING, ids=lambda one: one.__name__)
def test_no_page_links_to_a_list_that_is_no_more(
    room: Pressroom,  # noqa: F811
    edit: Edit,
) -> None:
    lists = set(room.store.files)

    with watching(room.store, ANY_TIME, LINK, now=True) as watch, transaction.atomic():
        edit(room.town)
        press.run(store=room.store)

    assert watch.dead == []
    assert press.check(store=room.store) == []
    assert lists - set(room.store.files)


@pytest.mark.parametrize(("before", "edit"), ALL, ids=[edit.__name__ for _before, edit in ALL])
def test_no_page_links_to_one_that_is_not_there(
    room: Pressroom,  # noqa: F811
    before: Edit | None,
    edit: Edit,
) -> None:
    if before:
        room.after(before)
    with transaction.atomic():
        edit(room.town)

    with watching(room.store, BETWEEN if edit in RINGS else ANY_TIME, LINK) as watch:
        press.run(store=room.store)

    assert watch.dead == []
    assert press.check(store=room.store) == []
