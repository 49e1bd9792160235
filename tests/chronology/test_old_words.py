"""Words of the version before are kept, with their language, on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.paths import ROOT
from tests.postgres import Postgres


def _migrated(url: str) -> dict:
    done = subprocess.run(
        [sys.executable, "-m", "tests.chronology.old_words"],
        cwd=ROOT,
        env={**os.environ, "DATELINE_TEST_DATABASE": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.xdist_group("postgres")
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_old_words_are_kept_in_the_language_of_their_record(kind: str, postgres: Postgres) -> None:
    found = _migrated(postgres.create("oldwords") if kind == "postgres" else "")

    assert found["text"] == {"en": "It burns.", "uk": "Горить.", "original": "uk"}
    assert found["standing_note"] == {"uk": "Ніхто не бачив.", "original": "uk"}
    assert len(found["unnamed_reason"]["uk"]) == 200
    assert found["was"] == {"uk": "о п’ятій", "original": "uk"}
    assert found["now"] == {"uk": "о шостій", "original": "uk"}
    assert found["reason"] == {}
    assert found["credit"] == {"uk": "Ann Lens", "original": "uk"}
    assert found["description"]["original"] == "en"
    (said,) = found["draft"]["statements"]
    assert said["standing_note"] == {}
    assert said["attributions"][0]["unnamed_reason"] == {"uk": "Боїться.", "original": "uk"}
    assert "language" not in found["draft"]
