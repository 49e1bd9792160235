from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from dateline.stories import previews
from dateline.stories.models import Article
from tests import cast

pytestmark = pytest.mark.django_db

DESIGN = "wagtailadmin/css/core.css"


def body(answer):
    return b"".join(answer.streaming_content)


def test_the_root_of_the_newsrooms_port_leads_to_the_newsroom(client):
    answer = client.get("/")

    assert (answer.status_code, answer["Location"]) == (302, "/newsroom/")


def test_the_design_is_kept_for_ever_where_it_has_a_version(client):
    versioned = client.get(f"/newsroom/static/{DESIGN}?v=1a2b")
    plain = client.get(f"/newsroom/static/{DESIGN}")

    assert body(versioned) == Path(finders.find(DESIGN)).read_bytes()
    assert "immutable" in versioned["Cache-Control"]
    assert "immutable" not in plain["Cache-Control"]
    assert versioned["Content-Type"] == "text/css"


def test_the_design_is_not_sent_to_who_has_it(client):
    first = client.get(f"/newsroom/static/{DESIGN}")
    body(first)

    again = client.get(
        f"/newsroom/static/{DESIGN}", headers={"if-modified-since": first["Last-Modified"]}
    )

    assert again.status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "none.css",
        "../settings/site.py",
        "..%2f..%2fsettings/site.py",
        "/etc/passwd",
        "wagtailadmin",
        "wagtailadmin/../../../etc/passwd",
    ],
)
def test_no_other_file_is_served_as_design(client, path):
    assert client.get(f"/newsroom/static/{path}").status_code == 404


def test_nothing_can_be_sent_to_the_design(client):
    assert client.post(f"/newsroom/static/{DESIGN}").status_code == 405


def test_a_public_picture_is_seen_by_editors_too(client):
    picture = settings.SITE.media_dir / "pictures" / "a-480-0a.webp"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(b"RIFF")

    answer = client.get("/media/pictures/a-480-0a.webp")

    assert (answer.status_code, body(answer)) == (200, b"RIFF")
    assert client.get("/media/../private/secret.key").status_code == 404


def test_a_thumbnail_is_for_people_who_are_logged_in(client):
    thumbnail = settings.SITE.private_dir / "thumbnails" / "images" / "a.jpg"
    thumbnail.parent.mkdir(parents=True, exist_ok=True)
    thumbnail.write_bytes(b"JPEG")

    refused = client.get("/newsroom/thumbnails/images/a.jpg")
    client.force_login(cast.ed())
    shown = client.get("/newsroom/thumbnails/images/a.jpg")

    assert refused.status_code == 302
    assert refused["Location"].startswith("/newsroom/login/")
    assert (shown.status_code, body(shown)) == (200, b"JPEG")
    assert shown["Cache-Control"].startswith("private")


def test_an_unsaved_article_is_previewed_as_its_true_page():
    article = cast.an_article(headline="The crane moved again")

    page = previews.render(article).decode()

    assert "The crane moved again" in page
    assert Article.objects.count() == 0


def test_a_record_without_a_page_says_why():
    page = previews.render(cast.ed()).decode()

    assert "a User has no page of its own" in page
