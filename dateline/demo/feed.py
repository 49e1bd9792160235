"""Fill in the newsfeed's lines that have no article, and the drafts that wait on the desk."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from dateline.newsfeed import actions
from dateline.newsfeed.models import Bulletin
from dateline.staff.models import User
from dateline.stories.models import Article, ArticleStory, Note

from .articles import ArticleTargets, stable_uid

UNSTATED = "-"


def file_bulletins(shelf: ArticleTargets, *, by: User) -> int:
    """File every line of content/bulletins.txt for an edition that the site has."""
    source = files("dateline.demo") / "content" / "bulletins.txt"
    lines = source.read_text(encoding="utf-8").splitlines()
    rows = [line.split("|") for line in lines if line and not line.startswith("#")]
    count = 0
    for number, row in enumerate(rows):
        language, moment, label, who, headline = (cell.strip() for cell in row)
        if language not in shelf.editions:
            continue
        at = shelf.calendar.moment(moment)
        line = Bulletin(
            uid=stable_uid("bulletin", str(number)),
            edition=shelf.editions[language],
            published_at=at,
            label=label,
            headline=shelf.setter(language).line(headline),
            source=shelf.people.get(who),
            source_not_stated=who == UNSTATED,
        )
        actions.file(line, by=by, at=at)
        count += 1
    return count


def make_open_drafts(entries: list[dict[str, Any]], shelf: ArticleTargets, *, by: User) -> int:
    """Make the drafts that wait for somebody, each with a note between colleagues."""
    wanted = [entry for entry in entries if entry["edition"] in shelf.editions]
    for entry in wanted:
        article = Article(
            uid=stable_uid("draft", entry["slugline"]),
            translation_key=stable_uid("draft", entry["slugline"], "key"),
            edition=shelf.editions[entry["edition"]],
            section=shelf.sections[entry["section"]],
            headline=entry["headline"],
            standfirst=entry["standfirst"],
            slugline=entry["slugline"],
        )
        if entry["story"]:
            article.story_links = [ArticleStory(story=shelf.stories[entry["story"]])]
        article.full_clean()
        article.save()
        article.save_revision(user=by)
        Note.objects.create(article=article, text=entry["note"], by=by, at=shelf.calendar.at)
    return len(wanted)
