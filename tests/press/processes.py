"""Other processes for the press's tests: forked from this one, so that they start warm."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable

from django.db import connections

from dateline.press import hooks

LONGEST = 30
KILLED = -signal.SIGKILL


def fork(work: Callable[[], object], *, kill_at: str = "", seconds: int = LONGEST) -> int:
    """Do some work in a process of its own, which may be killed at a step; return its number."""
    connections.close_all()
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        signal.alarm(seconds)
        os.environ["DATELINE_PRESS_KILL_AT"] = kill_at
        hooks._counts.clear()
        work()
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it was, pytest must not go on in two processes
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(status)


def ended(pid: int) -> int:
    """Wait for a process; return how it ended: 0, 1, or KILLED."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
