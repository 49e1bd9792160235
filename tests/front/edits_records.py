"""Edits of the record: standings, statements, versions, and lines of the newsfeed."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from dateline.chronology import actions as chronology
from dateline.chronology.models import Attribution, Statement, Version, VersionSet
from dateline.newsfeed import actions as newsfeed
from dateline.newsfeed.models import Bulletin, Strip
from dateline.stories import actions
from tests import cast
from tests.front.edits import LATER
from tests.front.town import Town


def standing(town: Town) -> None:
    """Say that what the board said of the fire is confirmed."""
    entry = town.entry(0)
    statement = entry.statements.get()
    statement.standing, statement.standing_note = (
        "confirmed",
        {"en": "Own verification: seen by our reporter."},
    )
    entry.statements = [statement]
    chronology.publish(entry, by=None, at=LATER)


def statement_added(town: Town) -> None:
    """Add the outlet's word to the first entry of the fire."""
    entry = town.entry(0)
    second = Statement(uid=UUID(int=200 << 96), text={"en": "It began at noon."}, position=1)
    second.attributions = [Attribution(agent_id=town.courier)]
    entry.statements = [entry.statements.get(), second]
    chronology.publish(entry, by=None, at=LATER)


def versions_turned(town: Town) -> None:
    """Put the versions of the fire in the other order."""
    versions = VersionSet.objects.get(pk=town.versions)
    uids = list(versions.versions.values_list("statement_uid", flat=True))
    versions.versions = [
        Version(statement_uid=uid, position=place) for place, uid in enumerate(reversed(uids))
    ]
    versions.save()


def versions_gone(town: Town) -> None:
    """Delete the versions of the fire."""
    VersionSet.objects.get(pk=town.versions).delete()


def entry_held(town: Town) -> None:
    """Hold the flood's only entry back."""
    actions.hold(town.entry(2), kind="legal", reason="A letter.", by=None, at=LATER)


def entry_reviewed(town: Town) -> None:
    """Note that the flood's only entry is still right, which no reader sees."""
    chronology.review(town.entry(2), by=cast.ed(), at=LATER)


def line_withdrawn(town: Town) -> None:
    """Take the line of yesterday back."""
    newsfeed.withdraw(Bulletin.objects.get(pk=town.line), by=None, at=LATER)


def line_held(town: Town) -> None:
    """Hold the line of yesterday back."""
    line = Bulletin.objects.get(pk=town.line)
    actions.hold(line, kind="legal", reason="A letter.", by=None, at=LATER)


def strip_for_later(town: Town) -> None:
    """Put up a breaking strip that begins tomorrow."""
    start = LATER + timedelta(days=1)
    strip = Strip(
        edition=cast.editions()[0], text="Fog", from_at=start, until_at=start + timedelta(days=1)
    )
    newsfeed.raise_strip(strip, by=None, at=LATER)
