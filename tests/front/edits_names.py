"""Edits of what many pages name: pictures, people, tags, sections, stories, editions."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.core.files.base import ContentFile
from PIL import Image

from dateline.agents.models import AgentName
from dateline.media.models import Picture
from dateline.settings.testing import SITE
from dateline.staff.actions import sync_editions
from dateline.stories import actions
from dateline.stories.models import (
    Hold,
    Section,
    SectionName,
    Story,
    StoryText,
    Tag,
    TagName,
)
from tests import cast
from tests.front.edits import LATER, _publish, _rename, _set
from tests.front.town import Town


def photo(shade: int) -> ContentFile:
    """Return a small picture of one shade as a file."""
    body = io.BytesIO()
    Image.new("RGB", (48, 32), (shade, shade, shade)).save(body, "PNG")
    return ContentFile(body.getvalue(), name=f"shade-{shade}.png")


def led(town: Town) -> None:
    """Give the column a lead picture."""
    picture = Picture(title="Quay", credit={"en": "Ann Dock"}, caption={"en": "The quay"})
    picture.file.save("quay.png", photo(40), save=False)
    picture.save()
    _set(town.article("column"), lead_picture=picture)


def _picture() -> Picture:
    return Picture.objects.get(title="Quay")


def picture_replaced(_town: Town) -> None:
    """Put another file in place of the picture."""
    picture = _picture()
    picture.file.save("quay.png", photo(200), save=False)
    picture.save()


def picture_captioned(_town: Town) -> None:
    """Give the picture another caption."""
    picture = _picture()
    picture.caption = {"en": "The old quay"}
    picture.save()


def picture_credited(_town: Town) -> None:
    """Give the picture another credit."""
    picture = _picture()
    picture.credit = {"en": "Harbour Board"}
    picture.save()


def picture_retitled(_town: Town) -> None:
    """Give the picture another title, which only editors see."""
    picture = _picture()
    picture.title = "The quay by day"
    picture.save()


def picture_deleted(_town: Town) -> None:
    """Delete the picture."""
    _picture().delete()


def picture_held(_town: Town) -> None:
    """Hold the picture back."""
    actions.hold(_picture(), kind="legal", reason="A letter.", by=None, at=LATER)


def person_renamed(town: Town) -> None:
    """Give the person who wrote and hosts another name; the address stays."""
    _rename(town.ann, "Ann Docker")


def person_in_ukrainian_renamed(town: Town) -> None:
    """Give the person another Ukrainian name."""
    from dateline.agents.models import Agent

    agent = Agent.objects.get(pk=town.ann)
    kept = [one for one in agent.names.all() if one.language != "uk"]
    agent.names = [*kept, AgentName(language="uk", name="Енн Док", slug="ann-dok")]
    agent.save()


def tag_renamed(town: Town) -> None:
    """Give the tag another name; its address stays."""
    tag = Tag.objects.get(pk=town.tag)
    name = tag.names.get()
    tag.names = [TagName(pk=name.pk, language="en", name="The harbour", slug=name.slug)]
    tag.save()


def untagged(town: Town) -> None:
    """Take the tag from the ferries."""
    ferries = town.article("ferries")
    ferries.tag_links = []
    _publish(ferries)


def section_moved(town: Town) -> None:
    """Move the column to the section City."""
    _set(town.article("column"), section_id=town.city)


def section_renamed(town: Town) -> None:
    """Give the section Opinion another name; its address stays."""
    _name_section(town, name="Views", slug="opinion")


def section_readdressed(town: Town) -> None:
    """Give the section Opinion another address."""
    _name_section(town, name="Opinion", slug="views")


def _name_section(town: Town, *, name: str, slug: str) -> None:
    section = Section.objects.get(pk=town.opinion)
    held = section.names.get()
    section.names = [SectionName(pk=held.pk, language="en", name=name, slug=slug)]
    section.save()


def story_readdressed(town: Town) -> None:
    """Give the flood another address."""
    story = Story.objects.get(pk=town.flood)
    text = story.texts.get()
    story.texts = [StoryText(pk=text.pk, language="en", title=text.title, slug="river")]
    story.save()


def brand(_town: Town) -> None:
    """Give the English edition another brand."""
    _edition(brand="The Quay")


def tagline(_town: Town) -> None:
    """Give the English edition another tagline."""
    _edition(tagline="News from the water")


def _edition(**fields: object) -> None:
    english, *others = SITE.editions
    sync_editions([replace(english, **fields), *others], default="en")


def translated(town: Town) -> None:
    """Publish the column in Ukrainian, linked to the English one."""
    ukrainian = cast.editions()[1]
    sister = cast.an_article(
        "Наша гавань",
        section_id=town.city,
        section=None,
        edition=ukrainian,
        translation_key=UUID(int=3),
        slug="nasha-havan",
    )
    actions.publish(sister, by=None, at=LATER)


def embargoed(town: Town) -> None:
    """Hold the column until tomorrow."""
    until = LATER + timedelta(days=1)
    actions.hold(
        town.article("column"), kind="embargo", reason="Until then.", by=None, at=LATER, until=until
    )


def lifted(town: Town) -> None:
    """Lift the hold on the column."""
    placed = Hold.objects.in_force().get()
    actions.lift(placed, by=cast.ed(), at=LATER, target=town.article("column"))
