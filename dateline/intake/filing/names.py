"""Find or make those a page names: agents, programmes, tags, a section."""

from __future__ import annotations

from typing import Any

from django.db import models

from dateline.agents import actions as agents
from dateline.agents.models import Agent, Programme, ProgrammeHost, ProgrammeName
from dateline.lib import slugs
from dateline.lib.languages import language as known
from dateline.lib.text import shorten
from dateline.stories.models import Section, SectionName, Tag, TagName

from .case import Case


def agent(name: str, *, kind: str, language: str, about: str = "") -> Agent:
    """Return the agent of that name or alias; a new one is described as the page does."""
    found, made = agents.find_or_make(shorten(name, 160), kind=kind, language=language)
    if made and about:
        found.description = {language: role(about, language)[:300]}
        found.save()
    return found


def role(about: str, language: str) -> str:
    """Return a description as a role: "a professor at …" without its article."""
    first, _, rest = " ".join(about.split()).partition(" ")
    return rest if rest and first.lower() in known(language).articles else f"{first} {rest}".strip()


def programme(name: str, *, outlet: Agent | None, host: Agent | None, language: str) -> Programme:
    """Return the programme of that name, made with its outlet and host if there is none."""
    rows = ProgrammeName.objects.filter(name__iexact=name)
    known = rows.select_related("programme").order_by("pk").first()
    if known:
        return known.programme
    made = Programme(name=name[:160], outlet=outlet)
    slug = free_slug(ProgrammeName, name, language)
    made.names = [ProgrammeName(language=language, name=made.name, slug=slug)]
    if host:
        made.hosts = [ProgrammeHost(agent=host)]
    made.save()
    return made


def tag(name: str, *, language: str) -> Tag:
    """Return the tag of that name, made if there is none."""
    known = TagName.objects.filter(name__iexact=name).select_related("tag").order_by("pk").first()
    if known:
        return known.tag
    made = Tag(name=name[:120])
    slug = free_slug(TagName, name, language)
    made.names = [TagName(language=language, name=made.name, slug=slug)]
    made.save()
    return made


def section(case: Case) -> Section:
    """Return where imports go: the first section of news in that language, made if none is."""
    language = case.language
    known = Section.objects.in_language(language).filter(is_opinion=False).first()
    if known:
        return known
    made = Section(name=case.sentence("news"))
    slug = free_slug(SectionName, made.name, language)
    slug = f"{slug}-1" if slugs.is_reserved(slug) else slug
    made.names = [SectionName(language=language, name=made.name, slug=slug)]
    made.save()
    return made


def free_slug(rows: type[models.Model], words: str, language: str) -> str:
    """Return a slug that no other row of that table has in that language."""
    base = slugs.slug(words, language=language, limit=70)
    table: Any = rows._default_manager
    slug, number = base, 1
    while table.filter(language=language, slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    return slug
