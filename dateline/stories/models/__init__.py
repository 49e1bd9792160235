"""The records of the stories room."""

from dateline.staff.models import Edition

from .articles import Article, ArticleStory, ArticleTag, Byline, Related
from .base import Published, Text
from .corrections import Change, Correction, CorrectionIsFinal, CorrectionText
from .holds import Hold
from .places import Redirect, Zone
from .planning import Assignment, Note
from .schedules import ScheduledVersion
from .sections import Section, SectionName, Tag, TagName
from .standing import StandingPage
from .stories import Story, StoryText

__all__ = [
    "Article",
    "ArticleStory",
    "ArticleTag",
    "Assignment",
    "Byline",
    "Change",
    "Correction",
    "CorrectionIsFinal",
    "CorrectionText",
    "Edition",
    "Hold",
    "Note",
    "Published",
    "Redirect",
    "Related",
    "ScheduledVersion",
    "Section",
    "SectionName",
    "StandingPage",
    "Story",
    "StoryText",
    "Tag",
    "TagName",
    "Text",
    "Zone",
]
