"""Places of items, and sets of numbers, as the ledger keeps them."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.press.ledger import item_places
from dateline.press.numbering import varints

WHOLE = st.integers(-(1 << 62), 1 << 62)


@given(st.sets(st.tuples(st.integers(1, 1 << 40), WHOLE)))
def test_places_come_back_from_the_ledger_as_they_went_in(some):
    assert item_places.unpacked(item_places.packed(some)) == some


@given(st.sets(st.integers(0, (1 << 63) - 1)))
def test_numbers_come_back_from_the_ledger_as_they_went_in(some):
    assert varints.unpacked(varints.packed(some)) == some


def test_an_article_in_twelve_indexes_takes_less_than_fifty_bytes():
    at = 1_790_000_000_000_000

    assert len(item_places.packed({(100_000 * turn, at) for turn in range(1, 13)})) < 50


def test_the_keys_of_an_item_are_known_by_name(shelf):
    assert {key.partition(":")[0] for key in item_places.keys_of("note", 1)} >= {
        "all",
        "in",
        "day",
        "days",
    }
    assert item_places.keys_of("note", 99) == set()
