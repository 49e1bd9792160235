"""The same tests once more on a real PostgreSQL: migrations, the press, the table of edits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT
from tests.postgres import Postgres

ALL = ("tests/press", "tests/front/test_plates_edits.py")
LONG = 1800


@pytest.mark.xdist_group("postgres")
def test_the_press_keeps_its_word_on_postgresql_too(postgres: Postgres) -> None:
    url = postgres.create("dateline")
    command = [sys.executable, "-m", "pytest", "-n0", "-q", "-p", "no:cacheprovider", *ALL]

    done = subprocess.run(
        [*command, f"--ignore={Path(__file__).relative_to(ROOT)}"],
        cwd=ROOT,
        env={**os.environ, "DATELINE_TEST_DATABASE": url, "PYTEST_XDIST_WORKER": ""},
        capture_output=True,
        text=True,
        timeout=LONG,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-6000:]
