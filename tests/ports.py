"""Ports of the loopback address that are one test's alone until its process ends.

The kernel hands out the ports of clients, and whatever is bound to port 0, from a range of its
own; two of the suite's processes could be given the same port between the asking and the
listening. So ports are taken from below that range, and each is claimed by a lock on a file.
"""

from __future__ import annotations

import fcntl
import itertools
import random
import socket
import tempfile
from pathlib import Path
from typing import TextIO

LOWEST, HIGHEST = 10_240, 32_000
ROW = 4
CLAIMS: list[TextIO] = []


def free_ports() -> int:
    """Return the first of four ports in a row that nobody listens at, nobody else's from now on."""
    starts = range(LOWEST, HIGHEST, ROW)
    first = random.randrange(len(starts))
    for start in itertools.chain(starts[first:], starts[:first]):
        if _claimed(start):
            return start
    raise RuntimeError(f"no free ports between {LOWEST} and {HIGHEST} on 127.0.0.1")


def _claimed(start: int) -> bool:
    folder = Path(tempfile.gettempdir()) / "dateline-test-ports"
    folder.mkdir(exist_ok=True)
    claim = (folder / str(start)).open("w")
    try:
        fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for port in range(start, start + ROW):
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", port))
    except OSError:
        claim.close()
        return False
    CLAIMS.append(claim)
    return True
