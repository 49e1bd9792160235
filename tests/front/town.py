"""A small newsroom for the tests of pages: two editions, three days, two stories.

Nothing in it is by chance; every address is known beforehand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from dateline.agents.models import Agent, AgentName, Programme, ProgrammeHost, ProgrammeName
from dateline.chronology import actions as chronology
from dateline.chronology.models import Attribution, Entry, Statement, StoryEntry, VersionSet
from dateline.lib.slugs import short_id
from dateline.newsfeed import actions as newsfeed
from dateline.newsfeed.models import Bulletin
from dateline.staff.models import Edition
from dateline.stories import actions
from dateline.stories.models import (
    Article,
    ArticleStory,
    ArticleTag,
    Byline,
    Related,
    Section,
    SectionName,
    StandingPage,
    Story,
    StoryText,
    Tag,
    TagName,
)
from tests import cast

DAY = timedelta(days=1)


@dataclass
class Town:
    """The keys of what was made: records are fetched anew for every edit."""

    board: int
    ann: int
    courier: int
    city: int
    opinion: int
    tag: int
    fire: int
    flood: int
    morning: int
    entries: list[int]
    ferries: int
    crane: int
    column: int
    ferries_uk: int
    line: int
    about: int
    versions: int

    def article(self, name: str) -> Article:
        """Return an article as it is now."""
        return Article.objects.get(pk=getattr(self, name))

    def entry(self, number: int) -> Entry:
        """Return an entry as it is now."""
        return Entry.objects.get(pk=self.entries[number])


def build() -> Town:
    """Make the newsroom and publish it."""
    english, ukrainian = cast.editions()
    board, ann, courier = _agents()
    city, opinion, tag = _sections()
    fire, flood = _story("fire", "The fire", "Пожежа"), _story("flood", "The flood", "")
    morning = _programme(ann)
    entries = [
        _entry(fire, "The fire began, the Harbour Board said.", "2026-03-01", board, 1),
        _entry(fire, "The Courier reported two fires.", "2026-03-02", courier, 2),
        _entry(flood, "The river rose.", "2026-02-01", board, 3),
    ]
    versions = _versions(fire, entries[:2])
    ferries = _ferries(city, english, ann, fire, tag)
    crane = _article(2, "A crane fell", city, edition=english, label="exclusive")
    crane.related_links = [Related(target=ferries)]
    crane.programme, crane.speaker, crane.host = morning, board, ann
    crane = actions.publish(crane, by=None, at=cast.NOON + timedelta(hours=1))
    column = _article(3, "Our harbour", opinion, edition=english, label="opinion")
    column = actions.publish(column, by=None, at=cast.NOON - DAY)
    ferries_uk = _article(1, "Пороми знову ходять", city, edition=ukrainian)
    ferries_uk = actions.publish(ferries_uk, by=None, at=cast.NOON + timedelta(hours=2))
    kept = {"board": board, "ann": ann, "courier": courier, "city": city, "opinion": opinion}
    kept |= {"tag": tag, "fire": fire, "flood": flood, "morning": morning, "ferries": ferries}
    kept |= {"crane": crane, "column": column, "ferries_uk": ferries_uk, "versions": versions}
    kept |= {"line": _line(english), "about": _about(english)}
    keys = {name: record.pk for name, record in kept.items()}
    return Town(**keys, entries=[one.pk for one in entries])


def _versions(fire: Story, entries: list[Entry]) -> VersionSet:
    statements = Statement.objects.filter(entry__in=[one.pk for one in entries])
    return chronology.compare(
        fire,
        list(statements.order_by("pk").values_list("uid", flat=True)),
        question={"en": "How many fires?"},
        by=None,
        at=cast.NOON,
    )


def _ferries(city: Section, english: Edition, ann: Agent, fire: Story, tag: Tag) -> Article:
    ferries = _article(1, "Ferries run again", city, edition=english)
    ferries.body = [
        ("paragraph", "<p>The first ferry left at six.</p>"),
        (
            "quote",
            {"text": "<p>We are glad.</p>", "speaker": ann, "role": "captain"},
        ),
        ("background", {"story": fire, "show": "all", "most": None}),
    ]
    ferries.story_links = [ArticleStory(story=fire, is_primary=True)]
    ferries.tag_links = [ArticleTag(tag=tag)]
    ferries.bylines = [Byline(agent=ann)]
    return actions.publish(ferries, by=None, at=cast.NOON)


def _line(english: Edition) -> Bulletin:
    return newsfeed.file(
        Bulletin(edition=english, headline="Wind turns east", published_at=cast.NOON - DAY),
        by=None,
        at=cast.NOON,
    )


def _about(english: Edition) -> StandingPage:
    about = StandingPage(edition=english, purpose="about", title="About us")
    about.body = [("paragraph", "<p>We print what we know.</p>")]
    return actions.publish(about, by=None, at=cast.NOON)


def _agents() -> tuple[Agent, Agent, Agent]:
    board = _agent("Harbour Board", "organisation", en="harbour-board")
    ann = _agent("Ann Dock", "person", en="ann-dock", uk="ann-dok")
    courier = _agent("The Courier", "outlet", en="the-courier")
    return board, ann, courier


def _agent(name: str, kind: str, **slugs: str) -> Agent:
    agent = Agent(name=name, kind=kind)
    agent.names = [
        AgentName(language=language, name=name, slug=slug) for language, slug in slugs.items()
    ]
    agent.save()
    return agent


def _sections() -> tuple[Section, Section, Tag]:
    city = Section(name="City", position=1)
    city.names = [
        SectionName(language="en", name="City", slug="city"),
        SectionName(language="uk", name="Місто", slug="misto"),
    ]
    city.save()
    opinion = Section(name="Opinion", position=2, is_opinion=True)
    opinion.names = [SectionName(language="en", name="Opinion", slug="opinion")]
    opinion.save()
    tag = Tag(name="Harbour")
    tag.names = [TagName(language="en", name="Harbour", slug="harbour")]
    tag.save()
    return city, opinion, tag


def _story(slug: str, english: str, ukrainian: str) -> Story:
    story = Story(slugline=slug.upper())
    story.texts = [StoryText(language="en", title=english, slug=slug)]
    if ukrainian:
        story.texts.add(StoryText(language="uk", title=ukrainian, slug=f"{slug}-uk"))
    story.save()
    return story


def _programme(host: Agent) -> Programme:
    programme = Programme(name="Morning")
    programme.names = [ProgrammeName(language="en", name="Morning", slug="morning")]
    programme.hosts = [ProgrammeHost(agent=host)]
    programme.save()
    return programme


def _entry(story: Story, text: str, when: str, agent: Agent, number: int) -> Entry:
    entry = Entry(uid=UUID(int=number << 96), when=when, text={"en": text})
    entry.story_links = [StoryEntry(story=story)]
    statement = Statement(uid=UUID(int=(100 + number) << 96), text={"en": text})
    statement.attributions = [Attribution(agent=agent)]
    entry.statements = [statement]
    return chronology.publish(entry, by=None, at=cast.NOON)


def _article(number: int, headline: str, section: Section, **fields: object) -> Article:
    key = UUID(int=number)
    slug = {"slug": "poromy"} if number == 1 and "Пороми" in headline else {}
    return cast.an_article(headline, section=section, translation_key=key, **slug, **fields)


def address(number: int, slug: str, *, edition: str = "en", day: str = "2026/03/04") -> str:
    """Return the address of one of the town's articles."""
    return f"/{edition}/{day}/{slug}-{short_id(UUID(int=number).int)}/"
