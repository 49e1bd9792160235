"""Points at which a test may stop the press dead: nothing unless the environment says so."""

from __future__ import annotations

import os
import signal

STEPS = (
    "claimed",
    "rendered",
    "staged",
    "verified",
    "recorded",
    "renamed",
    "committed",
)
_counts: dict[str, int] = {}


def reached(step: str) -> None:
    """Kill this process if DATELINE_PRESS_KILL_AT is "step" or "step:nth" and it is that time."""
    wanted = os.environ.get("DATELINE_PRESS_KILL_AT")
    if not wanted:
        return
    name, _colon, nth = wanted.partition(":")
    if name == step:
        _counts[step] = _counts.get(step, 0) + 1
        if _counts[step] >= int(nth or 1):
            os.kill(os.getpid(), signal.SIGKILL)
