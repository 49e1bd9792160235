"""Pages that stand: imprint, ethics, corrections, feeds; and pages of absence."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dateline.front.records.article import Correction
from dateline.front.records.lists import FeedRow
from dateline.front.records.page import FeedLink, Link


@dataclass(frozen=True, slots=True)
class StandingPage:
    """Press with Page("standing.html", chrome=…, page=…).

    For imprint, contact, about, ethics, access and pages of the newsroom's own. key: the
    page's role ("ethics" adds the table of statuses, whatever the text says).
    """

    key: str
    title: str
    blocks: tuple[Any, ...] = ()
    lead: str = ""
    changed: date | None = None


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One correction with the article or story that it mends."""

    note: Correction
    target: Link


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Press with Page("corrections.html", chrome=…, corrections=…); newest first."""

    rows: tuple[CorrectionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedsView:
    """Press with Page("feeds.html", chrome=…, feeds=…)."""

    whole: tuple[FeedLink, ...] = ()
    sections: tuple[FeedLink, ...] = ()
    stories: tuple[FeedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """Press with Page("missing.html", chrome=…, missing=…)."""

    latest: tuple[FeedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Press with Page("withdrawn.html", chrome=…, withdrawn=…).

    at: when it was withdrawn; note: why, in the page's language, or "". The headline of the
    withdrawn article is not repeated.
    """

    at: datetime | None = None
    note: str = ""
    latest: tuple[FeedRow, ...] = ()
