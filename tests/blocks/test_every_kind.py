"""A walk with every registered kind: form, page, feed, preview, JSON, and the words on them."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from bench.forms import posted, shown
from dateline import blocks, press
from dateline.front import previews
from dateline.front.plates import bodies
from dateline.front.reads import articles
from dateline.stories import actions
from dateline.stories.models import Article
from tests import cast
from tests.blocks.walking import place_in, sample_of, texts_of, unseen
from tests.front.pressroom import built, room  # noqa: F401
from tests.newsroom.conftest import boss  # noqa: F401

pytestmark = pytest.mark.django_db

KINDS = [pytest.param(kind, id=kind.name) for kind in blocks.kinds()]


@pytest.fixture
def stored(room, request):  # noqa: F811
    """Return the stored sample of the kind that the test is about."""
    return sample_of(request.getfixturevalue("kind"), place_in(room.town))


def _published(room, stored):  # noqa: F811
    """Publish an article that holds one block; return its page and the edition's feed."""
    article = room.town.article("column")
    article.body = [stored]
    actions.publish(article, by=None, at=cast.NOON)
    press.run(store=room.store)
    page = room.store.files[articles.load([article.pk])[article.pk].address]
    return page.decode(), room.store.files["/en/feed.rss"].decode()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_and_a_feed_show_all_texts_of_a_kind(kind, stored, room):  # noqa: F811
    texts = texts_of(stored)

    page, feed = _published(room, stored)

    assert texts
    assert unseen(texts, page) == []
    assert unseen(texts, feed) == []
    assert press.check(store=room.store) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_preview_shows_what_is_not_saved_yet(kind, stored, room):  # noqa: F811
    article = room.town.article("column")
    article.body = [stored]

    assert unseen(texts_of(stored), previews.render_preview(article).decode()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_form_takes_a_kind_and_gives_back_what_is_stored(kind, stored, room, boss):  # noqa: F811
    article = room.town.article("column")
    address = reverse(Article.snippet_viewset.get_url_name("edit"), args=[article.pk])
    article.body = [stored]
    field = article._meta.get_field("body")
    fields = shown(boss.get(address).content.decode())
    fields |= posted(field.stream_block, article.body, "body")

    answer = boss.post(address, fields)

    assert answer.status_code == 302, answer.context["form"].errors
    draft = room.town.article("column").get_latest_revision_as_object()
    saved = draft.body.get_prep_value()
    assert blocks.parse_body(saved) == blocks.parse_body([stored])
    assert [one["type"] for one in saved] == [kind.name]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_in_json_says_all_its_texts(kind, stored, room, monkeypatch):  # noqa: F811
    made = []
    original = bodies.body
    monkeypatch.setattr(bodies, "body", lambda *given: made.append(original(*given)) or made[-1])

    _published(room, stored)

    told = json.dumps(blocks.as_json(made[0]), ensure_ascii=False)
    assert {one["kind"] for one in json.loads(told)} == {kind.name}
    assert unseen(texts_of(stored), told) == []


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_sample_is_typeset_and_in_its_language(kind, language, room):  # noqa: F811
    value = kind.sample(place_in(room.town, language))

    assert kind.typeset(value, language) == value
