"""Places of items as the ledger keeps them, and the ledgers of older versions."""

import json
from importlib import import_module

from django.db import connection

from dateline.press import ids, places, sql

LEANER = import_module("dateline.press.migrations.0004_a_leaner_ledger")


def test_places_come_back_from_the_ledger_as_they_went_in():
    some = {(5, -3), (1 << 62, 7), (5, 9)}

    assert places.unpacked(places.packed(some)) == some
    assert len(places.packed(some)) == 48


def test_the_keys_of_an_item_are_known_by_name(shelf):
    assert {key.partition(":")[0] for key in places.keys_of("note", 1)} >= {
        "all",
        "in",
        "day",
        "days",
    }
    assert places.keys_of("note", 99) == set()


def test_an_older_ledgers_places_are_packed_without_a_loss(shelf):
    number = ids.item_number("note", 1)
    before = places.held([number])[number]
    keys = {ids.hashed_number(ids.INDEX, key): key for key in places.keys_of("note", 1)}
    text = json.dumps([[keys[idx], sort] for idx, sort in sorted(places.unpacked(before))])
    sql.do("DELETE FROM press_item WHERE id <> %s", [number])
    sql.do("UPDATE press_item SET placements = %s WHERE id = %s", [text, number])

    LEANER.pack(_apps(), _Schema)

    assert places.held([number])[number] == before


def _apps():
    from django.apps import apps

    return apps


class _Schema:
    connection = connection
