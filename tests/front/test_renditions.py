"""Public files of pictures: there while something public shows them, gone with the last."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.db import transaction

from dateline import press
from dateline.media.models import Picture
from dateline.press import clock
from dateline.stories import actions
from tests import cast
from tests.front.pressroom import PRESSED_AT, built, room  # noqa: F401
from tests.ways.of_pictures import _file, _shown

pytestmark = pytest.mark.django_db


def _names(picture):
    return set(picture.variants.values_list("name", flat=True))


def _there(names):
    return {name for name in names if storages["public"].exists(name)}


def _pressed(room):  # noqa: F811
    """Press what is due, and what waits for it a moment later."""
    press.run(store=room.store)
    before = clock.use(lambda: PRESSED_AT + timedelta(seconds=6))
    press.run(store=room.store)
    clock.use(before)


def _unpublish(room, article):  # noqa: F811
    with transaction.atomic():
        actions.unpublish(room.town.article(article), by=None, at=cast.NOON)
    _pressed(room)


@pytest.fixture
def picture(room):  # noqa: F811
    """Show one picture in two articles."""
    with transaction.atomic():
        made = _shown(room.town, "column", "crane")
    _pressed(room)
    return made


def test_files_go_with_the_last_article_that_shows_them(room, picture):  # noqa: F811
    names = _names(picture)

    _unpublish(room, "column")
    after_one = _there(names)
    _unpublish(room, "crane")

    assert after_one == names
    assert _there(names) == set()
    assert not picture.variants.exists()


def test_a_picture_that_an_article_drops_goes_too(room, picture):  # noqa: F811
    names = _names(picture)

    for name in ("column", "crane"):
        article = room.town.article(name)
        article.lead_picture = None
        actions.publish(article, by=None, at=cast.NOON)
    _pressed(room)

    assert _there(names) == set()
    assert press.check(store=room.store) == []


def test_another_file_has_other_names_and_the_old_ones_go_once_pressed(room, picture):  # noqa: F811
    old = _names(picture)

    with transaction.atomic():
        fresh = Picture.objects.get(pk=picture.pk)
        fresh.file = _file("crimson", "dawn.png")
        fresh.save()
    new = _names(picture)
    before_pressing = _there(old)
    _pressed(room)

    assert before_pressing == old
    assert old.isdisjoint(new)
    assert _there(old) == set()
    assert _there(new) == new
    assert not [path for path, body in room.store.files.items() if min(old).encode() in body]


def test_a_picture_is_public_again_when_its_article_is(room, picture):  # noqa: F811
    _unpublish(room, "column")
    _unpublish(room, "crane")

    actions.publish(room.town.article("column"), by=None, at=cast.NOON)
    _pressed(room)

    assert _there(_names(picture)) == _names(picture) != set()


def test_a_hold_on_a_picture_takes_its_files_and_lifting_brings_them_back(room, picture):  # noqa: F811
    names = _names(picture)
    with transaction.atomic():
        held = actions.hold(picture, kind="legal", reason="No release", by=None, at=cast.NOON)
    _pressed(room)
    while_held = _there(names)

    with transaction.atomic():
        actions.lift(held, by=cast.ed(), at=cast.NOON, target=picture)
    _pressed(room)

    assert while_held == set()
    assert _there(_names(picture)) == _names(picture) != set()
