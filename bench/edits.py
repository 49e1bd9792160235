"""Make edits as editors do, and measure when each is on the disk."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from statistics import median
from typing import Any

from dateline.chronology import actions as chronology
from dateline.chronology.models import Entry
from dateline.front import addresses
from dateline.lib import when
from dateline.press import clock
from dateline.press.filing.filing import FiledBatch
from dateline.press.worker.batches import Press, PressReport
from dateline.staff.models import Edition, User
from dateline.stories import actions
from dateline.stories.models import Article, ArticleStory, ArticleTag, Byline

from . import forms, records, shape, words
from .records import Place
from .shape import Shape
from .sites import USER
from .times import Times, middle

RECENT, OLD = 100, 0.8


@dataclass
class Desk:
    """The editor at work: where, who, at what time; the numbers of edits made so far."""

    place: Place
    by: User
    at: datetime = shape.LAST
    turns: dict[str, int] = field(default_factory=dict)

    def turn(self, kind: str) -> int:
        """Return how many edits of a kind came before this one; a minute passes."""
        self.at += timedelta(minutes=1)
        self.turns[kind] = self.turns.get(kind, -1) + 1
        return self.turns[kind]

    def recent(self, turn: int) -> Article:
        """Return one of the newest articles, none twice."""
        return Article.objects.get(pk=self.place.shape.size - turn)

    def old(self, turn: int) -> Article:
        """Return an article from the older part of the archive."""
        chance = shape.chance_of(9, turn)
        return Article.objects.get(pk=1 + int(chance.random() * self.place.shape.size * OLD))


def desk(size: int) -> Desk:
    """Return the desk of the open site, a minute after its newest article."""
    place = Place(Edition.objects.get(is_default=True), Shape(size))
    newest = Article.objects.filter(live=True).order_by("-published_at")[0].published_at
    return Desk(place, User.objects.get(username=USER), max(newest or shape.LAST, shape.LAST))


def fresh(desk: Desk, turn: int) -> Article:
    """Return a new article as a reporter leaves it, unsaved: text, author, story, tag."""
    size = desk.place.shape.size
    chance = shape.chance_of(8, turn)
    article = Article(
        edition=desk.place.edition,
        section_id=1 + turn % shape.SECTIONS,
        headline=f"{words.headline(chance)} {turn}",
        standfirst=words.passage(chance, 2, 2)[:500],
    )
    article.body = records.body(desk.place, size + turn, turn % 40, size - 1, chance)
    article.bylines = [Byline(agent_id=1 + turn % shape.AUTHORS)]
    story = max(0, desk.place.shape.stories - 1 - turn % 20)
    article.story_links = [ArticleStory(story_id=1 + story)]
    article.tag_links = [ArticleTag(tag_id=1 + desk.place.shape.tag(chance))]
    return article


def new_article(desk: Desk, turn: int) -> str:
    """Publish a new article."""
    return _address(actions.publish(fresh(desk, turn), by=desk.by, at=desk.at))


def back_dated(desk: Desk, turn: int) -> str:
    """Publish a new article under an old date."""
    article = fresh(desk, 1000 + turn)
    number = int(Random(turn).random() * desk.place.shape.size * OLD)  # noqa: S311
    article.published_at = desk.place.shape.at(number) + timedelta(seconds=1)
    return _address(actions.publish(article, by=desk.by, at=desk.at))


def typo_recent(desk: Desk, turn: int) -> str:
    """Mend a typing error in the text of a recent article."""
    return _typo(desk, desk.recent(turn))


def typo_old(desk: Desk, turn: int) -> str:
    """Mend a typing error in the text of an old article."""
    return _typo(desk, desk.old(turn))


def _typo(desk: Desk, article: Article) -> str:
    blocks = article.body.get_prep_value()
    blocks[2]["value"] = blocks[2]["value"].replace("</p>", " Mended.</p>")
    article.body = blocks
    return _address(actions.publish(article, by=desk.by, at=desk.at))


def headline_recent(desk: Desk, turn: int) -> str:
    """Change the headline of a recent article."""
    return _headline(desk, desk.recent(RECENT + turn))


def headline_old(desk: Desk, turn: int) -> str:
    """Change the headline of an old article."""
    return _headline(desk, desk.old(1000 + turn))


def _headline(desk: Desk, article: Article) -> str:
    article.headline = f"{article.headline[:150]} again"
    return _address(actions.publish(article, by=desk.by, at=desk.at))


def unpublished(desk: Desk, _turn: int) -> str:
    """Take a recent article off the site."""
    last = desk.place.shape.size - 2 * RECENT
    article = Article.objects.filter(live=True, pk__lte=last).order_by("-pk")[0]
    address = _address(article)
    actions.unpublish(article, by=desk.by, at=desk.at)
    return address


def entry_changed(desk: Desk, turn: int) -> str:
    """Change the words of an entry of a running story; its page is what is waited for."""
    story = max(0, desk.place.shape.stories - 1 - turn % 20)
    number = desk.place.shape.entries_of(story)[turn // 20 % shape.ENTRIES]
    entry = Entry.objects.get(pk=number + 1)
    language = desk.place.edition.language
    entry.text = {language: f"{entry.text[language][:500]} Turn {turn}."}
    chronology.publish(entry, by=desk.by, at=desk.at)
    link = entry.story_links.first()
    assert link is not None  # noqa: S101 - every entry of these newsrooms has one
    slug = link.story.texts.get(language=language).slug
    return addresses.story(desk.place.edition.code, slug)


def _address(article: Article) -> str:
    """Return where a published article lies."""
    assert article.published_at is not None  # noqa: S101 - it is published
    day = when.local_day(article.published_at, article.edition.zone)
    return addresses.article(article.edition.code, day, article.slug, article.short_id)


Edit = Callable[[Desk, int], str]

KINDS: dict[str, Edit] = {
    "new article": new_article,
    "typing error, recent": typo_recent,
    "typing error, old": typo_old,
    "headline, recent": headline_recent,
    "headline, old": headline_old,
    "back-dated article": back_dated,
    "unpublished": unpublished,
    "chronology entry": entry_changed,
}


class Timed(PressReport):
    """Notes the CPU time at which each address was last on the disk."""

    def __init__(self) -> None:
        super().__init__()
        self.times: dict[str, float] = {}

    def add(self, filed: FiledBatch) -> None:
        """Take in what became of a batch, now that its files have their names."""
        super().add(filed)
        self.times |= dict.fromkeys(filed.pressed, time.process_time())


def measure(edit: Edit, kind: str, desk: Desk, press: Press) -> Times:
    """Make one edit, press what it touched, and note when each thing was there.

    A takedown presses before it returns, so all of it counts as the editor's.
    """
    home = {addresses.ROOT, addresses.home(desk.place.edition.code)}
    turn = desk.turn(kind)
    clock.use(lambda: desk.at + timedelta(seconds=30))
    began = time.process_time()
    address = edit(desk, turn)
    committed = time.process_time()
    times = Times(editor=(committed - began) * 1000)
    report = press.report = Timed()
    while press.batch():
        pass
    times.all = (time.process_time() - committed) * 1000
    shown = {path: (at - committed) * 1000 for path, at in report.times.items()}
    times.article = shown.get(address)
    times.home = max((shown[path] for path in home if path in shown), default=None)
    times.sheets = report.count
    return times


def run(
    desk: Desk, count: int, tell: Callable[[str], None], first: int = 0
) -> dict[str, list[Times]]:
    """Measure every kind so many times, and once more before; first: edits of earlier runs."""
    press = Press(worker="bench")
    press.until_idle()
    found = {}
    for kind, edit in KINDS.items():
        desk.turns[kind] = first - 1
        measure(edit, f"{kind}, before", desk, press)
        found[kind] = [measure(edit, kind, desk, press) for _turn in range(count)]
        tell(f"{kind}: {middle(found[kind])}")
    return found


def through_the_form(at: Desk, count: int) -> list[dict[str, Any]]:
    """Measure the newsroom's real form on recent articles: to open it, and to publish by it."""
    press = Press(worker="bench")
    client = forms.signed_in(at.by)
    found = []
    for turn in range(count + 1):
        found.append(forms.publish(client, at.recent(3 * RECENT + turn)))
        press.until_idle()
    opened, sent = zip(*found[1:], strict=True)
    return [
        {"request": "open the form", "CPU ms": round(median(opened), 1)},
        {"request": "publish by it", "CPU ms": round(median(sent), 1)},
    ]
