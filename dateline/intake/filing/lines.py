"""File the newsfeed of a page, line by line."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dateline.intake.models import Suggestion
from dateline.lib.text import shorten
from dateline.newsfeed import actions as newsfeed
from dateline.newsfeed.models import Bulletin
from dateline.stories.choices import Label

from .case import Case
from .times import moment


def file_lines(case: Case) -> int:
    """File every line that has a time and that the feed does not hold; return how many."""
    count = 0
    for suggestion in case.all("feed_item"):
        at = moment(suggestion.payload.get("edtf"), case.edition)
        if at is None:
            continue
        bulletin = _known(case, suggestion, at)
        if bulletin is None:
            bulletin = newsfeed.file(_bulletin(case, suggestion, at), by=case.by, at=case.at)
            count += 1
        case.use(suggestion, bulletin.uid)
    return count


def _headline(suggestion: Suggestion) -> str:
    return shorten(str(suggestion.payload.get("headline", "")), 300)


def _known(case: Case, suggestion: Suggestion, at: datetime) -> Bulletin | None:
    return Bulletin.objects.filter(
        edition=case.edition, published_at=at, headline=_headline(suggestion)
    ).first()


def _bulletin(case: Case, suggestion: Suggestion, at: datetime) -> Bulletin:
    code: Any = suggestion.payload.get("code", "")
    return Bulletin(
        edition=case.edition,
        published_at=at,
        label=code if code in Label.values else "",
        headline=_headline(suggestion),
        document=case.draft.document,
    )
