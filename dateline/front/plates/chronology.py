"""Put chronologies together: days, entries with status and mark, versions side by side."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from dateline.front import addresses
from dateline.front.plates import statement_lines, statements
from dateline.front.plates.entries import MOST_SETS, StoryEntries
from dateline.front.records import (
    ChronologyDay,
    EntryView,
    Fix,
    StatementView,
    StripDay,
    VersionSet,
)
from dateline.lib import when
from dateline.press import Reader


def days(told: StoryEntries, ids: Iterable[int]) -> tuple[ChronologyDay, ...]:
    """Gather entries under their days, months or years, in the order given."""
    found: dict[tuple[date, str, date | None], list[EntryView]] = {}
    for pk in ids:
        entry = told.entries.get(pk)
        if entry is not None:
            key = (entry.first, entry.precision, entry.until)
            found.setdefault(key, []).append(view(told, pk))
    return tuple(
        ChronologyDay(first, tuple(views), day_anchor(first, precision, until), precision, until)
        for (first, precision, until), views in found.items()
    )


def day_anchor(first: date, precision: str, until: date | None) -> str:
    """Return the id of a heading: no two of a page are alike."""
    day = first.isoformat()
    if until:
        return f"{addresses.day_anchor(first)}-{until.isoformat()}"
    return (
        f"d-{day[:4]}" if precision == "year" else f"d-{day[:7] if precision == 'month' else day}"
    )


def view(told: StoryEntries, entry_id: int) -> EntryView:
    """Return one entry as pages show it."""
    entry = told.entries[entry_id]
    anchor = addresses.entry_anchor(entry.uid)
    lines = tuple(statement_lines.line(told, entry_id, one) for one in entry.statements)
    zone = told.edition.zone
    return EntryView(
        uid=entry.uid,
        anchor=anchor,
        number=told.number(entry_id),
        html=_sentence(told, entry, lines),
        address=addresses.at(told.page, anchor),
        mark=statements.mark(entry.statements, told.names),
        statements=lines,
        notes=entry.notes,
        time=entry.at,
        language=entry.language if entry.text else "",
        corrections=tuple(Fix(when.local_day(one.at, zone), *one[1:]) for one in entry.corrections),
        key=entry.key,
    )


def _sentence(told: StoryEntries, entry: Any, lines: Sequence[StatementView]) -> str:
    """Return an entry's own words with its sources in bold, "" where its lines say as much."""
    said = [words for one in lines for words in statement_lines.spoken_words(one)]
    if not entry.text or (lines and not statements.says_more(entry.text, said)):
        return ""
    return statements.with_bold_mentions(
        entry.text, statements.calling_words(entry.statements, told.names)
    )


def strip(found: Sequence[ChronologyDay], page: str) -> tuple[StripDay, ...]:
    """Count the entries of each single day, oldest first."""
    single = [day for day in found if day.precision == "day" and not day.until]
    return tuple(
        StripDay(day.date, len(day.entries), addresses.at(page, day.anchor))
        for day in sorted(single, key=lambda day: day.date)
    )


def counted_strip(read: Reader, story_id: int, page: str) -> tuple[StripDay, ...]:
    """Count a story's entries by day without reading them."""
    counts = read.tally(f"stripdays:{story_id}")
    return tuple(
        StripDay(day, counts[ordinal], addresses.at(page, addresses.day_anchor(day)))
        for ordinal in sorted(counts)
        for day in [date.fromordinal(ordinal)]
    )


def version_sets(read: Reader, story_id: int, told: StoryEntries) -> tuple[VersionSet, ...]:
    """Return the sets of a story that have a question in the language and two live versions."""
    by_uid = {
        statement.uid: (pk, statement)
        for pk, entry in told.entries.items()
        for statement in entry.statements
    }
    key = f"versionsets:{story_id}"
    sets = read.window(key, MOST_SETS, "shown", told.edition.language, oldest=True)
    made: list[VersionSet] = []
    for one in sets:
        members = [by_uid[uid] for uid in one.statements if uid in by_uid]
        if one.question and len(members) > 1:
            versions = tuple(statement_lines.line(told, *member) for member in members)
            anchor = addresses.version_anchor(one.uid)
            made.append(VersionSet(one.question, anchor, versions, one.note, not made))
    return tuple(made)
