"""Run the command line as a person without a terminal would, in a process of its own."""

import os
import subprocess
import sys

from tests.paths import ROOT
from tests.patience import PATIENCE


def environment(**more):
    """Return this process's variables without what would name another site."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DATELINE_", "DJANGO_"))
    }
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def dateline(*arguments, cwd=None, stdin=None, **more):
    """Run one command to its end."""
    done = subprocess.run(
        command(*arguments),
        env=environment(**more),
        cwd=cwd,
        input=stdin or b"",
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def command(*arguments):
    """Return the words of a command."""
    return [sys.executable, "-m", "dateline", *map(str, arguments)]


def refused(done, status=1):
    """Return the one line by which a command refused."""
    assert done.returncode == status, (done.stdout, done.stderr)
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.strip()
