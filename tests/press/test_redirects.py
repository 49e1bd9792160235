"""Addresses that lead elsewhere, by a page's moving or by a record: chains, circles, collisions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from dateline import press
from dateline.press import Sheet
from dateline.press.errors import LeadsInACircle, PathTaken
from dateline.press.ledger import redirects
from dateline.press.watch import audits
from tests.press import paper
from tests.press.plans import scanned


class Old(NamedTuple):
    path: str
    to: str


class Desk:
    """Keeps records of old addresses, and tells the press of every change."""

    def __init__(self, store: press.MemoryStore) -> None:
        self.store = store
        self.rows: dict[int, Old] = {}

    def put(self, rows: dict[int, tuple[str, str] | None]) -> None:
        """Write or delete records, touch them, and press what is due."""
        before = dict(self.rows)
        try:
            with transaction.atomic():
                self.rows |= {ident: Old(*row) for ident, row in rows.items() if row}
                for ident in [one for one, row in rows.items() if row is None]:
                    del self.rows[ident]
                press.touch(*(("old", ident) for ident in rows))
        except Exception:
            self.rows = before
            raise
        press.run(store=self.store)


@pytest.fixture
def desk(shelf: press.MemoryStore) -> Desk:
    """Register old addresses beside the paper."""
    made = Desk(shelf)

    def load(ids: Iterable[int]) -> dict[int, Old]:
        return {ident: made.rows[ident] for ident in ids if ident in made.rows}

    press.rows("old", ids=lambda: list(made.rows))(load)

    @press.plate("old", importance=3, kind="old", leads=True)
    class OldAddress:
        def sheets(self, row: Old) -> Iterable[Sheet]:
            yield Sheet(row.path, row.to, to=row.to)

        def press(self, read: Any, arg: str) -> None:
            return None

    return made


def test_an_old_address_leads_where_its_record_says_until_the_record_goes(desk: Desk) -> None:
    desk.put({1: ("/old.php", "/note-1/")})
    assert desk.store.leads == {"/old.php": "301 /note-1/"}
    assert press.check(store=desk.store) == []

    desk.put({1: ("/older/", "/note-2/")})
    assert desk.store.leads == {"/older/": "301 /note-2/"}

    desk.put({1: None})
    assert desk.store.leads == {}
    assert desk.store.tombs == {}
    assert "/older/" not in desk.store.paths()
    assert press.check(store=desk.store) == []
    assert press.run(store=desk.store).count == 0


def test_chains_are_one_step_and_come_apart_again(desk: Desk) -> None:
    desk.put({1: ("/a/", "/b/"), 2: ("/b/", "/note-1/"), 3: ("/c/", "/a/")})
    assert set(desk.store.leads.values()) == {"301 /note-1/"}

    paper.put(1, slug="moved")
    press.run(store=desk.store)
    assert {desk.store.leads[path] for path in ("/a/", "/b/", "/c/", "/note-1/")} == {
        "301 /moved-1/"
    }

    desk.put({2: None})
    assert desk.store.leads["/c/"] == "301 /b/"
    assert press.check(store=desk.store) == []


def test_a_page_that_moved_and_went_can_be_led_on(desk: Desk) -> None:
    paper.put(1, slug="moved")
    paper.put(1, live=False)
    desk.put({1: ("/moved-1/", "https://example.org/")})

    assert desk.store.leads["/note-1/"] == "301 https://example.org/"
    assert desk.store.leads["/moved-1/"] == "301 https://example.org/"


def test_a_circle_is_refused_and_nothing_of_it_is_kept(desk: Desk) -> None:
    desk.put({1: ("/a/", "/b/")})

    with pytest.raises(LeadsInACircle, match="/b/ would lead in a circle: /b/ -> /a/ -> /b/"):
        desk.put({2: ("/b/", "/a/")})
    with pytest.raises(LeadsInACircle, match="/c/ -> /c/"):
        desk.put({3: ("/c/", "/c/")})

    assert desk.store.leads == {"/a/": "301 /b/"}


@pytest.mark.parametrize("path", ["/note-1/", "/NOTE-1/", "/note-1.html", "/in/city/"])
def test_an_address_of_a_page_is_refused_with_what_helps(desk: Desk, path: str) -> None:
    with pytest.raises(PathTaken, match="another|one file") as why:
        desk.put({1: (path, "/note-2/")})

    assert why.value.path == path
    assert press.run(store=desk.store).count == 0


def test_two_records_or_a_moved_page_do_not_share_an_address(desk: Desk) -> None:
    desk.put({1: ("/a/", "/note-1/")})
    paper.put(3, slug="moved")
    press.run(store=desk.store)

    for path in ("/a/", "/note-3/"):
        with pytest.raises(PathTaken, match=f"{path} leads to .* already: delete that"):
            desk.put({2: (path, "/note-2/")})
    with pytest.raises(PathTaken, match="is wanted by"):
        desk.put({4: ("/d/", "/note-1/"), 5: ("/d/", "/note-2/")})


def test_a_page_does_not_come_where_a_record_leads_on(desk: Desk) -> None:
    desk.put({1: ("/moved-1/", "/note-2/")})

    with pytest.raises(PathTaken, match="/moved-1/ leads to /note-2/ by “old”: delete that"):
        paper.put(1, slug="moved")

    desk.put({1: None})
    paper.put(1, slug="moved")
    press.run(store=desk.store)
    assert desk.store.leads["/note-1/"] == "301 /moved-1/"


def test_two_records_may_exchange_their_addresses(desk: Desk) -> None:
    desk.put({1: ("/a/", "/note-1/"), 2: ("/b/", "/note-2/")})

    desk.put({1: ("/b/", "/note-1/"), 2: ("/a/", "/note-2/")})

    assert desk.store.leads == {"/b/": "301 /note-1/", "/a/": "301 /note-2/"}


def test_a_redirect_waits_for_the_page_it_leads_to(desk: Desk) -> None:
    paper.broken.add(9)
    with transaction.atomic():
        paper.put(9)
    desk.put({1: ("/a/", "/note-9/")})

    assert desk.store.leads == {}


def test_what_was_written_past_the_press_is_found_and_mended(desk: Desk) -> None:
    desk.put({1: ("/a/", "/note-1/"), 2: ("/b/", "/note-1/")})
    desk.rows |= {1: Old("/a/", "/note-2/"), 3: Old("/c/", "/note-3/")}
    del desk.rows[2]

    found = audits.audit(mend=True)
    press.run(store=desk.store)

    assert {(one.kind, one.id) for one in found} == {("old", 1), ("old", 2), ("old", 3)}
    assert desk.store.leads == {"/a/": "301 /note-2/", "/c/": "301 /note-3/"}
    assert audits.audit() == []


def test_a_record_written_past_the_press_that_cannot_lead_holds_up_no_other(desk: Desk) -> None:
    desk.rows = {1: Old("/note-1/", "/note-2/"), 2: Old("/a/", "/a/"), 3: Old("/c/", "/note-3/")}

    audits.audit(mend=True)
    press.press_all()
    press.run(store=desk.store)

    assert desk.store.leads == {"/c/": "301 /note-3/"}
    assert {one.id for one in audits.audit()} == {1, 2}
    assert press.check(store=desk.store) == []


def test_a_lost_or_wrong_redirect_is_drift_and_is_written_anew(desk: Desk) -> None:
    desk.put({1: ("/a/", "/note-1/"), 2: ("/b/", "/note-1/")})
    desk.store.delete("/a/")
    desk.store.files["/b/"] = b"else"

    assert {one.path for one in press.check(store=desk.store)} == {"/a/", "/b/"}

    press.press_all()
    press.run(store=desk.store)
    assert press.check(store=desk.store) == []
    assert desk.store.leads["/a/"] == "301 /note-1/"


def test_the_press_says_where_an_address_leads_and_what_leads_to_a_thing(desk: Desk) -> None:
    desk.put({1: ("/a/", "/b/"), 2: ("/b/", "/note-1/")})

    assert press.explain("/a/")["leads_to"] == "/note-1/"
    assert press.explain("/note-1/")["leads_to"] is None
    assert {"/a/", "/b/"} <= set(press.whereis(("note", 1)))
    assert press.whereis(("old", 1)) == ["/a/"]


def test_what_leads_to_a_page_is_found_by_an_index(desk: Desk) -> None:
    desk.put({1: ("/a/", "/note-2/"), 2: ("/b/", "/note-2/")})

    with CaptureQueriesContext(connection) as asked:
        found = redirects.leading(["/note-2/"])
        redirects.end("/a/")

    assert sorted(found.values()) == ["/a/", "/b/"]
    assert [scanned(one["sql"].replace("%", "%%")) for one in asked] == [[]] * len(asked)
