"""What a worker does beside pressing: says that it lives, samples, counts, audits at night.

Only when it is idle, little at a time, and one worker of many at once.
"""

from __future__ import annotations

from dateline.press import clock, sql
from dateline.press.filing import generations
from dateline.press.ledger import figures
from dateline.press.stores import Store

from . import audits, census, sampled_checks

ALIVE, SAMPLE, COUNT, AUDIT = "alive", "sample", "count", "audit"
EVERY = 5 * clock.SECOND
LATE = 60 * clock.SECOND


def note_alive(worker: str) -> None:
    """Say that a worker is at work."""
    figures.keep(ALIVE, {"worker": worker})


def is_worker_alive() -> bool:
    """Return whether a worker has been at work within the last minute."""
    at = figures.when(ALIVE)
    return at is not None and at > clock.ticks() - LATE


def idle(store: Store) -> None:
    """Do the next little piece of each."""
    last = figures.when(SAMPLE)
    if figures.is_turn(SAMPLE, EVERY) and not sql.fetch("SELECT 1 FROM press_sweep LIMIT 1"):
        seconds = (clock.ticks() - last) / clock.SECOND if last else 0
        sampled_checks.sample(store, min(seconds, 60))
    if figures.is_turn(COUNT, EVERY):
        census.step()
    if figures.is_turn(AUDIT, EVERY):
        audits.step()
    generations.step()
