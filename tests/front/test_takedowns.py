"""What is taken down is nowhere left: files, encodings, parts, feeds, pictures, tables."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.db import connection

from dateline import press
from dateline.chronology import actions as chronology
from dateline.chronology.models import Entry
from dateline.media.models import Picture
from dateline.press import clock
from dateline.press.numbering import ids
from dateline.press.worker.takedowns import together
from dateline.stories import actions
from dateline.stories.models import Article, ArticleStory, Hold, Story
from tests import cast
from tests.front import town
from tests.front.edits_names import photo
from tests.front.pressroom import PRESSED_AT
from tests.server.sheetwork import a_server, ask

pytestmark = pytest.mark.django_db

TOKEN = "Quillonbrast"
Commit = Callable[..., Any]
"""Runs what waits for the commit, at the end of a block: the tests' transaction never ends."""

TABLES = ("press_sheet", "press_job", "press_timer")


@pytest.fixture
def built(db: None, tmp_path: Path, settings: Any) -> Iterator[town.Town]:
    """Build and press the town into a folder, with the token on every kind of place."""
    settings.PRESS_STORE = {"folder": str(tmp_path / "sheets")}
    settings.PRESS_BROTLI = True
    folders = {name: dict(one) for name, one in settings.STORAGES.items()}
    folders["public"]["OPTIONS"] = {"location": str(tmp_path / "media"), "base_url": "/media/"}
    settings.STORAGES = folders
    ids.forget()
    before = clock.use(lambda: PRESSED_AT)
    made = town.build()
    _plant(made)
    press.press_all()
    press.run()
    yield made
    clock.use(before)
    ids.forget()


def _plant(made: town.Town) -> None:
    """Publish an article and an entry that say the token wherever something can be said."""
    picture = Picture(title=TOKEN, credit={"en": TOKEN}, caption={"en": TOKEN}, alt={"en": TOKEN})
    picture.file.save("token.png", photo(90), save=False)
    picture.save()
    article = cast.an_article(
        f"{TOKEN} headline", section_id=made.city, section=None, slug="planted", label="exclusive"
    )
    article.standfirst, article.kicker = f"{TOKEN} standfirst", TOKEN
    article.lead_picture = picture
    article.story_links = [ArticleStory(story_id=made.fire, is_primary=True)]
    article.body = [
        ("paragraph", f"<p>{TOKEN} paragraph</p>"),
        ("quote", {"text": f"<p>{TOKEN} quote</p>", "speaker": made_agent(made), "role": TOKEN}),
    ]
    actions.publish(article, by=None, at=PRESSED_AT)
    entry = cast.an_entry(Story.objects.get(pk=made.fire), f"{TOKEN} entry", "2026-03-03")
    chronology.publish(entry, by=None, at=PRESSED_AT)


def made_agent(made: town.Town) -> Any:
    from dateline.agents.models import Agent

    return Agent.objects.get(pk=made.ann)


def planted() -> Article:
    """Return the planted article as it is now."""
    return Article.objects.get(slug="planted")


def entry() -> Entry:
    """Return the planted entry as it is now."""
    return next(one for one in Entry.objects.all() if TOKEN in str(one.text))


def picture() -> Picture:
    """Return the planted picture as it is now."""
    return Picture.objects.get(title=TOKEN)


def found(folder: Path) -> dict[str, int]:
    """Count the token in every file, decoded, in every file's name, and in the press's tables."""
    counts: dict[str, int] = {}
    for path in sorted(folder.rglob("*")):
        text = _decoded(path) if path.is_file() else b""
        name = path.relative_to(folder).as_posix()
        counts[name] = text.count(TOKEN.encode()) + name.lower().count(TOKEN.lower())
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT * FROM {table}")
            counts[table] = sum(str(row).count(TOKEN) for row in cursor.fetchall())
    return {name: count for name, count in counts.items() if count}


def _decoded(path: Path) -> bytes:
    body = path.read_bytes()
    if path.suffix == ".gz":
        return gzip.decompress(body)
    return brotli.decompress(body) if path.suffix == ".br" else body


def withdraw() -> None:
    actions.withdraw(planted(), by=None, at=PRESSED_AT, note="It was not ours.")


def unpublish() -> None:
    actions.unpublish(planted(), by=None, at=PRESSED_AT)


def delete() -> None:
    actions.delete(planted(), by=None, at=PRESSED_AT)


def hold() -> None:
    actions.hold(planted(), kind="safety", reason="A source.", by=None, at=PRESSED_AT)


WAYS = [withdraw, unpublish, delete, hold]


