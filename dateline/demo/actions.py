"""What the demo does: fills an empty site with the newsroom of Kelmar, in one transaction."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from importlib.resources import files
from typing import Any

from django.db import transaction
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from dateline.agents.models import Agent
from dateline.newsfeed.models import Bulletin
from dateline.staff.models import Edition
from dateline.stories.models import Article

from . import article_files, articles, chronologies, documents, feed, people, site_records
from .articles import ArticleTargets
from .calendar import Calendar
from .people import Login

LANGUAGES = ("en", "uk")
STORIES = ("terminal-fire", "stonegate-dam", "ferry-strike")


class NoEdition(RuntimeError):
    """A site without an edition in a language in which the demo is written."""


@dataclass(frozen=True, slots=True)
class DemoReport:
    """The result of filling the demo; made is empty where the site had articles already.

    logins: people who can log in, with passwords that are shown here and kept nowhere.
    """

    filled: bool
    made: dict[str, int] = field(default_factory=dict)
    logins: tuple[Login, ...] = ()


def read_content(name: str) -> dict[str, Any]:
    """Read one TOML file of the demo's content."""
    source = files("dateline.demo") / "content" / name
    return tomllib.loads(source.read_text(encoding="utf-8"))


@transaction.atomic
def fill_demo(*, at: datetime) -> DemoReport:
    """Fill an empty site with the sample newsroom; do nothing where there are articles.

    at: the instant on which all dates hang, aware. Raises NoEdition, and saves nothing then.
    """
    if Article.objects.exists():
        return DemoReport(filled=False)
    with disable_reference_index_auto_update():
        report = _fill(at)
    for article in Article.objects.all():
        ReferenceIndex.create_or_update_for_object(article)
    return report


def _fill(at: datetime) -> DemoReport:
    """Fill in everything; Wagtail's index of references is made once, by the caller."""
    editions = _editions()
    calendar = Calendar(at, next(iter(editions.values())).zone)
    room = read_content("newsroom.toml")
    staff, logins = people.make_users(room["user"], people.make_desks(room["desk"]), editions)
    editor = staff["editor"]
    shelf = _shelf(room, editions, calendar)
    told = _stories(shelf, calendar)
    pieces = [one for one in article_files.read_articles() if one.language in editions]
    articles.make_drafts(pieces, shelf)
    for data in told:
        chronologies.ChronologyFiller(
            data, shelf.stories[data["key"]], shelf.people, calendar, by=editor
        ).fill()
    for turn in articles.article_turns(pieces, calendar):
        articles.play_turn(turn, shelf, by=editor)
    articles.clear_behind(pieces, shelf)
    feed.file_bulletins(shelf, by=editor)
    feed.make_open_drafts(room["draft"], shelf, by=staff["reporter"])
    site_records.standing_pages(editions, by=editor, at=at)
    _front(room, shelf, editor)
    return DemoReport(filled=True, made=_counted(shelf, told), logins=tuple(logins))


def _editions() -> dict[str, Edition]:
    """Return the site's editions that the demo can fill, by language."""
    found = {one.language: one for one in Edition.objects.of_site() if one.language in LANGUAGES}
    if "en" not in found:
        raise NoEdition("the demo newsroom needs an English edition; this site has none")
    return found


def _shelf(
    room: dict[str, Any], editions: dict[str, Edition], calendar: Calendar
) -> ArticleTargets:
    """Make what articles point to: people, departments, subjects, pictures."""
    cast = people.make_agents(read_content("agents.toml")["agent"], calendar)
    weekly = room["programme"]
    return ArticleTargets(
        calendar=calendar,
        editions=editions,
        sections=site_records.make_sections(room["section"]),
        tags=site_records.make_tags(room["tags"]),
        desks=people.make_desks(room["desk"]),
        people=cast,
        stories={},
        pictures=site_records.draw_pictures(read_content("pictures.toml"), list(editions)),
        documents=documents.make_documents(read_content("documents.toml"), cast, calendar),
        programmes={weekly["key"]: people.make_programme(weekly, cast, calendar)},
    )


def _stories(shelf: ArticleTargets, calendar: Calendar) -> list[dict[str, Any]]:
    """Make the running stories and return what is told in each."""
    told = [read_content(f"stories/{name}.toml") for name in STORIES]
    for data in told:
        shelf.stories[data["key"]] = chronologies.make_story(data, shelf.sections, at=calendar.at)
    return told


def _front(room: dict[str, Any], shelf: ArticleTargets, editor: Any) -> None:
    """Fill the home pages and put the breaking strips up."""
    for language, edition in shelf.editions.items():
        keys = shelf.articles[language]
        site_records.fill_home_page(room["home"][language], edition, keys, shelf.stories)
        entry = room["strip"][language]
        site_records.put_strip_up(
            entry, edition, keys[entry["article"]], by=editor, at=shelf.calendar.at
        )


def _counted(shelf: ArticleTargets, told: list[dict[str, Any]]) -> dict[str, int]:
    """Count what was made, by kind."""
    counts = Counter(articles=Article.objects.filter(published_at__isnull=False).count())
    for data in told:
        counts["entries"] += len(data["entry"])
        counts["statements"] += sum(len(one.get("statement", ())) for one in data["entry"])
        counts["versions"] += len(data["versions"])
    counts["stories"] = len(told)
    counts["bulletins"] = Bulletin.objects.filter(article=None).count()
    counts["agents"] = Agent.objects.count()
    counts["pictures"] = sum(len(set(one.values())) for one in shelf.pictures.values())
    return dict(counts)
