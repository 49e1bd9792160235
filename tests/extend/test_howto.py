"""docs/howto/extend.md, followed word for word in an empty folder, as a new user would."""

import csv
import gzip
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.extend import environments
from tests.paths import ROOT

PAGE = ROOT / "docs" / "howto" / "extend.md"
FENCE = re.compile(r"(?:^`([\w./]+)`:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PUBLISHED = """
import json
import django
django.setup()
from django.test import Client
from django.utils import timezone
from dateline.front import previews
from dateline.staff.models import Edition, User
from dateline.stories import actions
from dateline.stories.models import Article, Section, SectionName
from pier.models import Tide

ed = User.objects.get(username="ed")
desk = Client()
desk.force_login(ed)
form = desk.get("/newsroom/articles/add/", follow=True, HTTP_HOST="localhost").content.decode()
edition = Edition.objects.get(code="en")
section = Section()
section.names = [SectionName(language="en", name="Harbour", slug="harbour")]
section.save()
article = Article(edition=edition, headline="The Anna Maria is in", section=section)
article.labels = ["analysis"]
vessel = {"name": "Anna Maria", "flag": "Malta", "length": 96}
article.body = [("pier_vessel", vessel), ("paragraph", "<p>She came at noon.</p>")]
article.pier_tides = [Tide(high_water="14:20")]
preview = previews.render_preview(article).decode()
actions.publish(article, by=ed, at=timezone.now())
print(json.dumps({"form": form, "preview": preview}))
"""


def steps() -> Iterator[tuple[str, str, str]]:
    """Yield what the page has its reader do: a file's name or "", the language, the text."""
    text = PAGE.read_text("utf-8")
    for found in FENCE.finditer(text):
        yield found[1] or "", found[2], found[3]


class Followed:
    """A site made by the page, its pages pressed, and what the newsroom showed."""

    def __init__(self, folder: Path, commands: Path) -> None:
        self.folder, self.commands, self.said = folder, commands, ""
        self.told: dict[str, str] = {}

    def follow(self) -> None:
        """Write every file and run every command of the page, in its order."""
        for name, language, text in steps():
            if name:
                place = self.folder / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(text, encoding="utf-8")
            elif language == "sh":
                for line in text.splitlines():
                    self.said += self.run(line)

    def run(self, line: str, stdin: str = "") -> str:
        """Run one line in the site's folder."""
        return environments.run(line, commands=self.commands, cwd=self.folder, stdin=stdin)

    def article(self) -> tuple[str, dict[str, Any]]:
        """Return the newest article's page and its item in the feed of JSON."""
        item = json.loads(self.page("en/feed.json"))["items"][0]
        return self.page(urlsplit(item["url"]).path.strip("/") + ".html"), item

    def page(self, name: str) -> str:
        """Return the text of a pressed file."""
        return gzip.decompress((self.folder / f"var/sheets/{name}.gz").read_bytes()).decode()


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """Follow the page, publish an article that has all of it, and press."""
    commands = environments.make(tmp_path_factory.mktemp("environment") / "env")
    site = Followed(tmp_path_factory.mktemp("empty"), commands)
    site.follow()
    settings = "DJANGO_SETTINGS_MODULE=dateline.settings DATELINE_SITE=."
    told = site.run(f"{settings} {commands}/python -", stdin=PUBLISHED)
    site.told = json.loads(told.splitlines()[-1])
    site.run("dateline press")
    return site


def test_the_page_shows_files_and_commands_of_all_it_promises() -> None:
    names = {name for name, _language, _text in steps()}
    commands = "".join(text for name, language, text in steps() if language == "sh")

    assert len(names) > 10
    assert {line.split()[0] for line in commands.splitlines()} == {"dateline", "pip", "mkdir", "mv"}
    assert "pip wheel" in commands


def test_the_package_is_an_installed_wheel(followed: Followed) -> None:
    assert not (followed.folder / "pier").exists()
    assert list(followed.commands.parent.glob("lib/*/site-packages/pier-1.dist-info"))
    assert "Nothing is wrong" in followed.said


def test_our_masthead_stands_on_every_page(followed: Followed) -> None:
    for name in ("index.html", "en/latest.html", "en/headlines.html", "en/404.html"):
        page = followed.page(name)

        assert "Since 1911, from the end of the pier" in page
        assert ".since{" in page
        assert 'class="brand"' in page


def test_our_block_is_in_form_preview_page_feed_and_json(followed: Followed) -> None:
    page, item = followed.article()

    assert "pier_vessel" in followed.told["form"]
    assert 'class="vessel"><b>Anna Maria</b>' in followed.told["preview"]
    assert 'class="vessel"><b>Anna Maria</b>' in page
    assert ".vessel{" in page
    assert "&lt;b&gt;Anna Maria&lt;/b&gt;, Malta, 96 m" in followed.page("en/feed.rss")
    assert item["_blocks"][0] == {
        "name": "Anna Maria",
        "flag": "Malta",
        "length": 96,
        "kind": "pier_vessel",
    }


def test_our_kind_of_page_lists_what_was_published(followed: Followed) -> None:
    assert "The Anna Maria is in" in followed.page("en/analyses.html")


def test_our_field_is_in_form_preview_and_page(followed: Followed) -> None:
    page, _item = followed.article()

    assert "pier_tides-" in followed.told["form"]
    assert "High water: 14:20" in followed.told["preview"]
    assert "High water: 14:20" in page


def test_our_format_has_the_article(followed: Followed) -> None:
    lines = list(csv.reader(io.StringIO(followed.page("en/feed.csv"))))

    assert lines[0] == ["published", "headline", "address"]
    assert lines[1][1] == "The Anna Maria is in"
    assert "/en/feed.csv" in followed.page("en/feeds.html")


def test_all_pages_are_as_a_fresh_pressing_would_have_them(followed: Followed) -> None:
    assert "are as a fresh pressing" in followed.run("dateline press check")
