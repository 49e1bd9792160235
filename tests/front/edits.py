"""Edits of the small town, each as an editor or a desk would make it."""

from __future__ import annotations

from datetime import timedelta

from dateline.agents import actions as agents
from dateline.agents.models import Agent, AgentName, Programme
from dateline.chronology import actions as chronology
from dateline.chronology.models import StoryEntry, VersionSet
from dateline.newsfeed import actions as newsfeed
from dateline.newsfeed.models import Bulletin, Strip
from dateline.stories import actions
from dateline.stories.models import (
    Article,
    ArticleTag,
    CorrectionText,
    Section,
    StandingPage,
    Story,
    StoryText,
    Tag,
    TagName,
    Zone,
)
from tests import cast
from tests.front.town import Town

LATER = cast.NOON + timedelta(hours=4)


def _publish(article: Article) -> None:
    actions.publish(article, by=None, at=LATER)


def _set(article: Article, **fields: object) -> None:
    for name, value in fields.items():
        setattr(article, name, value)
    _publish(article)


def body_typo(town: Town) -> None:
    """Mend a word in the body of the column."""
    _set(town.article("column"), body=[("paragraph", "<p>The first ferry left at seven.</p>")])


def headline(town: Town) -> None:
    """Give the column another headline; its address stays."""
    _set(town.article("column"), headline="Our own harbour")


def feed_headline(town: Town) -> None:
    """Give the column another headline in lists alone."""
    _set(town.article("column"), feed_headline="Column: our harbour")


def kicker(town: Town) -> None:
    """Give the column a kicker, which no list shows."""
    _set(town.article("column"), kicker="From the quay")


def standfirst(town: Town) -> None:
    """Give the column a standfirst: shown by its own page, cards and feeds."""
    _set(town.article("column"), standfirst="Why the harbour matters.")


def lasting(town: Town) -> None:
    """Mark the column as lasting: it has no age notice yet, so nothing is to be seen."""
    _set(town.article("column"), is_lasting=True)


def nothing(town: Town) -> None:
    """Publish the column again as it is."""
    _publish(town.article("column"))


def draft(town: Town) -> None:
    """Save a draft of the column."""
    column = town.article("column")
    column.headline = "Not yet"
    column.save_revision()


def tagged(town: Town) -> None:
    """Give the column the town's tag."""
    column = town.article("column")
    column.tag_links = [ArticleTag(tag_id=town.tag)]
    _publish(column)


def updated(town: Town) -> None:
    """Publish a material change of the column."""
    actions.publish_update(town.article("column"), by=None, at=LATER, reason="New figures")


def corrected(town: Town) -> None:
    """Publish a correction of the column."""
    actions.publish_correction(
        town.article("column"),
        CorrectionText.in_language("en", "six boats", "seven boats"),
        by=None,
        at=LATER,
    )


def new_article(town: Town) -> None:
    """Publish a new article in the section City."""
    new = cast.an_article("Bridge opens", section_id=town.city, section=None)
    _publish(new)


def new_article_of_the_past(town: Town) -> None:
    """Publish an article with the date of the day before yesterday."""
    new = cast.an_article("Bridge planned", section_id=town.opinion, section=None)
    new.published_at = cast.NOON - timedelta(days=2)
    _publish(new)


def withdrawn(town: Town) -> None:
    """Withdraw the column."""
    actions.withdraw(town.article("column"), by=None, at=LATER, note="It was not ours.")


def deleted(town: Town) -> None:
    """Delete the column."""
    actions.delete(town.article("column"), by=None, at=LATER)


def held(town: Town) -> None:
    """Hold the column back."""
    actions.hold(town.article("column"), kind="legal", reason="A letter.", by=None, at=LATER)


def new_slug(town: Town) -> None:
    """Give the column another address."""
    _set(town.article("column"), slug="the-harbour")


def entry_text(town: Town) -> None:
    """Change the words of the first entry of the fire."""
    entry = town.entry(0)
    entry.text = {"en": "The fire began at noon in the second grain silo."}
    chronology.publish(entry, by=None, at=LATER)


def entry_date(town: Town) -> None:
    """Move the flood's only entry to another day."""
    entry = town.entry(2)
    entry.when = "2026-02-03"
    chronology.publish(entry, by=None, at=LATER)


