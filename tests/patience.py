"""How long tests wait for other processes: long enough for a machine that is overloaded.

The limit only ends what hangs; no test tells from it whether something was quick.
"""

import time

PATIENCE = 600.0
"""Seconds."""


def until(told, *, every=0.1):
    """Wait until something is true; return the value that it told last."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = told()
        except OSError:
            found = None
        if found:
            return found
        time.sleep(every)
    raise AssertionError(f"not within {PATIENCE} s")
