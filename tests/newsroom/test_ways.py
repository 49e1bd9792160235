"""Every way in which content changes touches what it writes, in one transaction, exactly."""

import contextlib
import re

import pytest
from django.apps import apps
from django.db import OperationalError, connection

from dateline import press
from tests.front.pressroom import built, room  # noqa: F401
from tests.untouched import tables, watching
from tests.ways import ALL

pytestmark = pytest.mark.django_db


@pytest.fixture(params=sorted(ALL))
def way(request, room, boss):  # noqa: F811
    """Prepare one way; the fixture's value acts."""
    acting = ALL[request.param](room.town, boss)
    next(acting)
    press.run(store=room.store)
    return lambda: next(acting, None)


def test_a_way_touches_what_it_writes_and_the_oracle_finds_nothing(way, room):  # noqa: F811
    with watching() as watch:
        way()
    press.run(store=room.store)

    assert watch.untouched == []
    assert press.check(store=room.store) == []
    assert press.run(store=room.store).count == 0


def test_a_break_after_the_last_write_of_a_way_saves_nothing(way):
    before = _all_rows()

    with contextlib.suppress(OperationalError), connection.execute_wrapper(_Break()):
        way()

    assert _all_rows() == before


class _Break:
    """Fails a transaction at the very moment when it would be committed, once it wrote."""

    def __init__(self):
        self.depth, self.wrote = len(connection.savepoint_ids), False
        self.watched = re.compile("|".join(f'"?{table}"?' for table in _watched()))

    def __call__(self, execute, sql, params, many, context):
        if not sql.startswith(("SELECT", "SAVEPOINT", "RELEASE")) and self.watched.search(sql):
            self.wrote = True
        outermost = len(connection.savepoint_ids) == self.depth
        if sql.startswith("RELEASE") and self.wrote and outermost:
            self.wrote = False
            raise OperationalError("the power went")
        return execute(sql, params, many, context)


def _watched():
    ledger = [model._meta.db_table for model in apps.get_app_config("press").get_models()]
    return [*tables(), *(one for one in ledger if one not in ("press_name", "press_timer"))]


def _all_rows():
    with connection.cursor() as cursor:
        found = {}
        for table in _watched():
            cursor.execute(f"SELECT * FROM {table}")
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found
