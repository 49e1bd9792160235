"""Run a PostgreSQL of the tests' own: a data folder, a socket, no port, no password."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.browser.debian import program

NOBODYS = "postgres"
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class Postgres:
    """One server. fsync is off: it is the press that is tested, not PostgreSQL's disk."""

    def __init__(self, folder: str = "") -> None:
        """Make a new one, or take hold of one that runs from a folder."""
        self.folder = Path(folder or tempfile.mkdtemp(prefix="dl-pg-"))
        self.account = NOBODYS if os.geteuid() == 0 else None
        if folder:
            return
        if self.account:
            shutil.chown(self.folder, self.account)
        self._run(
            "initdb", "-D", self.cluster, "-U", NOBODYS, "-A", "trust", "--no-sync", "-E", "UTF8"
        )

    @property
    def cluster(self) -> Path:
        return self.folder / "data"

    def url(self, name: str = "dateline") -> str:
        """Return the address of one of its databases."""
        return f"postgresql://{NOBODYS}@/{name}?host={self.folder}"

    def start(self) -> None:
        settings = [f"unix_socket_directories={self.folder}", "listen_addresses=", *QUICK]
        words = " ".join(f"-c {each}" for each in [*settings, "max_connections=60"])
        log = self.folder / "log"
        self._run("pg_ctl", "-D", self.cluster, "-l", log, "-o", words, "-w", "start")

    def stop(self, mode: str = "fast") -> None:
        self._run("pg_ctl", "-D", self.cluster, "-m", mode, "-w", "stop")

    def restart(self) -> None:
        """Throw everybody out, and come back."""
        self.stop("immediate")
        self.start()

    def remove(self) -> None:
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def create(self, name: str) -> str:
        """Make an empty database; return its address."""
        self._run("createdb", "-h", self.folder, "-U", NOBODYS, "-T", "template0", name)
        return self.url(name)

    def _run(self, name: str, *arguments: object) -> None:
        done = subprocess.run(
            [binary(name), *map(str, arguments)],
            user=self.account,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"},
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()


def binary(name: str) -> Path:
    """Return one of PostgreSQL's programs, which Debian keeps off the path."""
    program("pg_ctlcluster", package="postgresql")
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return found[-1] if found else Path(program(name, package="postgresql"))
