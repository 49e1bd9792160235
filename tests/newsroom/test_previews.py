"""Previews show the unsaved form and write nothing."""

import pytest
from django.apps import apps

from dateline.stories import actions, previews
from dateline.stories.models import Article
from tests.cast import NOON, a_section, an_article
from tests.newsroom.forms import address, body_of, opened


@pytest.fixture
def seen(monkeypatch):
    """Register a renderer that notes what it is given."""
    noted = []

    def render(instance, mode):
        noted.append(instance)
        return f"<p>{instance.headline} / {instance.edition.code}</p>".encode()

    monkeypatch.setattr(previews, "_registered", [render])
    return noted


def _rows():
    """Count the rows of every table but those that the preview itself is kept in."""
    kept = {"FormState", "Session", "EditingSession"}
    models = [model for model in apps.get_models() if model.__name__ not in kept]
    return {model._meta.label: model._default_manager.count() for model in models}


def test_a_preview_gets_the_unsaved_values_and_writes_nothing(desk, seen):
    live = actions.publish(an_article(), by=desk.user, at=NOON)
    where = address(Article, "preview_on_edit", live.pk)
    fields = opened(desk, Article, "edit", live.pk) | {"headline": "Ferries stand still"}
    before = _rows()

    told = desk.post(where, fields).json()
    page = desk.get(where + "?in_preview_panel=true&mode=")

    assert told == {"is_valid": True, "is_available": True}
    assert page.content == b"<p>Ferries stand still / en</p>"
    assert seen[-1].pk == live.pk
    assert _rows() == before
    assert Article.objects.get().headline == "Ferries run again"


def test_a_new_article_is_previewed_in_the_edition_it_is_written_for(desk, seen):
    fields = opened(desk, Article, "add", query="?locale=uk-ua")
    fields |= {"headline": "Пороми", "section": str(a_section().pk)} | body_of("Перший.")
    where = address(Article, "preview_on_add") + "?locale=uk-ua"

    desk.post(where, fields)
    page = desk.get(where)

    assert page.content.decode() == "<p>Пороми / uk</p>"
    assert not Article.objects.exists()


def test_without_a_renderer_the_panel_says_so_in_a_sentence(desk, monkeypatch):
    monkeypatch.setattr(previews, "_registered", [])
    article = an_article()
    article.save()

    page = desk.get(address(Article, "preview_on_edit", article.pk))

    assert page.status_code == 503
    assert "There is no preview here" in page.content.decode()


def test_the_panel_offers_the_widths_of_a_phone_and_of_a_desk(desk):
    page = desk.get(address(Article, "add") + "?locale=en-gb").content

    assert b'data-device-width="390"' in page
    assert b'data-device-width="1440"' in page
