"""Headline and day come out of most real pages, when they lie beside the project."""

import json
import time

from dateline.intake.reading import read
from dateline.intake.reading.sources.spans import fold
from tests.paths import SHARED

PAGES = SHARED / "standards" / "html-pages" / "cc-licensed" if SHARED else None
ABSENT = "shared/standards/html-pages: no real web page is read"


def drafts():
    truth = json.loads((PAGES / "truth.json").read_text("utf-8"))
    for name, wanted in truth.items():
        yield wanted, read((PAGES / name).read_bytes(), media_type="text/html", name=name)


def test_headline_and_day_of_most_pages_are_right(leave_out):
    if PAGES is None:
        leave_out(ABSENT)
        return
    pairs = list(drafts())

    titles = [
        draft.headline is not None and fold(draft.headline.value) == fold(wanted["title"])
        for wanted, draft in pairs
    ]
    days = [
        draft.published is not None and draft.published.edtf[:10] == wanted["date"]
        for wanted, draft in pairs
    ]
    assert sum(titles) >= 0.8 * len(pairs)
    assert sum(days) >= 0.75 * len(pairs)


def test_the_body_holds_the_article_and_little_else(leave_out):
    if PAGES is None:
        leave_out(ABSENT)
        return
    kept = lost = stray = 0

    for wanted, draft in drafts():
        body = fold(" ".join(one.span.exact for one in draft.body))
        body += " " + fold(draft.lead.value if draft.lead else "")
        kept += sum(fold(words) in body for words in wanted["with"])
        lost += sum(fold(words) not in body for words in wanted["with"])
        stray += sum(fold(words) in body for words in wanted["without"])

    assert kept >= 0.95 * (kept + lost)
    assert stray <= 0.15 * (kept + lost)


def test_a_page_is_read_within_a_second_of_cpu(leave_out):
    if PAGES is None:
        leave_out(ABSENT)
        return
    before = time.process_time()

    count = sum(1 for _ in drafts())

    assert time.process_time() - before < count
