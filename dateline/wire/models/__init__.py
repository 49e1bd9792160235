"""The records of the wire room."""

from .documents import SourceDocument, SourceIsFinal
from .feeds import Feed, Take

__all__ = ["Feed", "SourceDocument", "SourceIsFinal", "Take"]
