"""Numbers of indexes: kept while they may come through, and no longer."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from dateline.press.errors import NameClash
from dateline.press.numbering import indexes

KEY, OTHER = "in:city", "in:port"


def test_an_index_has_no_number_until_one_is_given(small_paper):
    assert indexes.number(KEY) == indexes.NONE

    given = indexes.numbers([KEY], give=True)[KEY]

    assert indexes.number(KEY) == given != indexes.NONE
    assert indexes.key_of(given) == KEY


def test_a_number_given_in_vain_is_forgotten(small_paper):
    with transaction.atomic():
        indexes.numbers([KEY], give=True)
        transaction.set_rollback(True)

    assert indexes.numbers([OTHER], give=True)
    assert indexes.number(KEY) == indexes.NONE


def test_a_number_is_asked_for_once_in_a_transaction(small_paper):
    indexes.numbers([KEY], give=True)

    with CaptureQueriesContext(connection) as asked:
        indexes.number(KEY)

    assert len(asked) == 0


def test_two_names_of_one_hash_are_refused(small_paper, monkeypatch):
    monkeypatch.setattr(indexes, "fold", lambda _key: 7)
    indexes.numbers([KEY], give=True)

    with pytest.raises(NameClash):
        indexes.numbers([OTHER], give=True)


def test_a_counted_index_has_an_odd_number(small_paper):
    found = indexes.numbers(["days", "all"], give=True)

    assert indexes.counted(found["days"])
    assert not indexes.counted(found["all"])
