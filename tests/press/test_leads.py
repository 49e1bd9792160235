"""Addresses that lead elsewhere: found by an index."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from dateline import press
from tests.press import paper
from tests.press.plans import scanned


def test_what_leads_to_a_moved_page_is_found_by_an_index(shelf: press.MemoryStore) -> None:
    with CaptureQueriesContext(connection) as asked:
        paper.put(2, slug="second")

    asking = [one["sql"] for one in asked if "target = '/note-2/'" in one["sql"]]
    assert len(asking) == 1
    assert scanned(asking[0].replace("%", "%%")) == []
