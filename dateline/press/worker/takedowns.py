"""Takedown: a thing goes from every sheet, encoding and part before the request is answered."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import transaction

from dateline.press import sql
from dateline.press.caches import purges
from dateline.press.marking import changes
from dateline.press.numbering import ids, stamps
from dateline.press.numbering.paths import PART
from dateline.press.registry import Item

from .batches import Press

log = logging.getLogger("dateline.press")

LONGEST = 10.0
STEP = 0.01
FIRST = (1 << 31) - 1

_witnesses: ContextVar[tuple[list[Takedown], ...]] = ContextVar("press_witnesses", default=())


@dataclass
class Takedown:
    """The result of a takedown, filled in once the transaction has been committed.

    removed: addresses that are gone; pressed: addresses pressed without the thing; waiting:
    addresses that may still show it, for they could not be pressed, or not in time. purged:
    addresses that the caches before the site forgot; kept: those that they may still hold.
    """

    items: tuple[Item, ...]
    sheets: list[int] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    pressed: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    purged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def lists(self) -> tuple[list[str], ...]:
        """Return the addresses by what became of them."""
        return self.removed, self.pressed, self.waiting, self.purged, self.kept


def takedown(*items: Item) -> Takedown:
    """Take things that are no longer public off the site, at once after COMMIT.

    Every sheet that shows any of their facets is pressed before this transaction's on_commit
    returns; their own pages go first.
    """
    done = Takedown(items)
    touched = changes.touch(*items, what="takedown", urgent=True)
    gone = [read for read, stamp in touched.reads.items() if stamp == stamps.ABSENT]
    own = _own(items)
    showing = {*own, *_showing(gone)}
    done.sheets = sorted(showing | set(_showing(_parts(showing))))
    for heat, sheets in ((FIRST - 1, done.sheets), (FIRST, own)):
        sql.do_in(f"UPDATE press_job SET heat = {heat} WHERE sheet IN ({{}})", sheets)
    for heard in _witnesses.get():
        heard.append(done)
    transaction.on_commit(lambda: _press_at_once(done))
    return done


@contextlib.contextmanager
def witnessed() -> Iterator[list[Takedown]]:
    """Gather the takedowns that happen inside the block, for whoever asked for them."""
    heard: list[Takedown] = []
    before = _witnesses.set((*_witnesses.get(), heard))
    try:
        yield heard
    finally:
        _witnesses.reset(before)


def together(heard: Iterable[Takedown]) -> Takedown:
    """Return what several takedowns did, as one: each address once."""
    done = Takedown(())
    for one in heard:
        done.items += one.items
        for mine, theirs in zip(done.lists(), one.lists(), strict=True):
            mine += [path for path in theirs if path not in mine]
    return done


def _own(items: tuple[Item, ...]) -> list[int]:
    """Return the sheets of these items that are to be removed."""
    rows = sql.fetch_in(
        "SELECT id FROM press_sheet WHERE state = 'leaving' AND owner IN ({})",
        sorted({ids.item_number(kind, ident) for kind, ident in items}),
    )
    return [row[0] for row in rows]


def _showing(reads: list[int]) -> list[int]:
    rows = sql.fetch_in("SELECT DISTINCT sheet FROM press_edge WHERE read IN ({})", sorted(reads))
    return [row[0] for row in rows]


def _parts(sheets: set[int]) -> list[int]:
    """Return the reads of those of these sheets that are parts of others."""
    rows = sql.fetch_in("SELECT path FROM press_sheet WHERE id IN ({})", sorted(sheets))
    return [ids.hashed_number(ids.PART, path) for (path,) in rows if path.startswith(PART)]


def _press_at_once(done: Takedown) -> None:
    """Press what a takedown marked, together with workers; whatever fails is told, not raised."""
    try:
        press = Press(worker="takedown")
        late = time.monotonic() + LONGEST
        while _waits(done) and time.monotonic() < late:
            if not press.batch():
                time.sleep(STEP)  # a worker has the rest in hand
    except Exception:
        log.exception("a takedown was not pressed to its end; workers go on with it")
    _tell(done)
    _purge(done)


def _purge(done: Takedown) -> None:
    """Have caches before the site forget what changed; what they refuse is tried again."""
    if not purges.wanted():
        return
    changed = sorted([*done.removed, *done.pressed])
    failed = purges.at_once(changed)
    done.purged = [path for path in changed if path not in failed]
    done.kept = sorted(failed)
    if failed:
        log.error("taken down, but caches may hold: %s", " ".join(done.kept[:100]))


def _waits(done: Takedown) -> bool:
    """Return whether a sheet that showed the thing waits for its first pressing without it."""
    question = "SELECT sheet FROM press_job WHERE tries = 0 AND sheet IN ({}) LIMIT 1"
    return bool(sql.fetch_in(question, done.sheets))


def _tell(done: Takedown) -> None:
    """Fill in what became of every sheet that showed the thing."""
    rows = sql.fetch_in(
        "SELECT s.path, s.state, j.sheet FROM press_sheet s LEFT JOIN press_job j ON j.sheet = s.id"
        " WHERE s.id IN ({}) ORDER BY s.path",
        done.sheets,
    )
    for path, state, job in rows:
        if path.startswith(PART):
            continue
        if job is not None:
            done.waiting.append(path)
        elif state == "live":
            done.pressed.append(path)
        else:
            done.removed.append(path)
    if done.waiting:
        log.error("taken down, but still to be pressed: %s", " ".join(done.waiting[:100]))
