"""Two sheets never share an address or a file, and none lies outside the store."""

from __future__ import annotations

import pytest

from dateline import press
from dateline.press.errors import BadPath, PathTaken
from dateline.press.numbering.paths import folded
from dateline.press.stores import checked
from tests.press import paper


@pytest.fixture
def bare(shelf: press.MemoryStore, monkeypatch: pytest.MonkeyPatch) -> press.MemoryStore:
    """Let a note's address be its slug alone."""
    monkeypatch.setattr(paper, "address", lambda row: f"/{row.slug}/")
    paper.put_many({1: {"slug": "one"}, 2: {"slug": "two"}, 3: {"slug": "three"}})
    press.run(store=shelf)
    return shelf


def test_two_notes_at_one_address_are_refused_and_the_first_stays(
    bare: press.MemoryStore,
) -> None:
    with pytest.raises(PathTaken, match="/one/ is “note” for 1 already; “note” for 2"):
        paper.put(2, slug="one")

    assert press.run(store=bare).count == 0
    assert b"Note 1" in bare.files["/one/"]


def test_two_notes_of_one_touch_at_one_address_are_refused(
    bare: press.MemoryStore,
) -> None:
    with pytest.raises(PathTaken, match="/same/ is wanted by “note” for . and by “note” for"):
        paper.put_many({1: {"slug": "same"}, 2: {"slug": "same"}})


def test_two_notes_may_exchange_their_addresses(bare: press.MemoryStore) -> None:
    paper.put_many({1: {"slug": "two"}, 2: {"slug": "one"}})
    press.run(store=bare)

    assert b"Note 1" in bare.files["/two/"]
    assert b"Note 2" in bare.files["/one/"]
    assert press.check(store=bare) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("/Quay/", "/quay/"), ("/caf\u00e9/", "/cafe\u0301/"), ("/a/", "/a.html"), ("/", "/index/")],
)
def test_addresses_that_may_be_one_file_are_one_to_the_ledger(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_an_address_that_differs_by_letters_case_is_refused(shelf: press.MemoryStore) -> None:
    with pytest.raises(PathTaken, match="/in/CITY/ and /in/city/ would be one file"):
        paper.put(1, section="CITY")


@pytest.mark.parametrize(
    "path",
    [
        "note/",
        "/../etc/passwd",
        "/a/../../b/",
        "/./a/",
        "/a//b/",
        "/a\\b/",
        "/a\x00/",
        "/a\n/",
        "/a.gone",
        "/a.redirect",
        "/a.html.gz/b/",
        "/a.GZ",
        "/" + "a" * 201 + "/",
        "/" + "я" * 101 + "/",
    ],
)
def test_an_address_that_no_sheet_may_have_is_refused(path: str) -> None:
    with pytest.raises(BadPath, match="cannot be a sheet's address"):
        checked(path)


def test_a_note_with_such_an_address_is_not_touched(shelf: press.MemoryStore) -> None:
    with pytest.raises(BadPath, match=r"/\.\./\.\./note-1/"):
        paper.put(1, slug="../../note")

    assert press.run(store=shelf).count == 0
    assert press.check(store=shelf) == []
