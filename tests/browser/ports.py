"""Wait until somebody answers at a port."""

import socket
import time


def answers(port, *, process, seconds):
    """Tell whether the process listens at the port before the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.1)
    return False