def entry_added(town: Town) -> None:
    """Add an entry to the fire."""
    story = Story.objects.get(pk=town.fire)
    entry = cast.an_entry(story, "The fire was out, the Harbour Board said.", "2026-03-03")
    chronology.publish(entry, by=None, at=LATER)


def entry_moved(town: Town) -> None:
    """Move the flood's only entry to the story of the fire."""
    entry = town.entry(2)
    entry.story_links = [StoryEntry(story_id=town.fire)]
    chronology.publish(entry, by=None, at=LATER)


def entry_gone(town: Town) -> None:
    """Take the flood's only entry off the site."""
    actions.unpublish(town.entry(2), by=None, at=LATER)


def entry_corrected(town: Town) -> None:
    """Correct the flood's only entry, in its own words and in its statement's."""
    entry = town.entry(2)
    statement = entry.statements.get()
    entry.text = statement.text = {"en": "The river fell."}
    entry.statements = [statement]
    chronology.correct(entry, CorrectionText({"en": "rose"}, {"en": "fell"}), by=None, at=LATER)


def question(town: Town) -> None:
    """Ask another question above the versions of the fire."""
    versions = VersionSet.objects.get(pk=town.versions)
    versions.question = {"en": "One fire or two?"}
    versions.save()


def agent_renamed(town: Town) -> None:
    """Give the outlet another name; its address stays."""
    _rename(town.courier, "The Daily Courier")


def _rename(agent_id: int, name: str) -> None:
    agent = Agent.objects.get(pk=agent_id)
    agent.name = name
    agent.names = [
        AgentName(pk=one.pk, language=one.language, name=name, slug=one.slug)
        for one in agent.names.all()
    ]
    agent.save()


def agent_described(town: Town) -> None:
    """Describe the outlet in English."""
    agent = Agent.objects.get(pk=town.courier)
    agent.description = {"en": "A daily paper."}
    agent.save()


def agents_merged(town: Town) -> None:
    """Merge the outlet into the board."""
    board = Agent.objects.get(pk=town.board)
    agents.merge(Agent.objects.get(pk=town.courier), into=board, by=None, at=LATER)


def programme_about(town: Town) -> None:
    """Say in English what the programme is about."""
    programme = Programme.objects.get(pk=town.morning)
    name = programme.names.get()
    name.about = "News at seven."
    programme.names = [name]
    programme.save()


def story_retitled(town: Town) -> None:
    """Give the flood another title; its address stays."""
    story = Story.objects.get(pk=town.flood)
    text = story.texts.get()
    story.texts = [StoryText(pk=text.pk, language="en", title="The great flood", slug=text.slug)]
    story.save()


def section_line(town: Town) -> None:
    """Say in one line what the section Opinion is."""
    section = Section.objects.get(pk=town.opinion)
    name = section.names.get()
    name.line = "What we think."
    section.names = [name]
    section.save()


def tag_in_ukrainian(town: Town) -> None:
    """Name the tag in Ukrainian too."""
    tag = Tag.objects.get(pk=town.tag)
    tag.names = [*tag.names.all(), TagName(language="uk", name="Гавань", slug="havan")]
    tag.save()


def line_filed(town: Town) -> None:
    """File a line of the newsfeed."""
    line = Bulletin(edition=cast.editions()[0], headline="Fog", published_at=LATER)
    newsfeed.file(line, by=None, at=LATER)


def line_mended(town: Town) -> None:
    """Mend the line of yesterday."""
    line = Bulletin.objects.get(pk=town.line)
    line.headline = "Wind turns west"
    newsfeed.file(line, by=None, at=LATER)


def zone_filled(town: Town) -> None:
    """Put the column on top of the home page."""
    Zone.objects.create(edition=cast.editions()[0], kind="lead", article_id=town.column)


def strip_raised(town: Town) -> None:
    """Put up a breaking strip that is on now."""
    start = cast.NOON
    strip = Strip(
        edition=cast.editions()[0], text="Fire", from_at=start, until_at=start + timedelta(days=1)
    )
    newsfeed.raise_strip(strip, by=None, at=LATER)


def about_mended(town: Town) -> None:
    """Mend the text of the page About us."""
    page = StandingPage.objects.get(pk=town.about)
    page.body = [("paragraph", "<p>We print what we have seen.</p>")]
    actions.publish(page, by=None, at=cast.NOON)
