"""What a worker does beside pressing: says that it lives, samples, counts, audits at night.

Only when it is idle, little at a time, and one worker of many at once.
"""

from __future__ import annotations

from . import audits, census, clock, generations, kept, sampling, sql
from .stores import Store

ALIVE, SAMPLE, COUNT, AUDIT = "alive", "sample", "count", "audit"
EVERY = 5 * clock.SECOND
LATE = 60 * clock.SECOND


def live(worker: str) -> None:
    """Say that a worker is at work."""
    kept.keep(ALIVE, {"worker": worker})


def runs() -> bool:
    """Return whether a worker has been at work within the last minute."""
    at = kept.when(ALIVE)
    return at is not None and at > clock.ticks() - LATE


def idle(store: Store) -> None:
    """Do the next little piece of each."""
    last = kept.when(SAMPLE)
    if kept.mine(SAMPLE, EVERY) and not sql.fetch("SELECT 1 FROM press_sweep LIMIT 1"):
        seconds = (clock.ticks() - last) / clock.SECOND if last else 0
        sampling.sample(store, min(seconds, 60))
    if kept.mine(COUNT, EVERY):
        census.step()
    if kept.mine(AUDIT, EVERY):
        audits.step()
    generations.step()
