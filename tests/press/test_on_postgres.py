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
AN_HOUR = 3600


@pytest.mark.xdist_group("postgres")
def test_the_press_keeps_its_word_on_postgresql_too(postgres: Postgres) -> None:
    told = on_postgres(postgres.create("dateline"), "-q", *ALL, longest=AN_HOUR / 2)

    assert told.returncode == 0, told.stdout[-6000:]


@pytest.mark.soak
def test_the_press_keeps_its_word_on_postgresql_for_long(postgres: Postgres) -> None:
    words = ("-m", "soak", "-rP", "--durations=0", "tests/press")

    told = on_postgres(postgres.create("soaked"), *words, longest=4 * AN_HOUR)

    print(told.stdout)
    assert told.returncode == 0


def on_postgres(url: str, *words: str, longest: float) -> subprocess.CompletedProcess[str]:
    """Run tests in a pytest of their own on another database; this module is left out."""
    command = [sys.executable, "-m", "pytest", "-n0", "-p", "no:cacheprovider", *words]
    return subprocess.run(
        [*command, f"--ignore={Path(__file__).relative_to(ROOT)}"],
        cwd=ROOT,
        env={**os.environ, "DATELINE_TEST_DATABASE": url, "PYTEST_XDIST_WORKER": ""},
        capture_output=True,
        text=True,
        timeout=longest,
        check=False,
    )
