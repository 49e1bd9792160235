"""See whether a port can be listened on before anything is started."""

import errno
import socket


def taken(host: str, port: int) -> str:
    """Return why a port cannot be listened on, or nothing if it can."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError as why:
        return f"no such address here ({why.strerror or why})"
    family, kind, protocol, _name, address = found[0]
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as why:
            return (
                "taken by another program" if why.errno == errno.EADDRINUSE else str(why.strerror)
            )
    return ""


def open_to(host: str, port: int) -> bool:
    """Tell whether somebody answers at a port."""
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    try:
        socket.create_connection((near, port), timeout=1).close()
    except OSError:
        return False
    return True
