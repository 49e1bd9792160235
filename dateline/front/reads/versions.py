"""Read versions side by side: the question, the editor's note, whose statements."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.chronology.models import Version, VersionSet
from dateline.front.reads.wording import Words, chosen_wording, frozen_texts
from dateline.lib.multilingual import Wording
from dateline.press import facet, index, rows


class VersionSetRow(NamedTuple):
    """One set of versions; members: uids of statements, in the editor's order."""

    id: int
    uid: str
    story_id: int
    question: Words
    note: Words
    position: int
    members: tuple[str, ...]


def version_set_ids() -> Iterable[int]:
    """List the ids of all sets of versions."""
    return VersionSet.objects.values_list("pk", flat=True)


@rows("versionset", ids=version_set_ids)
def load(ids: Sequence[int]) -> dict[int, VersionSetRow]:
    """Load sets of versions with their members."""
    members: dict[int, list[str]] = {}
    found = Version.objects.filter(version_set_id__in=ids).order_by("position", "pk")
    for pk, uid in found.values_list("version_set_id", "statement_uid"):
        members.setdefault(pk, []).append(str(uid))
    sets = VersionSet.objects.filter(pk__in=ids).values_list(
        "pk", "uid", "story_id", "question", "note", "position"
    )
    return {
        pk: VersionSetRow(
            pk,
            str(uid),
            story,
            frozen_texts(question),
            frozen_texts(note),
            place,
            tuple(members.get(pk, ())),
        )
        for pk, uid, story, question, note, place in sets
    }


def row_of(instance: VersionSet) -> VersionSetRow:
    """Make the row of a set of versions in hand."""
    versions = sorted(instance.versions.all(), key=lambda one: (one.position, one.pk or 0))
    return VersionSetRow(
        instance.pk or 0,
        str(instance.uid),
        instance.story_id,
        frozen_texts(instance.question),
        frozen_texts(instance.note),
        instance.position,
        tuple(str(one.statement_uid) for one in versions),
    )


class Members(NamedTuple):
    """The statements that a set compares."""

    uid: str
    statements: tuple[str, ...]


class Question(NamedTuple):
    """A set's question and note in one language."""

    uid: str
    question: Wording
    note: Wording
    statements: tuple[str, ...]


@facet("versionset", "members", version=2)
def members(row: VersionSetRow) -> Members:
    """Return which statements a set compares; their order is no matter here."""
    return Members(row.uid, tuple(sorted(row.members)))


@facet("versionset", "shown", version=2, lingual=True)
def version_set_shown(row: VersionSetRow, lang: str) -> Question:
    """Return a set in a language."""
    return Question(
        row.uid, chosen_wording(row.question, lang), chosen_wording(row.note, lang), row.members
    )


@index("versionsets", kind="versionset")
def by_story(row: VersionSetRow) -> Iterable[tuple[str, int]]:
    """Order the sets of a story as the editor did."""
    yield f"versionsets:{row.story_id}", row.position