@pytest.mark.parametrize("way", WAYS)
def test_an_article_is_nowhere_left_when_the_answer_is_given(
    built: town.Town,
    tmp_path: Path,
    django_capture_on_commit_callbacks: Commit,
    way: Callable[[], None],
) -> None:
    committed = partial(django_capture_on_commit_callbacks, execute=True)
    with committed():
        actions.unpublish(entry(), by=None, at=PRESSED_AT)
    before = found(tmp_path)
    key = planted().pk

    with press.witnessed() as heard, committed():
        way()

    assert len(before) > 12
    assert any(name.startswith("media/pictures/") for name in before)
    assert {"sheets/en.html.br", "sheets/en/feed.rss.gz", "press_sheet"} <= before.keys()
    assert found(tmp_path) == {}
    assert press.whereis(("article", key)) == []
    done = together(heard)
    assert [one for one in done.removed if "planted" in one]
    assert {"/", "/en/", "/en/city/", "/en/person/ann-dock/"} <= set(done.pressed)
    assert done.waiting == []
    assert press.check() == []


def test_what_is_stitched_beside_other_pages_goes_and_their_files_stay(
    built: town.Town, tmp_path: Path, django_capture_on_commit_callbacks: Commit
) -> None:
    readers = a_server(tmp_path, sheets=tmp_path / "sheets")
    beside = town.address(2, "a-crane-fell")
    file = tmp_path / f"sheets{beside.rstrip('/')}.html.gz"
    before, seen = answered(readers, beside), file.stat()
    assert f"{TOKEN} headline" in before
    assert TOKEN.encode() not in _decoded(file)

    with press.witnessed() as heard, django_capture_on_commit_callbacks(execute=True):
        withdraw()

    after = answered(readers, beside)
    assert TOKEN not in after
    assert 'class="feed"' in after
    assert after.rstrip().endswith("</html>")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (seen.st_mtime_ns, seen.st_ino)
    done = together(heard)
    assert beside not in {*done.pressed, *done.removed}
    assert {"/", "/en/", "/_f/en/rail.html"} <= set(done.pressed)


def answered(readers: Any, path: str) -> str:
    """Return the page that our server sends."""
    return gzip.decompress(ask(readers, path, accept_encoding="gzip").body).decode()


def test_an_entry_is_nowhere_left(
    built: town.Town, tmp_path: Path, django_capture_on_commit_callbacks: Commit
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        withdraw()
    key = entry().pk
    before = found(tmp_path)

    with django_capture_on_commit_callbacks(execute=True):
        actions.unpublish(entry(), by=None, at=PRESSED_AT)

    assert {"sheets/en/story/fire.html.gz", "sheets/index.html.gz"} <= before.keys()
    assert found(tmp_path) == {}
    assert press.whereis(("entry", key)) == []
    assert press.check() == []


def test_a_deleted_picture_leaves_no_file_and_no_caption(
    built: town.Town, tmp_path: Path, django_capture_on_commit_callbacks: Commit
) -> None:
    shown = sorted((tmp_path / "media").rglob("*.webp"))

    with django_capture_on_commit_callbacks(execute=True):
        picture().delete()

    assert shown
    assert not [path for path in (tmp_path / "media").rglob("*") if path.is_file()]
    assert "<img" not in _page(tmp_path)
    assert press.check() == []


def _page(folder: Path) -> str:
    path = next((folder / "sheets").rglob("planted-*.html.gz"))
    return _decoded(path).decode()


def test_a_picture_that_another_article_shows_stays(
    built: town.Town, tmp_path: Path, django_capture_on_commit_callbacks: Commit
) -> None:
    other = cast.an_article("Lights go out", section_id=built.city, section=None)
    other.lead_picture = picture()
    actions.publish(other, by=None, at=PRESSED_AT)
    press.run()

    with django_capture_on_commit_callbacks(execute=True):
        withdraw()

    assert list((tmp_path / "media").rglob("*.webp"))
    assert press.check() == []


def test_a_lifted_hold_brings_the_article_and_its_picture_back(
    built: town.Town, tmp_path: Path, django_capture_on_commit_callbacks: Commit
) -> None:
    before = sorted((tmp_path / "media").rglob("*"))
    with django_capture_on_commit_callbacks(execute=True):
        hold()

    placed = Hold.objects.in_force().get()
    actions.lift(placed, by=cast.ed(), at=PRESSED_AT, target=planted())
    press.run()

    assert sorted((tmp_path / "media").rglob("*")) == before
    assert "<picture" in _page(tmp_path)
    assert press.check() == []
