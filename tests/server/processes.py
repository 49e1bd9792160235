"""Start the real processes of a site, ask them over HTTP, and stop them."""

import http.client
import signal
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path

from tests.cli.commands import command, environment
from tests.patience import PATIENCE, until
from tests.ports import free_ports


@contextmanager
def running(site, *options, port=None, **more):
    """Run a site until the block ends; yields its port and process."""
    port = port or free_ports()
    log = Path(site) / "run.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            command("--site", site, "run", "--port", port, *options),
            env=environment(**more),
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield port, process
        finally:
            process.terminate()
            process.wait(PATIENCE)


def ask(port, path, method="GET", body=None, **headers):
    """Ask once and return status, headers (lower case) and body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, path, body=body, headers=named)
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, told, answer.read()
    finally:
        connection.close()


def raw(port, sent):
    """Send bytes as they are and return the first line of the answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        connection.sendall(sent)
        return connection.recv(65536).split(b"\r\n", 1)[0].decode()


def answers(port, path="/healthz"):
    """Return the status of an answer, once there is one."""
    return until(lambda: ask(port, path)[0])


def children(process):
    """Return pid by room of the processes that a supervisor keeps up."""
    found = {}
    for each in Path("/proc").iterdir():
        if not each.name.isdigit():
            continue
        try:
            stat = (each / "stat").read_text().rsplit(") ", 1)[1].split()
            words = (each / "cmdline").read_text().split("\0")
        except OSError:
            continue
        if int(stat[1]) == process.pid and stat[0] != "Z" and "child" in words:
            found[words[words.index("child") + 1]] = int(each.name)
    return found


def offspring(pid):
    """Return the pids of the processes that a process has started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rsplit(") ", 1)[1].split()[1])
        except OSError:
            continue
        if parent == pid:
            found.append(int(stat.parent.name))
    return found


def ended(pid):
    """Tell whether a process is no more."""
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rsplit(") ", 1)[1].split()[0] == "Z"
    except OSError:
        return True


TERM, KILL, INT = signal.SIGTERM, signal.SIGKILL, signal.SIGINT
