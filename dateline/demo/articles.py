"""Fill in the articles: each made, then published, updated, corrected and withdrawn in its turn."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5

from dateline.agents.models import Agent, Programme
from dateline.newsfeed import actions as newsfeed
from dateline.newsfeed.models import Bulletin
from dateline.staff.models import Desk, Edition, User
from dateline.stories import actions, signals
from dateline.stories.choices import Label
from dateline.stories.models import (
    Article,
    ArticleStory,
    ArticleTag,
    Byline,
    CorrectionText,
    Related,
    Section,
    Story,
    Tag,
)

from .article_files import WrittenArticle
from .bodies import BodyBuilder
from .calendar import Calendar

DESKS = {"uk": "ukrainian", "terminal-fire": "port", "ferry-strike": "port"}


@dataclass
class ArticleTargets:
    """All that an article may point to, by key."""

    calendar: Calendar
    editions: dict[str, Edition]
    sections: dict[str, Section]
    tags: dict[str, Tag]
    desks: dict[str, Desk]
    people: dict[str, Agent]
    stories: dict[str, Story]
    pictures: dict[str, dict[str, int]]
    documents: dict[str, int]
    programmes: dict[str, Programme]
    articles: dict[str, dict[str, int]] = field(default_factory=dict)

    def setter(self, language: str) -> BodyBuilder:
        """Return what sets the articles of one language."""
        return BodyBuilder(
            language,
            self.calendar,
            {key: one.pk for key, one in self.people.items()},
            self.pictures[language],
            self.articles.get(language, {}),
            {key: one.pk for key, one in self.stories.items()},
            self.documents,
        )


class Turn(NamedTuple):
    """One thing that happens to an article, in the order of time."""

    at: datetime
    verb: str
    piece: WrittenArticle


def stable_uid(*names: str) -> UUID:
    """Return the uid of a named thing of the demo, the same at every filling."""
    return uuid5(NAMESPACE_URL, ":".join(("dateline-demo", *names)))


def make_drafts(pieces: list[WrittenArticle], shelf: ArticleTargets) -> None:
    """Make a draft of every article, so that each can point to any other."""
    for piece in pieces:
        setter = shelf.setter(piece.language)
        article = Article(
            uid=stable_uid(piece.language, piece.key),
            translation_key=stable_uid(piece.key),
            edition=shelf.editions[piece.language],
            section=shelf.sections[piece.get("section")],
            headline=setter.line(piece.get("headline")),
            **_plain(piece, setter, shelf),
        )
        article.save()
        shelf.articles.setdefault(piece.language, {})[piece.key] = article.pk


def _plain(piece: WrittenArticle, setter: BodyBuilder, shelf: ArticleTargets) -> dict[str, Any]:
    """Return the fields of an article that may be empty."""
    picture = piece.get("lead") or piece.get("picture")
    desk = DESKS.get(piece.language) or DESKS.get(piece.get("story"), "metro")
    return {
        "feed_headline": setter.line(piece.get("feed")),
        "kicker": setter.line(piece.get("kicker")),
        "standfirst": setter.line(piece.get("standfirst")),
        "place": piece.get("place"),
        "labels": piece.listed("labels"),
        "slugline": piece.key.upper()[:60],
        "lead_picture_id": shelf.pictures[piece.language][picture] if picture else None,
        "desk": shelf.desks[desk],
        **_provenance(piece, shelf),
    }


def _provenance(piece: WrittenArticle, shelf: ArticleTargets) -> dict[str, Any]:
    """Return who is speaking, in which programme and with whom."""
    if not piece.get("programme"):
        return {}
    who, role = piece.split("speaker")
    programme = shelf.programmes[piece.get("programme")]
    moment = shelf.calendar.moment(piece.get("at")).astimezone(shelf.calendar.zone)
    return {
        "speaker": shelf.people[who],
        "speaker_role": role,
        "programme": programme,
        "host": shelf.people["wend"],
        "outlet": programme.outlet,
        "aired_on": moment.date(),
    }


def article_turns(pieces: list[WrittenArticle], calendar: Calendar) -> list[Turn]:
    """Return everything that happens to the articles, in the order of time."""

    def each() -> Iterator[Turn]:
        for piece in pieces:
            yield Turn(calendar.moment(piece.get("at")), "publish", piece)
            for verb in ("correction", "update", "withdraw"):
                if piece.get(verb):
                    yield Turn(calendar.moment(piece.split(verb)[0]), verb, piece)

    return sorted(each(), key=lambda turn: (turn.at, turn.verb, turn.piece.key))


def play_turn(turn: Turn, shelf: ArticleTargets, *, by: User) -> None:
    """Let one turn happen through the room's own actions."""
    piece = turn.piece
    article = Article.objects.get(pk=shelf.articles[piece.language][piece.key])
    if turn.verb == "withdraw":
        actions.withdraw(article, by=by, at=turn.at, note=piece.split("withdraw")[1])
        return
    _lay_out(article, piece, shelf, turn.at)
    if turn.verb == "publish":
        _link(article, piece, shelf)
        actions.publish(article, by=by, at=turn.at)
        _file_as_live(article, piece, by=by, at=turn.at)
    elif turn.verb == "update":
        actions.publish_update(article, by=by, at=turn.at, reason=piece.split("update")[1])
    else:
        _moment, kind, was, now, reason = piece.split("correction")
        text = CorrectionText.in_language(piece.language, was, now, reason=reason, kind=kind)
        actions.publish_correction(article, text, by=by, at=turn.at)


