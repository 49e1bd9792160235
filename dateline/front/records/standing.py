"""Pages that stand: imprint, ethics, corrections, feeds; and pages of absence."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dateline.front.records.article import Correction
from dateline.front.records.lists import FeedRow
from dateline.front.records.page import FeedLink, Link


@dataclass(frozen=True, slots=True)
class StandingPage:
    """A standing page, for Page("standing.html", chrome=…, page=…).

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
    """All corrections, for Page("corrections.html", chrome=…, corrections=…); newest first."""

    rows: tuple[CorrectionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedsView:
    """An edition's feeds, for Page("feeds.html", chrome=…, feeds=…)."""

    whole: tuple[FeedLink, ...] = ()
    sections: tuple[FeedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """A page that is not there, for Page("missing.html", chrome=…, missing=…)."""

    latest: tuple[FeedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A withdrawn article, for Page("withdrawn.html", chrome=…, withdrawn=…).

    at: when it was withdrawn; note: why, in the page's language, or "". The headline of the
    withdrawn article is not repeated.
    """

    at: datetime | None = None
    note: str = ""
