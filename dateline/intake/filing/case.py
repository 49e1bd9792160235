"""The case in hand: one draft on its way into one edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from dateline.intake.choices import SuggestionState
from dateline.intake.models import ImportDraft, Suggestion
from dateline.lib.languages import name_locale
from dateline.lib.sentences import MissingWord, sentence
from dateline.staff.models import Edition, User


class UnfitForPublication(ValueError):
    """A draft that cannot be published as it is; the words say why in one line."""


@dataclass
class Case:
    """A draft's suggestions that no editor rejected, by kind, and what became of them."""

    draft: ImportDraft
    edition: Edition
    by: User | None
    at: datetime
    kept: dict[str, list[Suggestion]] = field(default_factory=dict)
    used: list[Suggestion] = field(default_factory=list)

    @classmethod
    def open(cls, draft: ImportDraft, *, edition: Edition, by: User | None, at: datetime) -> Case:
        """Gather what may be filed, in the order of its places."""
        case = cls(draft, edition, by, at)
        kept = draft.suggestions.exclude(state=SuggestionState.REJECTED)
        for suggestion in kept.order_by("start", "-end", "pk"):
            case.kept.setdefault(suggestion.kind, []).append(suggestion)
        return case

    @property
    def language(self) -> str:
        return self.edition.language

    def sentence(self, key: str) -> str:
        """Return a sentence of ours in the edition's language.

        Raises UnfitForPublication, with the remedy, where its catalogue lacks it.
        """
        try:
            return sentence(key, name_locale(self.language))
        except MissingWord as why:
            raise UnfitForPublication(str(why)) from why

    @property
    def text(self) -> str:
        return self.draft.document.text

    def all(self, kind: str) -> list[Suggestion]:
        """Return what was kept of a kind."""
        return self.kept.get(kind, [])

    def value(self, kind: str) -> str:
        """Return the wording of a kind that a page has once, "" without one; it counts as used."""
        first = next(iter(self.all(kind)), None)
        if first is None:
            return ""
        self.use(first)
        return str(first.payload.get("value", ""))

    def use(self, suggestion: Suggestion, made: UUID | None = None) -> None:
        """Note that a suggestion was filed, and what record it became."""
        suggestion.made = made
        self.used.append(suggestion)

    def words(self, span: dict[str, Any] | None) -> str:
        """Return the characters of a payload's span, on one line."""
        if not span:
            return ""
        return " ".join(self.text[span["start"] : span["end"]].split())

    def close(self) -> None:
        """Mark what was filed as accepted; what an editor changed stays marked as changed."""
        for one in self.used:
            if one.state == SuggestionState.PENDING:
                one.state = SuggestionState.ACCEPTED
                one.decided_by, one.decided_at = self.by, self.at
        Suggestion.objects.bulk_update(self.used, ["state", "decided_by", "decided_at", "made"])
