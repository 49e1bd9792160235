"""Any history of edits ends in the same pages as a clean press of what it left behind."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from hypothesis import settings as limits
from hypothesis.stateful import run_state_machine_as_test

from tests.press.conftest import committed
from tests.press.newsroom import Newsroom

pytestmark = committed
SAMPLE, WHOLE = 200, 5000
SAMPLE_ON_POSTGRESQL = 40
STEPS = 12


def test_a_sample_of_histories_leaves_nothing_stale(open_paper: None, settings: Any) -> None:
    settings.PRESS_EPOCH = "tests.press.paper.epoch"

    number = SAMPLE_ON_POSTGRESQL if connection.vendor == "postgresql" else SAMPLE

    run_state_machine_as_test(
        Newsroom, settings=limits(max_examples=number, stateful_step_count=STEPS)
    )


@pytest.mark.soak
def test_five_thousand_histories_leave_nothing_stale(open_paper: None, settings: Any) -> None:
    settings.PRESS_EPOCH = "tests.press.paper.epoch"

    run_state_machine_as_test(
        Newsroom, settings=limits(max_examples=WHOLE, stateful_step_count=30, derandomize=False)
    )
