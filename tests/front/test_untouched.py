"""No edit writes a public row without touching it in the same transaction."""

import pytest

from dateline.stories.models import Article, Byline
from tests.front import edits
from tests.front.pressroom import built, room  # noqa: F401
from tests.untouched import watching

pytestmark = pytest.mark.django_db

EDITS = [
    one
    for name, one in vars(edits).items()
    if callable(one) and getattr(one, "__module__", "") == edits.__name__ and name[0] != "_"
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda one: one.__name__)
def test_an_edit_touches_what_it_writes(edit, room):  # noqa: F811
    with watching() as watch:
        edit(room.town)

    assert watch.untouched == []


def test_a_write_past_the_actions_is_named(room):  # noqa: F811
    with watching() as watch:
        Article.objects.filter(pk=room.town.column).update(headline="Past them")
        Byline.objects.create(article_id=room.town.crane, agent_id=room.town.ann)

    told = " ".join(watch.untouched)
    assert "UPDATE" in told
    assert f"row {room.town.column} of stories_article" in told
    assert "stories_byline" in told
