"""Points at which a test may stop the press dead, or step in: nothing unless one asks for it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

STEPS = (
    "touched",
    "claimed",
    "rendered",
    "staged",
    "opened",
    "held",
    "verified",
    "recorded",
    "named",
    "renamed",
    "committed",
)
"""In the order of a pressing; "touched" is the editor's, before COMMIT. See press.md 3.5."""
_counts: dict[str, int] = {}
_ask: list[Callable[[str], None]] = []


def reached(step: str) -> None:
    """Kill this process if DATELINE_PRESS_KILL_AT is "step" or "step:nth" and it is that time."""
    for ask in _ask:
        ask(step)
    wanted = os.environ.get("DATELINE_PRESS_KILL_AT")
    if not wanted:
        return
    name, _colon, nth = wanted.partition(":")
    if name == step:
        _counts[step] = _counts.get(step, 0) + 1
        if _counts[step] >= int(nth or 1):
            os.kill(os.getpid(), signal.SIGKILL)


def listen(ask: Callable[[str], None]) -> Callable[[], None]:
    """Have a function called at every step; return what ends that."""
    _ask.append(ask)
    return lambda: _ask.remove(ask)
