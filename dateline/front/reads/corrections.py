"""Read corrections and withdrawals."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from dateline.front.reads.editions import keys
from dateline.front.reads.prepared_queries import PreparedQuery, columns
from dateline.front.reads.wording import Words, chosen_wording, frozen_texts
from dateline.lib import when
from dateline.lib.multilingual import Wording
from dateline.press import facet, index, rows
from dateline.stories.models import Article, Correction

SHOWN = ("article", "entry")
WORDS = ("was", "now", "reason")


class CorrectionRow(NamedTuple):
    """One public correction; target: what it mends, of the kinds that have pages.

    editions: ids of those whose page of corrections lists it.
    """

    id: int
    kind: str
    at: datetime
    was: Words
    now: Words
    reason: Words
    target_kind: str
    target_id: int
    editions: tuple[int, ...]


def correction_ids() -> Iterable[int]:
    """List the ids of all public corrections."""
    return Correction.objects.public().filter(target_kind__in=SHOWN).values_list("pk", flat=True)


@rows("correction", ids=correction_ids)
def load(ids: Sequence[int]) -> dict[int, CorrectionRow]:
    """Load public corrections of articles and entries that readers can see."""
    from dateline.chronology.models import Entry

    public = Correction.objects.public().filter(pk__in=ids, target_kind__in=SHOWN)
    found = list(columns(public, "pk", "kind", "at", *WORDS, "target_kind", "target_uid"))
    uids = [values[-1] for values in found]
    articles = {
        uid: (pk, (edition_id,))
        for uid, pk, edition_id in Article.objects.public()
        .filter(uid__in=uids)
        .values_list("uid", "pk", "edition_id")
    }
    everywhere = tuple(edition.id for edition in keys())
    entries = Entry.objects.public().filter(uid__in=uids).values_list("uid", "pk")
    targets = articles | {uid: (pk, everywhere) for uid, pk in entries}
    return {
        pk: CorrectionRow(
            pk,
            kind,
            at,
            frozen_texts(was),
            frozen_texts(now),
            frozen_texts(reason),
            target,
            *targets[uid],
        )
        for pk, kind, at, was, now, reason, target, uid in found
        if uid in targets
    }


class CorrectionNote(NamedTuple):
    """One correction; what it mends by kind and id."""

    kind: str
    at: datetime
    was: Wording
    now: Wording
    reason: Wording
    target_kind: str
    target_id: int


@facet("correction", "note", version=2, lingual=True)
def note(row: CorrectionRow, lang: str) -> CorrectionNote:
    """Return a correction in a language, with what it mends."""
    was, now, reason = (chosen_wording(text, lang) for text in (row.was, row.now, row.reason))
    return CorrectionNote(row.kind, row.at, was, now, reason, row.target_kind, row.target_id)


@index("corrections", kind="correction")
def by_edition(row: CorrectionRow) -> Iterable[tuple[str, int]]:
    """Order the corrections of an edition by time."""
    for edition_id in row.editions:
        yield f"corrections:{edition_id}", when.sort_key(row.at)


class WithdrawalRow(NamedTuple):
    """The note of a withdrawn article."""

    id: int
    edition_id: int
    at: datetime
    note: str


def every_withdrawal() -> Iterable[int]:
    """List the ids of all withdrawn articles."""
    return Article.objects.filter(withdrawn_at__isnull=False).values_list("pk", flat=True)


WITHDRAWN = PreparedQuery(
    lambda: Article.objects.filter(withdrawn_at__isnull=False),
    "pk",
    *("pk", "edition_id", "withdrawn_at", "withdrawal_note"),
)


@rows("withdrawal", ids=every_withdrawal)
def load_withdrawals(ids: Sequence[int]) -> dict[int, WithdrawalRow]:
    """Load the notes of withdrawn articles, by the article's id."""
    return {values[0]: WithdrawalRow(*values) for values in WITHDRAWN(ids)}


@facet("withdrawal", "note", version=1)
def withdrawal(row: WithdrawalRow) -> WithdrawalRow:
    """Return when an article was withdrawn, and why."""
    return row
