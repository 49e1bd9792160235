"""A redirect made at the desk is answered by the readers' server, which asks no database."""

import pytest

from dateline import press
from dateline.stories.models import Redirect
from tests.front.pressroom import built, room  # noqa: F401
from tests.server.sheetwork import a_server, ask, header

pytestmark = pytest.mark.django_db


def _found(readers, path):
    answer = ask(readers, path)
    return answer.status, header(answer, "location")


def test_an_old_address_is_answered_with_the_new_one(room, tmp_path):  # noqa: F811
    old = {"/old.html": "/en/about/", "/story.php": "/old/", "/über/": "https://example.org/є"}
    Redirect.objects.bulk_create(Redirect(path=path, to=to) for path, to in old.items())
    press.run(store=press.FolderStore(tmp_path / "var" / "sheets"))
    readers = a_server(tmp_path)

    assert _found(readers, "/old/") == (301, "/en/about/")
    assert _found(readers, "/story.php") == (301, "/en/about/")
    assert _found(readers, "/über/") == (301, "https://example.org/%D1%94")
    for other in ("/old", "/old.html"):
        assert _found(readers, other) == (301, "/old/")


def test_an_old_address_whose_redirect_was_deleted_is_not_there(room, tmp_path):  # noqa: F811
    store = press.FolderStore(tmp_path / "var" / "sheets")
    Redirect.objects.create(path="/old/", to="/en/about/")
    press.run(store=store)

    Redirect.objects.all().delete()
    press.run(store=store)

    assert _found(a_server(tmp_path), "/old/")[0] == 404
    assert [one.name for one in store.root.rglob("old*")] == []
