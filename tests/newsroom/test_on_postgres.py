"""The tables of publications, removals and holds once more, on a real PostgreSQL."""

from __future__ import annotations

import pytest

from tests.postgres import Postgres
from tests.press.test_on_postgres import AN_HOUR, on_postgres

TABLES = (
    "tests/newsroom/test_publication.py",
    "tests/newsroom/test_waiting_versions.py",
    "tests/newsroom/test_removals.py",
    "tests/front/test_held.py",
)


@pytest.mark.xdist_group("postgres")
def test_one_verb_publishes_and_public_means_one_thing_on_postgresql_too(
    postgres: Postgres,
) -> None:
    done = on_postgres(postgres.create("newsroom"), "-q", *TABLES, longest=AN_HOUR / 2)

    assert done.returncode == 0, done.stdout[-6000:]
