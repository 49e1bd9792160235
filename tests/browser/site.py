"""Fill a demo newsroom once a test run, and serve it to the browser tests."""

import fcntl
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.paths import ROOT
from tests.patience import PATIENCE
from tests.ports import free_ports

from . import kinds
from .ports import answers


@dataclass(frozen=True)
class Demo:
    """One demo newsroom that is being served: its folder, its address and its pages."""

    folder: Path
    address: str
    pages: dict

    @property
    def sheets(self):
        return self.folder / "var/sheets"

    def page(self, kind, edition="en"):
        """Return the full address of the longest page of a kind."""
        assert (edition, kind) in self.pages, f"The demo newsroom has no {kind} in {edition}"
        return self.address + self.pages[edition, kind][0]

    def fetch(self, address, **headers):
        """Ask for an address below the site's and return status, headers and body."""
        try:
            with urlopen(
                Request(self.address + address, headers=headers), timeout=PATIENCE
            ) as answer:
                return answer.status, answer.headers, answer.read()
        except HTTPError as refused:
            return refused.code, refused.headers, refused.read()


@contextmanager
def served(tmp_path_factory):
    """Serve the demo newsroom that the workers of this run share."""
    folder = filled(tmp_path_factory)
    port = free_ports()
    log = folder / f"served-{port}.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            dateline("run", "--readers-only"),
            env={**environment(folder), "DATELINE_SERVER_PORT": str(port)},
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            if not answers(port, process=server):
                pytest.fail(f"The readers' server did not start:\n{log.read_text()}", False)
            pages = kinds.by_kind(folder / "var/sheets")
            yield Demo(folder, f"http://127.0.0.1:{port}", pages)
        finally:
            server.terminate()
            server.wait(30)


def filled(tmp_path_factory):
    """Return the folder of the filled site; the first worker to come fills it.

    DATELINE_TEST_SITE names a site filled before, to save the time while writing tests.
    """
    given = os.environ.get("DATELINE_TEST_SITE")
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = Path(given) if given else shared / "demo"
    with (shared / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "filled").exists():
            _fill(folder)
            (folder / "filled").touch()
    return folder


def _fill(folder):
    folder.mkdir(parents=True, exist_ok=True)
    filling = subprocess.run(
        dateline("demo", "--no-serve"),
        env=environment(folder),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if filling.returncode:
        said = (filling.stdout + filling.stderr)[-3000:]
        pytest.fail(f"`dateline demo --no-serve` ended with {filling.returncode}:\n{said}", False)


def dateline(*arguments):
    """Return the command line of one command."""
    return [sys.executable, "-m", "dateline.cli", *arguments]


def environment(folder):
    """Return an environment in which commands act on one site and nothing else is set."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    kept.pop("DJANGO_SETTINGS_MODULE", None)
    return {**kept, "DATELINE_SITE": str(folder), "PYTHONPATH": str(ROOT)}
