"""Find a program that Debian packages, and install it where the tests may."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest


def program(*names, package):
    """Return the path of the first program found; install the package for it as root.

    Ends the run with one line where the program is missing and nobody may install it.
    """
    found = _first(names)
    if not found and os.geteuid() == 0 and shutil.which("apt-get"):
        install(package)
        found = _first(names)
    if not found:
        pytest.fail(f"{names[0]} is missing: run `apt-get install {package}` as root", False)
    return found


def _first(names):
    return next(filter(None, map(shutil.which, names)), None)


def install(package):
    """Install a Debian package, one at a time on a machine; needs root."""
    with (Path(tempfile.gettempdir()) / "dateline-apt.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for command in (["update", "-qq"], ["install", "-y", "-qq", package]):
            subprocess.run(
                ["apt-get", *command],
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                capture_output=True,
                check=False,
            )
