"""The cast of the tests: a desk, three people, and builders without randomness."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from dateline.agents.models import Agent, AgentName
from dateline.chronology.models import Attribution, Entry, Statement, StoryEntry
from dateline.settings.testing import SITE
from dateline.staff.actions import add_user, sync_editions
from dateline.staff.models import Desk, Edition, User
from dateline.stories.models import Article, Section, SectionName, Story, StoryText

NOON = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
_numbers = count(1)


def editions() -> tuple[Edition, Edition]:
    """Return the English and the Ukrainian edition."""
    english, ukrainian = sync_editions(SITE.editions, default="en")
    return english, ukrainian


def metro() -> Desk:
    """Return the desk Metro."""
    return Desk.objects.get_or_create(slug="metro", defaults={"name": "Metro"})[0]


def _person(username: str, role: str, name: str) -> User:
    known = User.objects.filter(username=username).first()
    return known or add_user(username, password="correct horse", role=role, name=name)


def rosa() -> User:
    """Return Rosa, a reporter of Metro."""
    person = _person("rosa", "reporter", "Rosa Marin")
    person.desks.add(metro())
    return person


def ed() -> User:
    """Return Ed, an editor of Metro."""
    person = _person("ed", "editor", "Ed Lane")
    person.desks.add(metro())
    return person


def oz() -> User:
    """Return Oz, a reporter of another desk and edition, who must be refused."""
    person = _person("oz", "reporter", "Oz Hart")
    person.editions.set([editions()[1]])
    return person


def a_section(name: str = "City", language: str = "en") -> Section:
    """Return a section, named in one language."""
    known = Section.objects.filter(name=name).first()
    if known:
        return known
    section = Section(name=name)
    section.names = [SectionName(language=language, name=name)]
    section.save()
    return section


def an_agent(name: str = "Harbour Board", kind: str = "organisation", **more: Any) -> Agent:
    """Return an agent with an English name."""
    known = Agent.objects.named(name)
    if known:
        return known
    agent = Agent(name=name, kind=kind, **more)
    agent.names = [AgentName(language="en", name=name)]
    agent.save()
    return agent


def a_story(title: str = "The fire at the grain terminal") -> Story:
    """Return a running story with an English title."""
    story = Story(slugline=f"FIRE-{next(_numbers)}")
    story.texts = [StoryText(language="en", title=title, slug=f"fire-{next(_numbers)}")]
    story.save()
    return story


def an_article(headline: str = "Ferries run again", **fields: Any) -> Article:
    """Return an unsaved article of the English edition with one paragraph."""
    edition = fields.pop("edition", None) or editions()[0]
    label = fields.pop("label", None)
    fields.setdefault("section", a_section())
    fields.setdefault("body", [("paragraph", "<p>The first ferry left at six.</p>")])
    return Article(edition=edition, headline=headline, labels=[label] if label else [], **fields)


def an_entry(story: Story, text: str = "The fire began.", when: str = "2026-03-01") -> Entry:
    """Return an unsaved entry of a story with one attributed statement."""
    entry = Entry(when=when, text={"en": text})
    entry.story_links = [StoryEntry(story=story)]
    statement = Statement(text={"en": text})
    statement.attributions = [Attribution(agent=an_agent())]
    entry.statements = [statement]
    return entry


def later(minutes: int) -> datetime:
    """Return a time after noon of the cast's day."""
    return NOON + timedelta(minutes=minutes)
