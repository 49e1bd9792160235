"""Wake workers at once after a commit: a datagram to each; polling is what they rely on."""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path

from django.conf import settings

MOST_BYTES = 100  # a Unix socket's path may have 107


def folder() -> Path:
    """Return where workers' sockets lie."""
    return Path(getattr(settings, "PRESS_WAKE_DIR", settings.PRESS_STORE["folder"])).parent


def ring() -> None:
    """Tell every worker that there is work; whoever does not hear polls."""
    for path in folder().glob("press-*.sock"):
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bell:
            bell.setblocking(False)
            bell.sendto(b"!", str(path))


class Bell:
    """One worker's ear."""

    def __init__(self) -> None:
        self.path = folder() / f"press-{os.getpid()}.sock"
        self.socket: socket.socket | None = None
        if len(str(self.path)) <= MOST_BYTES:
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)
                self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
                self.socket.bind(str(self.path))

    def wait(self, seconds: float) -> bool:
        """Wait until somebody rings or the seconds are over; return whether somebody rang."""
        if self.socket is None:
            import time

            time.sleep(seconds)
            return False
        self.socket.settimeout(seconds)
        try:
            self.socket.recv(16)
        except OSError:
            return False
        self.socket.setblocking(False)
        with contextlib.suppress(OSError):
            while self.socket.recv(16):
                pass
        return True

    def close(self) -> None:
        """Take the ear away."""
        if self.socket is not None:
            self.socket.close()
        self.path.unlink(missing_ok=True)
