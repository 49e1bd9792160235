"""The records of the chronology."""

from .entries import Entry, StoryEntry
from .relations import Relation, Version, VersionSet
from .statements import Attribution, Statement

__all__ = [
    "Attribution",
    "Entry",
    "Relation",
    "Statement",
    "StoryEntry",
    "Version",
    "VersionSet",
]
