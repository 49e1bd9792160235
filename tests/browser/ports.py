"""Wait until somebody answers at a port."""

import socket

from tests.patience import until


def answers(port, *, process):
    """Tell whether the process listens at the port; False once it has ended."""

    def open_or_ended():
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", port)) == 0 or process.poll() is not None

    until(open_or_ended)
    return process.poll() is None
