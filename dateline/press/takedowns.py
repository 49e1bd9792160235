"""Takedown: a thing goes from every sheet, encoding and part before the request is answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction

from . import changes, sql
from .draining import Press
from .registry import Item


@dataclass
class Takedown:
    """Is what a takedown did: filled in once the transaction has been committed.

    removed: addresses that are gone; pressed: addresses pressed without the thing.
    """

    items: tuple[Item, ...]
    removed: list[str] = field(default_factory=list)
    pressed: list[str] = field(default_factory=list)


def takedown(*items: Item) -> Takedown:
    """Take things that are no longer public off the site, at once after COMMIT.

    Every sheet that shows any of their facets, and every sheet with a baked slot that showed
    them, is pressed before this transaction's on_commit returns.
    """
    done = Takedown(items)
    changes.touch(*items, what="takedown", urgent=True)
    transaction.on_commit(lambda: _press_at_once(done))
    return done


def _press_at_once(done: Takedown) -> None:
    press = Press(worker="takedown")
    while sql.fetch(
        "SELECT 1 FROM press_job WHERE importance = 0 AND parked = %s AND tries = 0"
        " AND lease_until IS NULL LIMIT 1",
        [False],
    ):
        if not press.batch():
            break
    done.removed = press.report.gone
    done.pressed = press.report.pressed
