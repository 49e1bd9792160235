"""The press's one clock: queue, leases and timers ask it; pages never can."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from .isolation import refuse_clock

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECOND = 1_000_000
_source: Callable[[], datetime] = lambda: datetime.now(tz=UTC)  # noqa: E731


def now() -> datetime:
    """Return the time, aware UTC."""
    refuse_clock()
    return _source()


def ticks(at: datetime | None = None) -> int:
    """Return a time (now by default) as the ledger keeps it: microseconds since 1970."""
    if at is None:
        refuse_clock()
    moment = at or _source()
    whole = moment - EPOCH
    return (whole.days * 86_400 + whole.seconds) * 1_000_000 + whole.microseconds


def use(source: Callable[[], datetime]) -> Callable[[], datetime]:
    """Take the time from elsewhere (tests); return what it was taken from."""
    global _source
    before, _source = _source, source
    return before
