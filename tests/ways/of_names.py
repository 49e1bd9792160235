"""Ways in which people, bodies, programmes, sections and tags change and go."""

from __future__ import annotations

from django.db import transaction

from dateline.agents import actions as agents
from dateline.agents.models import Agent, AgentRole, Programme
from dateline.chronology.models import VersionSet
from dateline.newsfeed import actions as newsfeed
from dateline.newsfeed.models import Strip
from dateline.stories.models import Section, SectionName, Tag, TagName
from tests import cast


def merge(town, desk):
    """Merge one agent into another."""
    yield
    _merge(town.courier, town.board, desk)


def merge_a_chain(town, desk):
    """Merge an agent into which another was merged already."""
    other = cast.an_agent("Port Office")
    _merge(town.courier, other.pk, desk)
    yield
    _merge(other.pk, town.board, desk)


def merge_a_body(town, desk):
    """Merge a body for which somebody speaks."""
    ann = Agent.objects.get(pk=town.ann)
    ann.side_id = town.courier
    ann.save()
    yield
    _merge(town.courier, town.board, desk)


def _merge(one, into, desk):
    into = Agent.objects.get(pk=into)
    agents.merge(Agent.objects.get(pk=one), into=into, by=desk.user, at=cast.NOON)


def delete_an_agent(town, desk):
    """Delete a body that somebody held a role in."""
    body = cast.an_agent("Port Office")
    ann = Agent.objects.get(pk=town.ann)
    ann.roles = [AgentRole(title={"en": "clerk"}, organisation=body)]
    ann.save()
    yield
    body.delete()


def delete_agents_by_query(town, desk):
    """Delete agents by a query, past the model's own delete."""
    cast.an_agent("Port Office")
    yield
    with transaction.atomic():
        Agent.objects.filter(name="Port Office").delete()


def change_a_programme(town, desk):
    """Give a programme another outlet."""
    programme = Programme.objects.get(pk=town.morning)
    programme.outlet_id = town.courier
    yield
    programme.save()


def delete_a_programme(town, desk):
    """Delete a programme that no article names."""
    programme = Programme(name="Evening")
    programme.save()
    yield
    programme.delete()


def section_out_of_the_navigation(town, desk):
    """Take a section out of the navigation."""
    section = Section.objects.get(pk=town.city)
    section.in_nav = False
    yield
    section.save()


def delete_a_section(town, desk):
    """Delete a section without articles, which the navigation shows."""
    section = Section(name="Sport", position=3)
    section.names = [SectionName(language="en", name="Sport", slug="sport")]
    section.save()
    yield
    with transaction.atomic():
        section.delete()


def delete_a_tag(town, desk):
    """Delete a tag that no article bears."""
    tag = Tag(name="Ships")
    tag.names = [TagName(language="en", name="Ships", slug="ships")]
    tag.save()
    yield
    with transaction.atomic():
        tag.delete()


def delete_versions(town, desk):
    """Delete versions side by side."""
    yield
    VersionSet.objects.get(pk=town.versions).delete()


def _strip(town, desk):
    strip = Strip(
        edition=cast.editions()[0],
        text="Fire",
        article_id=town.column,
        from_at=cast.NOON,
        until_at=cast.later(600),
    )
    return newsfeed.raise_strip(strip, by=desk.user, at=cast.NOON)


def raise_a_strip(town, desk):
    """Put a breaking strip up."""
    yield
    _strip(town, desk)


def change_a_strip(town, desk):
    """Change the words of a strip."""
    strip = _strip(town, desk)
    strip.text = "Fire is out"
    yield
    strip.save()


def delete_a_strip(town, desk):
    """Delete a strip."""
    strip = _strip(town, desk)
    yield
    with transaction.atomic():
        strip.delete()
