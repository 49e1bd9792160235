"""Any history of edits ends in the same pages as a clean press of what it left behind."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import settings as limits
from hypothesis.stateful import run_state_machine_as_test

from tests.press.newsroom import Newsroom

SAMPLE, WHOLE = 60, 5000
STEPS = 12


def test_a_sample_of_histories_leaves_nothing_stale(open_paper: None, settings: Any) -> None:
    settings.PRESS_EPOCH = "tests.press.paper.epoch"

    run_state_machine_as_test(
        Newsroom, settings=limits(max_examples=SAMPLE, stateful_step_count=STEPS)
    )


@pytest.mark.soak
def test_five_thousand_histories_leave_nothing_stale(open_paper: None, settings: Any) -> None:
    settings.PRESS_EPOCH = "tests.press.paper.epoch"

    run_state_machine_as_test(
        Newsroom, settings=limits(max_examples=WHOLE, stateful_step_count=30, derandomize=False)
    )
