"""A kind from one folder, registered by one line, is in forms, pages, feeds and styles."""

import pytest

from dateline import blocks
from dateline.front import environment, previews, styles
from tests.blocks.test_every_kind import _published
from tests.blocks.walking import place_in, sample_of, texts_of, unseen
from tests.front.pressroom import built, room  # noqa: F401

pytestmark = pytest.mark.django_db

REMEMBERED = (environment.environment, environment.closure, styles.style)


def _forget():
    for one in REMEMBERED:
        one.cache_clear()


@pytest.fixture
def notice():
    """Register the kind, as a package does when it is loaded; take it out at the end."""
    _forget()
    yield blocks.register("tests.blocks.notice")
    blocks.unregister("notice")
    _forget()


def test_it_is_seen_on_a_page_with_its_styles_and_in_a_feed(notice, room):  # noqa: F811
    stored = sample_of(notice, place_in(room.town))

    page, feed = _published(room, stored)

    assert '<p class="notice">Office closed (en) <small>The front desk</small></p>' in page
    assert ".notice{border:" in page
    assert unseen(texts_of(stored), feed) == []


def test_it_is_seen_in_a_preview_and_typeset_when_saved(notice, room):  # noqa: F811
    article = room.town.article("column")
    article.body = [{"type": "notice", "value": {"text": 'The "Ark"', "giver": "Ann's desk"}}]

    article.save()

    assert "The “Ark” <small>Ann’s desk</small>" in previews.render_preview(article).decode()


def test_without_the_kind_the_body_is_shown_without_the_block(room):  # noqa: F811
    stored = [{"type": "notice", "value": {"text": "Gone", "giver": "Nobody"}}]

    assert blocks.parse_body(stored) == ()
