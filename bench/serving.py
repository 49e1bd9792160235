"""Measure the embedded server against nginx: one worker each on one core, the client on another."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import click

from .sites import dateline

ROUNDS, SECONDS, CONNECTIONS = 5, 4, 64
NGINX = """daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
user root; events {{ worker_connections 1024; }}
http {{ access_log off; client_body_temp_path {folder}; proxy_temp_path {folder};
fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
default_type text/html; keepalive_requests 1000000;
server {{ listen 127.0.0.1:{port}; root {root}; gzip_static always;
location ~ ^(?<page>.*)/$ {{ try_files /nothing @page; }}
location @page {{ rewrite ^(.*)/$ $1.html break; }} }} }}
"""
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
COUNT = re.compile(r"(\d+) requests in")


@dataclass
class Server:
    """A server that runs: rates of all rounds, and what it took."""

    name: str
    port: int
    process: subprocess.Popen[bytes]
    rates: list[float] = field(default_factory=list)
    spent: float = 0.0
    requests: int = 0

    def figures(self) -> dict[str, Any]:
        """Return the best rate, CPU a request over all rounds, and memory now."""
        return {
            "server": self.name,
            "requests a second": round(max(self.rates)),
            "CPU microseconds a request": round(self.spent / max(self.requests, 1) * 1e6, 1),
            "memory in MB": round(sum(_memory(pid) for pid in family(self.process.pid)) / 1e6, 1),
        }


def compare(folder: Path, address: str) -> list[dict[str, Any]]:
    """Serve one page by both servers in turn; return a row a server, and their ratio."""
    for program in ("nginx", "wrk", "taskset"):
        if not shutil.which(program):
            raise click.ClickException(f"{program} is missing: install it to measure serving")
    with embedded(folder) as ours, nginx(folder) as other:
        for server in (ours, other):
            _warm(server, address)
        for _round in range(ROUNDS):
            for server in (ours, other):
                _measure(server, address)
        rows = [ours.figures(), other.figures()]
    ratio = round(max(ours.rates) / max(other.rates), 2)
    return [*rows, {"server": "ratio", "requests a second": ratio}]


@contextlib.contextmanager
def embedded(folder: Path) -> Iterator[Server]:
    """Run the embedded server for readers alone."""
    port = free_port()
    command = dateline("--site", str(folder), "run", "--readers-only", "--port", str(port))
    with _running("embedded", port, command) as server:
        yield server


@contextlib.contextmanager
def nginx(folder: Path) -> Iterator[Server]:
    """Run nginx on the pressed files, which it sends as they lie."""
    port, conf = free_port(), folder / "nginx.conf"
    conf.write_text(NGINX.format(folder=folder, root=folder / "var/sheets", port=port))
    with _running("nginx gzip_static", port, ["nginx", "-c", str(conf)]) as server:
        yield server


@contextlib.contextmanager
def _running(name: str, port: int, command: list[str]) -> Iterator[Server]:
    process = subprocess.Popen(  # noqa: S603
        ["taskset", "-c", "0", *command],  # noqa: S607
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield Server(name, port, process)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


def _warm(server: Server, address: str) -> None:
    """Wait until a server answers; raises ClickException when it does not."""
    for _try in range(200):
        with contextlib.suppress(OSError), urlopen(_url(server, address), timeout=5) as answer:  # noqa: S310
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise click.ClickException(f"{server.name} does not answer at {_url(server, address)}")


def _measure(server: Server, address: str) -> None:
    before = sum(_cpu(pid) for pid in family(server.process.pid))
    told = subprocess.run(  # noqa: S603
        ["taskset", "-c", "1", "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s"]  # noqa: S607
        + ["-H", "Accept-Encoding: gzip", _url(server, address)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    server.spent += sum(_cpu(pid) for pid in family(server.process.pid)) - before
    rate, count = RATE.search(told), COUNT.search(told)
    if not rate or not count or "Non-2xx" in told:
        raise click.ClickException(f"{server.name} did not serve {address}: {told}")
    server.rates.append(float(rate[1]))
    server.requests += int(count[1])


def _url(server: Server, address: str) -> str:
    return f"http://127.0.0.1:{server.port}{address}"


def family(first: int) -> list[int]:
    """Return a process and all that it started, and they."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents[int(path.parent.name)] = int(_stat(path)[1])
    found = [first]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found


def _stat(path: Path) -> list[str]:
    """Return the fields of a process's line behind its name: state, parent, group, session, …."""
    return path.read_text().rpartition(")")[2].split()


def _cpu(pid: int) -> float:
    with contextlib.suppress(OSError):
        fields = _stat(Path(f"/proc/{pid}/stat"))
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _memory(pid: int) -> int:
    with contextlib.suppress(OSError):
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    return 0