def _lay_out(article: Article, piece: WrittenArticle, shelf: ArticleTargets, at: datetime) -> None:
    """Set the text as it stood at that time: before its update, with its error."""
    calendar, setter = shelf.calendar, shelf.setter(piece.language)
    grown = not piece.get("update") or calendar.moment(piece.split("update")[0]) <= at
    top = piece.get("lead") or piece.get("picture")
    blocks = [
        one
        for one in piece.blocks
        if (grown or not one.late) and (one.kind, one.parts[:1]) != ("picture", (top,))
    ]
    words = json.dumps(setter.body(blocks, piece.key), ensure_ascii=False)
    standfirst = setter.line(piece.get("standfirst"))
    if piece.get("correction"):
        moment, _kind, was, now, _reason = piece.split("correction")
        if calendar.moment(moment) > at:
            words, standfirst = words.replace(now, was), standfirst.replace(now, was)
    article.body, article.standfirst = words, standfirst


def _link(article: Article, piece: WrittenArticle, shelf: ArticleTargets) -> None:
    """Set bylines, story, subjects and what to read besides."""
    also = [key for block in piece.blocks if block.kind == "also" for key in block.parts]
    keys = shelf.articles[piece.language]
    article.bylines = [
        Byline(agent=shelf.people[key], position=place)
        for place, key in enumerate(piece.listed("by"))
    ]
    article.tag_links = [
        ArticleTag(tag=shelf.tags[key], position=place)
        for place, key in enumerate(piece.listed("tags"))
    ]
    article.related_links = [
        Related(target_id=keys[key], position=place) for place, key in enumerate(also)
    ]
    if story := piece.get("story"):
        article.story_links = [ArticleStory(story=shelf.stories[story])]


def _file_as_live(article: Article, piece: WrittenArticle, *, by: User, at: datetime) -> None:
    """Give the article's line in the newsfeed the label that no editor sets on an article."""
    if piece.get("live"):
        line = Bulletin.objects.get(article=article)
        line.label = Label.LIVE
        newsfeed.file(line, by=by, at=at)


def clear_behind(pieces: list[WrittenArticle], shelf: ArticleTargets) -> None:
    """Clear "behind" where both language versions were updated, each in its turn."""
    updated = {
        piece.key: [one for one in pieces if one.key == piece.key and one.get("update")]
        for piece in pieces
    }
    for key, both in updated.items():
        if len(both) < 2:
            continue
        for article in Article.objects.filter(translation_key=stable_uid(key), live=True):
            Article.objects.filter(pk=article.pk).update(behind_since=None)
            article.refresh_from_db()
            signals.article_changed.send(sender=Article, instance=article)
