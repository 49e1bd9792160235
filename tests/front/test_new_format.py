"""One more format of feeds, by one line in the table of formats."""

import pytest

from dateline.front import formats
from dateline.press import touch
from dateline.server.headers import MEDIA_TYPES
from dateline.staff.models import Edition
from tests.front.pressroom import Pressroom, built, room  # noqa: F401

pytestmark = pytest.mark.django_db


def titles(feed, edition):
    """Return the titles of a feed, a line each, under the edition's name."""
    return "\n".join([edition.brand, *(item.title for item in feed.items)])


def test_one_line_in_the_table_gives_every_feed_in_a_new_format(
    room: Pressroom,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(formats.FORMATS, "csv", formats.FeedFormat("text/csv", titles))

    pressed = room.after(
        lambda _town: touch(*(("edition", one.pk) for one in Edition.objects.all()))
    )

    brand, *lines = room.store.files["/en/feed.csv"].decode().splitlines()
    assert {"/en/feed.csv", "/uk/feed.csv"} <= pressed
    assert brand == Edition.objects.get(code="en").brand
    assert "Ferries run again" in lines
    assert MEDIA_TYPES["csv"].startswith("text/csv")
