"""The records of the import desk."""

from .drafts import ImportDraft, Suggestion

__all__ = ["ImportDraft", "Suggestion"]
