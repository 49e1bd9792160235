"""Any history of edits ends in the same pages as a clean press of what it left behind."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from hypothesis import seed
from hypothesis import settings as limits
from hypothesis.stateful import run_state_machine_as_test

from tests.press.conftest import committed
from tests.press.newsroom import Newsroom

pytestmark = committed
SAMPLE, SAMPLE_ON_POSTGRESQL, STEPS = 200, 40, 12
SEEDS, EACH, EACH_ON_POSTGRESQL, MOST_STEPS = 50, 100, 20, 30


@pytest.fixture(autouse=True)
def designed(open_paper: None, settings: Any) -> None:
    """Let the paper's design change."""
    settings.PRESS_EPOCH = "tests.press.paper.epoch"


def number(whole: int, on_postgresql: int) -> int:
    """Return how many histories are played: fewer on PostgreSQL, which is slower at it."""
    return on_postgresql if connection.vendor == "postgresql" else whole


def test_a_sample_of_histories_leaves_nothing_stale() -> None:
    some = number(SAMPLE, SAMPLE_ON_POSTGRESQL)

    run_state_machine_as_test(
        Newsroom, settings=limits(max_examples=some, stateful_step_count=STEPS)
    )


@pytest.mark.soak
@pytest.mark.parametrize("chance", range(SEEDS))
def test_thousands_of_histories_leave_nothing_stale(chance: int) -> None:
    many = limits(
        max_examples=number(EACH, EACH_ON_POSTGRESQL),
        stateful_step_count=MOST_STEPS,
        derandomize=False,
        database=None,
    )

    run_state_machine_as_test(seed(chance)(type("Drawn", (Newsroom,), {})), settings=many)
