"""Public copies of documents: there while a public article shows them, gone with the last."""

from datetime import timedelta

import lxml.html
import pytest
from django.core.files.storage import storages
from django.db import transaction
from django.test import Client

from dateline import press
from dateline.front import previews, public_files
from dateline.front.reads import articles
from dateline.media.models import PublicCopy
from dateline.press import clock
from dateline.stories import actions
from tests import cast
from tests.front.pressroom import PRESSED_AT, built, room  # noqa: F401
from tests.ways.of_documents import _file, _shown

pytestmark = pytest.mark.django_db


def _pressed(room):  # noqa: F811
    """Press what is due, and what waits for it a moment later."""
    press.run(store=room.store)
    before = clock.use(lambda: PRESSED_AT + timedelta(seconds=6))
    press.run(store=room.store)
    clock.use(before)


def _page(room, name="column"):  # noqa: F811
    """Return an article's page as it lies in the store."""
    pk = room.town.article(name).pk
    return room.store.files[articles.load([pk])[pk].address].decode()


def _is_there(name):
    return storages["public"].exists(name)


@pytest.fixture
def document(room):  # noqa: F811
    """Show one document in two articles."""
    with transaction.atomic():
        made = _shown(room.town, "column", "crane")
    _pressed(room)
    return made


def test_readers_get_the_document_with_what_is_known_of_it(room, document):  # noqa: F811
    line = lxml.html.document_fromstring(_page(room)).xpath("//p[@class='docu']")[0]
    link = line.xpath("a")[0]

    assert link.text == "The budget"
    assert link.get("href") == f"/media/{document.copy.name}"
    said = " ".join(line.text_content().split())
    assert said == "PDF The budget Harbour Board · 2 pages, 1 KB, in Ukrainian"
    feed = room.store.files["/en/feed.rss"].decode()
    assert f"/media/{document.copy.name}" in feed


def test_nobody_who_has_the_file_can_tell_its_public_name(room, document):  # noqa: F811
    with transaction.atomic():
        twin = _shown(room.town, "ferries")

    assert twin.copy.name != document.copy.name
    assert document.file.name not in document.copy.name


def test_the_private_address_is_printed_nowhere_and_answers_nobody(room, document):  # noqa: F811
    printed = [path for path, body in room.store.files.items() if document.url.encode() in body]

    assert printed == []
    assert document.url.startswith("/newsroom/documents/")
    assert Client().get(document.url).status_code == 404


def test_an_editor_gets_the_private_file(room, document):  # noqa: F811
    client = Client()
    client.force_login(cast.ed())

    assert client.get(document.url).status_code == 200


def test_the_copy_goes_with_the_last_article_that_shows_it(room, document):  # noqa: F811
    name = document.copy.name
    there = []

    for article in ("column", "crane"):
        with transaction.atomic():
            actions.unpublish(room.town.article(article), by=None, at=cast.NOON)
        _pressed(room)
        there.append(_is_there(name))

    assert there == [True, False]
    assert not PublicCopy.objects.exists()


def test_a_document_that_an_article_drops_goes_too(room, document):  # noqa: F811
    name = document.copy.name

    for article in ("column", "crane"):
        fresh = room.town.article(article)
        fresh.body = [("paragraph", "<p>No paper.</p>")]
        actions.publish(fresh, by=None, at=cast.NOON)
    _pressed(room)

    assert not _is_there(name)
    assert press.check(store=room.store) == []


def test_another_file_has_another_name_and_the_old_one_goes(room, document):  # noqa: F811
    old = document.copy.name

    with transaction.atomic():
        document.file = _file("second", "second.pdf")
        document.save()
    _pressed(room)

    new = PublicCopy.objects.get().name
    assert new != old
    assert not _is_there(old)
    assert _is_there(new)
    assert new in _page(room)


def test_a_hold_takes_the_document_away_and_lifting_brings_it_back(room, document):  # noqa: F811
    name = document.copy.name
    with transaction.atomic():
        held = actions.hold(document, kind="legal", reason="A letter", by=None, at=cast.NOON)
    _pressed(room)
    while_held = _is_there(name), "The budget" in _page(room)

    with transaction.atomic():
        actions.lift(held, by=cast.ed(), at=cast.NOON, target=document)
    _pressed(room)

    assert while_held == (False, False)
    assert _is_there(PublicCopy.objects.get().name)
    assert "The budget" in _page(room)


def test_an_article_published_anew_makes_no_copy_of_what_is_held(room, document):  # noqa: F811
    with transaction.atomic():
        actions.hold(document, kind="legal", reason="A letter", by=None, at=cast.NOON)
    _pressed(room)

    actions.publish(room.town.article("column"), by=None, at=cast.NOON)
    _pressed(room)

    assert not PublicCopy.objects.exists()


def test_an_upgrade_makes_the_copies_that_older_articles_lack(room, document):  # noqa: F811
    PublicCopy.objects.all().delete()
    actions.unpublish(room.town.article("crane"), by=None, at=cast.NOON)

    made = [public_files.expose_missing(), public_files.expose_missing()]
    press.run(store=room.store)

    assert made == [1, 0]
    assert PublicCopy.objects.get().name in _page(room)


def test_a_preview_names_the_document_and_leads_nowhere(room):  # noqa: F811
    document = _shown(room.town, "column")
    PublicCopy.objects.all().delete()
    article = room.town.article("ferries")
    article.body = [{"type": "document", "value": document.pk}]

    page = previews.render_preview(article).decode()

    assert "<b>PDF</b> <span>The budget</span>" in page
    assert not PublicCopy.objects.exists()


def test_a_title_in_another_language_says_so(room, document):  # noqa: F811
    document.heading = {}
    document.title = "Бюджет"
    document.save()
    press.run(store=room.store)

    assert 'lang="uk">Бюджет</a>' in _page(room)
