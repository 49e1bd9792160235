"""A ledger with the numbers of earlier versions becomes one of today's, and nothing is pressed."""

from importlib import import_module

from django.db import connection

from dateline import press
from dateline.press import sql
from dateline.press.ledger import item_places
from dateline.press.numbering import ids, varints
from tests.press import paper
from tests.press.first_numbers import number_as_before, numbered

SMALL = import_module("dateline.press.migrations.0008_small_numbers")
PLAIN = (
    "SELECT id, stamp FROM press_read",
    "SELECT read, sheet FROM press_edge",
    "SELECT x.name, sort, item FROM press_entry JOIN press_index x ON x.id = idx >> 1",
    "SELECT x.name, sort, n FROM press_tally JOIN press_index x ON x.id = idx >> 1",
    "SELECT read, x.name, kind, n, at_sort, at_item, low, high, found FROM press_window"
    " JOIN press_index x ON x.id = idx >> 1",
    "SELECT id, path, owner, state, hash FROM press_sheet",
    "SELECT id, name FROM press_name",
    "SELECT fold, name FROM press_index",
    "SELECT what, subject FROM press_sweep",
)


def ledger():
    """Return what a ledger says, its indexes by name."""
    names = numbered()
    standing = {
        (item, names.get(idx), sort)
        for item, body in sql.fetch("SELECT id, placements FROM press_item")
        for idx, sort in item_places.unpacked(bytes(body))
    }
    shown = {
        (sheet, read)
        for sheet, deps in sql.fetch("SELECT id, deps FROM press_sheet")
        for read in varints.unpacked(bytes(deps))
    }
    return standing, shown, [sorted(sql.fetch(one), key=repr) for one in PLAIN]


def test_an_older_ledger_is_numbered_anew_without_a_loss(shelf):
    sql.do(
        "INSERT INTO press_sweep (what, subject, cursor, importance, at)"
        f" VALUES ('read', '{ids.facet_read('note', 'card', 2)}', 0, 5, 0)"
    )
    before = ledger()
    number_as_before()
    ids.forget()

    SMALL.renumber(None, connection.schema_editor())

    assert ledger() == before


def test_a_ledger_numbered_anew_presses_what_an_edit_changes_and_no_more(shelf):
    number_as_before()
    ids.forget()
    SMALL.renumber(None, connection.schema_editor())

    assert press.check(store=shelf) == []
    assert press.run(store=shelf).count == 0
    paper.put(2, headline="Flood")
    assert press.run(store=shelf).count
    assert press.check(store=shelf) == []
