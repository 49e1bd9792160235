"""Fill in the running stories: entries, who says what, how it stands, versions, corrections."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from dateline.agents.models import Agent
from dateline.chronology import actions
from dateline.chronology.models import Attribution, Entry, Statement, StoryEntry
from dateline.lib import text as types
from dateline.staff.models import User
from dateline.stories.models import Correction, CorrectionText, Section, Story, StoryText

from .articles import stable_uid
from .calendar import Calendar

Data = dict[str, Any]
LANGUAGES = ("en", "uk")


def typeset_words(data: Data) -> dict[str, str]:
    """Return what is said in each language, as the house sets it."""
    return {one: types.typography(data[one], one) for one in LANGUAGES if data.get(one)}


def make_story(data: Data, sections: dict[str, Section], *, at: datetime) -> Story:
    """Make one running story."""
    made = Story(
        uid=stable_uid("story", data["key"]),
        slugline=data["slugline"],
        status=data["status"],
        section=sections[data["section"]],
        reviewed_at=at,
    )
    made.texts = [
        StoryText(
            language=one,
            title=types.typography(data[one]["title"], one),
            summary=types.typography(data[one]["summary"], one),
        )
        for one in LANGUAGES
    ]
    made.save()
    return made


class ChronologyFiller:
    """A writer of one story's chronology: everything is claimed first and judged after."""

    def __init__(
        self, data: Data, told: Story, people: dict[str, Agent], calendar: Calendar, *, by: User
    ) -> None:
        self.data, self.story, self.people = data, told, people
        self.calendar, self.by, self.at = calendar, by, calendar.at

    def fill(self) -> None:
        """Fill in entries, relations, versions, standings and corrections, in that order."""
        for entry in self.data["entry"]:
            actions.publish(self._entry(entry), by=self.by, at=self._told(entry))
        for one in self.data.get("relation", ()):
            ends = self.uid(one["from"]), self.uid(one["to"])
            note = one.get("note", "")
            actions.relate(*ends, one["kind"], by=self.by, at=self.at, note=note)
        for one in self.data.get("versions", ()):
            self._compare(one)
        corrections = sorted(self.data.get("correction", ()), key=self._corrected_at)
        for one in corrections:
            self._correct(one)
        for entry in self.data["entry"]:
            self._judge(entry)

    def uid(self, key: str) -> UUID:
        """Return the uid of a statement."""
        return stable_uid("statement", self.data["key"], key)

    def _told(self, entry: Data) -> datetime:
        """Return when the entry was put on record: the day after what is old, else at once."""
        date = self.calendar.edtf(entry["when"])
        began = self.calendar.moment(f"-{self.data['began']} 09:00")
        sorted_at = Entry(when=date)
        sorted_at.place_in_time()
        return min(max(sorted_at.sort_at, began), self.at)

    def _entry(self, data: Data) -> Entry:
        entry = Entry(
            uid=stable_uid("entry", self.data["key"], data["key"]),
            when=self.calendar.edtf(data["when"]),
            when_basis=data.get("basis", "stated"),
            when_role="as_of" if data["when"].startswith("as of") else data.get("role", "event"),
            position=data.get("position", 0),
            text=self._first_words(data),
            key=data.get("key_entry", False),
            reviewed_at=self.at,
            reviewed_by=self.by,
        )
        entry.statements = [
            self._statement(one, place) for place, one in enumerate(data.get("statement", ()))
        ]
        entry.story_links = [StoryEntry(story=self.story)]
        return entry

    def _first_words(self, data: Data) -> dict[str, str]:
        """Return the entry's words before they were corrected."""
        said = typeset_words(data)
        for one in self.data.get("correction", ()):
            if one.get("entry") == data["key"]:
                now, was = typeset_words(one["now"]), typeset_words(one["was"])
                said = {code: text.replace(now[code], was[code]) for code, text in said.items()}
        return said

    def _statement(self, data: Data, place: int) -> Statement:
        until = data.get("holds_until")
        made = Statement(
            uid=self.uid(data["key"]),
            position=place,
            text=typeset_words(data),
            form=data.get("form", "indirect"),
            act=data.get("act", "says"),
            genre=data.get("genre", "claim"),
            hedge=data.get("hedge", {}),
            said_when=self.calendar.edtf(data["said"]) if data.get("said") else "",
            holds_until=self.calendar.day(until) if until is not None else None,
        )
        made.attributions = [*self._sources(data)]
        return made

    def _sources(self, data: Data) -> list[Attribution]:
        found = [Attribution(role="speaker", agent=self.people[key]) for key in data.get("who", ())]
        if "unnamed" in data:
            described, reason = typeset_words(data["unnamed"]), typeset_words(data["reason"])
            found.append(Attribution(role="speaker", unnamed_as=described, unnamed_reason=reason))
        found += [Attribution(role="via", agent=self.people[key]) for key in data.get("via", ())]
        for place, one in enumerate(found):
            one.position = place
        return found

    def _compare(self, data: Data) -> None:
        uids = [self.uid(key) for key in data["statements"]]
        question, note = typeset_words(data["question"]), typeset_words(data["note"])
        actions.compare(self.story, uids, question=question, note=note, by=self.by, at=self.at)

    def _corrected_at(self, data: Data) -> datetime:
        return self.calendar.moment(data["at"])

    def _correct(self, data: Data) -> None:
        at = self._corrected_at(data)
        if "statement" in data:
            uid = self.uid(data["statement"])
            Correction.objects.create(
                target_kind="statement", target_uid=uid, at=at, by=self.by,
                was=typeset_words(data["was"]),
                now=typeset_words(data["now"]),
                reason=typeset_words(data["reason"]),
            )  # fmt: skip
            return
        entry = Entry.objects.get(uid=stable_uid("entry", self.data["key"], data["entry"]))
        wanted = next(one for one in self.data["entry"] if one["key"] == data["entry"])
        entry.text = typeset_words(wanted)
        text = CorrectionText(
            typeset_words(data["was"]), typeset_words(data["now"]), typeset_words(data["reason"])
        )
        actions.correct(entry, text, by=self.by, at=at)

    def _judge(self, data: Data) -> None:
        """Publish the entry again with what the newsroom holds of its statements."""
        verdicts = {
            self.uid(one["key"]): (one["standing"], typeset_words(one["note"]))
            for one in data.get("statement", ())
            if "standing" in one
        }
        if not verdicts:
            return
        entry = Entry.objects.get(uid=stable_uid("entry", self.data["key"], data["key"]))
        statements = list(entry.statements.all())
        for one in statements:
            if one.uid in verdicts:
                one.standing, one.standing_note = verdicts[one.uid]
                one.standing_by, one.standing_at = self.by, self.at
        entry.statements = statements
        actions.publish(entry, by=self.by, at=self.at)
