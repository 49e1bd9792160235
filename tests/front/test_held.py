"""What is held is in no public() and in no output, of whatever kind, and comes back when lifted."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile

from dateline import press
from dateline.chronology import actions as chronology
from dateline.chronology.models import Entry, Statement
from dateline.media.models import Attachment, Picture
from dateline.newsfeed.models import Bulletin
from dateline.newsroom.timers import HELD
from dateline.stories import actions
from dateline.stories.choices import TargetKind
from dateline.stories.models import Article, Correction, CorrectionText, Story, StoryText
from tests import cast, house
from tests.front.edits import LATER
from tests.front.edits_names import photo
from tests.front.pressroom import Pressroom, built, room  # noqa: F401
from tests.front.town import Town

pytestmark = pytest.mark.django_db
TOKEN = "Quillonbrast"


def article(town: Town) -> Article:
    """Say the token in an article's headline, and so in its line."""
    column = town.article("column")
    column.headline = f"{TOKEN} in the harbour"
    return actions.publish(column, by=None, at=LATER)


def entry(town: Town) -> Entry:
    """Say the token in the text of an entry that says more than its statement."""
    first = town.entry(0)
    first.text = {"en": f"{TOKEN} began before witnesses across several districts noticed."}
    return chronology.publish(first, by=None, at=LATER)


def statement(town: Town) -> Statement:
    """Say the token in a statement, beside another one that stays."""
    first = town.entry(0)
    said = first.statements.get()
    said.text = {"en": f"{TOKEN} began."}
    first.text = {"en": "The fire began."}
    first.statements = [said]
    chronology.publish(first, by=None, at=LATER)
    return Statement.objects.get(pk=said.pk)


def bulletin(town: Town) -> Bulletin:
    """Say the token in a line of the newsfeed that has no article."""
    from dateline.newsfeed import actions as newsfeed

    line = Bulletin.objects.get(pk=town.line)
    line.headline = f"{TOKEN} turns east"
    return newsfeed.file(line, by=None, at=LATER)


def story(town: Town) -> Story:
    """Say the token in a story's title."""
    fire = Story.objects.get(pk=town.fire)
    text = fire.texts.get(language="en")
    others = fire.texts.exclude(pk=text.pk)
    named = StoryText(pk=text.pk, language="en", title=f"{TOKEN} fire", slug="fire")
    fire.texts = [named, *others]
    fire.save()
    return fire


def picture(town: Town) -> Picture:
    """Say the token in the caption of an article's lead picture."""
    made = Picture(title="Quay", caption={"en": f"{TOKEN} at the quay"})
    made.file.save("quay.png", photo(40), save=False)
    made.save()
    column = town.article("column")
    column.lead_picture = made
    actions.publish(column, by=None, at=LATER)
    return made


def attachment(town: Town) -> Attachment:
    """Say the token in the title of a document that an article offers."""
    made = Attachment(title=f"{TOKEN} report", file=ContentFile(b"seven", name="report.txt"))
    made.save()
    column = town.article("column")
    column.body = [("document", made)]
    actions.publish(column, by=None, at=LATER)
    return made


SAID: dict[str, Callable[[Town], Any]] = {
    "article": article,
    "entry": entry,
    "statement": statement,
    "bulletin": bulletin,
    "story": story,
    "picture": picture,
    "attachment": attachment,
}
PUBLIC = set(TargetKind.values)


def _saying(store: press.MemoryStore) -> set[str]:
    """Return the addresses at which the token stands: sheets, feeds, sitemaps, JSON."""
    wanted = TOKEN.encode().lower()
    return {
        path
        for path, body in store.files.items()
        if TOKEN.lower() in path.lower() or wanted in _plain(body).lower()
    }


def _plain(body: bytes) -> bytes:
    return gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body


@pytest.mark.parametrize("kind", SAID)
def test_a_held_thing_is_in_no_output_and_comes_back(room: Pressroom, kind: str) -> None:  # noqa: F811
    made = {}
    room.after(lambda town: made.update(it=SAID[kind](town)))
    thing, before = made["it"], _saying(room.store)

    placed = {}
    words = {"kind": "legal", "reason": "A letter.", "by": None, "at": LATER}
    room.after(lambda _town: placed.update(it=actions.hold(thing, **words)))
    held = _saying(room.store)
    room.after(lambda _town: actions.lift(placed["it"], by=cast.ed(), at=LATER, target=thing))

    assert before
    assert held == set()
    assert _saying(room.store) == before
    assert press.check(store=room.store) == []


@pytest.mark.parametrize("kind", sorted(PUBLIC))
def test_a_held_thing_is_in_no_public(kind: str) -> None:
    thing, model = _one_of(kind), apps.get_model(HELD[kind])
    shown = model.objects.public().filter(pk=thing.pk)  # type: ignore[attr-defined]
    assert shown.exists()

    placed = actions.hold(thing, kind="safety", reason="A source.", by=None, at=LATER)

    assert not shown.all().exists()
    actions.lift(placed, by=cast.ed(), at=LATER, target=thing)
    assert shown.all().exists()


def _one_of(kind: str) -> Any:
    """Make a public thing of a kind."""
    if kind == "picture":
        return Picture.objects.create(title="Quay", file=photo(40), width=48, height=32)
    if kind == "attachment":
        return Attachment.objects.create(title="Report", file=photo(40))
    if kind == "story":
        return cast.a_story()
    if kind in ("article", "bulletin"):
        live = actions.publish(cast.an_article(), by=None, at=LATER)
        return live if kind == "article" else Bulletin.objects.get(article=live)
    live = chronology.publish(cast.an_entry(cast.a_story()), by=None, at=LATER)
    return live if kind == "entry" else live.statements.get()


def test_what_hangs_on_a_held_thing_is_in_no_public_either() -> None:
    live = actions.publish(cast.an_article(), by=None, at=LATER)
    text = CorrectionText.in_language("en", "six boats", "seven boats")
    column = actions.publish_correction(live, text, by=None, at=LATER)
    correction = Correction.objects.get()
    first = chronology.publish(cast.an_entry(cast.a_story()), by=None, at=LATER)
    said = first.statements.get()
    words: dict[str, Any] = {"kind": "safety", "reason": "A source.", "by": None, "at": LATER}

    actions.hold(column, **words)
    actions.hold(first, **words)

    assert not Bulletin.objects.public().filter(article=column).exists()
    assert not Correction.objects.public().filter(pk=correction.pk).exists()
    assert not Statement.objects.public().filter(pk=said.pk).exists()
    assert not type(said.attributions.get()).objects.public().filter(statement=said).exists()
    assert not type(first.story_links.get()).objects.public().filter(entry=first).exists()


ASKS_FOR_HOLDS = {
    "dateline/stories/models/corrections.py": "holds the queryset of corrections",
    "dateline/stories/models/holds.py": "refuses the publication of what is held",
    "dateline/newsroom/timers.py": "lifts embargoes whose time has come",
    "dateline/newsroom/views/article_actions.py": "lifts the hold that an editor chose",
    "dateline/newsroom/viewsets/record.py": "lists holds at the desk",
}
BY_HAND = re.compile(
    r"\bHold\.objects\b(?!\.refuse)|\.in_force\(|uid__in=held_uids\(|\.values\(.target_uid.\)"
)


def test_nothing_but_the_querysets_leaves_out_what_is_held() -> None:
    asking = {
        house.name(path)
        for path in house.code()
        if path.name != "querysets.py" and BY_HAND.search(house.text(path))
    }

    assert asking == ASKS_FOR_HOLDS.keys()
