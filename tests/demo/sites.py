"""Copies of the demo newsroom that a test may change, and scripts run inside of them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.browser.site import environment, filled


def a_copy(tmp_path_factory: Any, folder: Path) -> Path:
    """Copy the demo newsroom."""
    return Path(shutil.copytree(filled(tmp_path_factory), folder / "site"))


def inside(site: Path, code: str, *words: str) -> Any:
    """Run a script in the site with Django's settings; return what it printed last, as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        env={**environment(site), "DJANGO_SETTINGS_MODULE": "dateline.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout.splitlines()[-1])


def said(site: Path, *words: str) -> str:
    """Run one command of Dateline in the site; return what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "dateline.cli", *words],
        env=environment(site),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout
