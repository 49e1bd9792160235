"""A pressed town that tests may edit: built once a module, rolled back after every test."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from dateline import press
from dateline.press import clock
from dateline.press.numbering import ids
from tests import cast
from tests.front import town

A_MOMENT = timedelta(seconds=2)
PRESSED_AT = cast.NOON + timedelta(hours=3)


@dataclass
class Pressroom:
    """The town and the store in which its sheets lie.

    vain: what the last edit pressed though not a byte of it changed.
    """

    town: town.Town
    store: press.MemoryStore
    vain: set[str] = field(default_factory=set)

    def after(self, edit: Callable[[town.Town], object]) -> set[str]:
        """Make an edit, press what is due, and return the addresses whose page changed."""
        before = dict(self.contents())
        with transaction.atomic():
            edit(self.town)
        looked = press.run(store=self.store).same
        before_that = clock.use(lambda: PRESSED_AT + A_MOMENT)
        looked += press.run(store=self.store).same  # a redirect waits for what it leads to
        clock.use(before_that)
        now = self.contents()
        paths = before.keys() | now.keys()
        changed = {path for path in paths if before.get(path) != now.get(path)}
        self.vain = {path for path in looked if not path.startswith("part:")} - changed
        return changed

    def contents(self) -> dict[str, tuple[Any, ...]]:
        """Return what lies at every address: page, tombstone, redirect."""
        shelves = (self.store.files, self.store.tombs, self.store.leads)
        paths = set().union(*shelves)
        return {path: tuple(shelf.get(path) for shelf in shelves) for path in paths}


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[Pressroom]:
    """Build and press the town inside a transaction that is never committed."""
    before = clock.use(lambda: PRESSED_AT)
    ids.forget()
    with django_db_blocker.unblock():
        outside = transaction.atomic()
        outside.__enter__()
        made = Pressroom(town.build(), press.MemoryStore())
        press.run(store=made.store)
        yield made
        transaction.set_rollback(True)
        outside.__exit__(None, None, None)
    ids.forget()
    clock.use(before)


@pytest.fixture
def room(built: Pressroom, db: None) -> Iterator[Pressroom]:
    """Return the pressed town; what a test does to it is undone."""
    yield Pressroom(built.town, copy.deepcopy(built.store))
    ids.forget()
