"""After any walk of edits through the demo newsroom every sheet is as a fresh pressing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.demo.sites import a_copy, inside, said

WALK = """
import json, sys, django
django.setup()
from dateline import press
from tests.demo.walk import walk

taken = walk(int(sys.argv[1]), int(sys.argv[2]))
report = press.run()
again = press.run().count
drift = [each._asdict() for each in press.check()]
print(json.dumps({"taken": taken, "drift": drift, "again": again, "parked": report.parked}))
"""


def walked(site: Path, seed: int, steps: int) -> dict[str, Any]:
    """Walk, press, compare."""
    return inside(site, WALK, str(seed), str(steps))


def test_a_walk_through_the_demo_newsroom_leaves_nothing_stale(
    tmp_path_factory: Any, tmp_path: Path
) -> None:
    site = a_copy(tmp_path_factory, tmp_path)

    told = walked(site, 1, 30)

    taken = [step for step in told["taken"] if not step.startswith("(")]
    assert (told["drift"], told["parked"]) == ([], [])
    assert len(set(taken)) > 10
    assert "as a fresh pressing would have them" in said(site, "press", "check")
    said(site, "check")


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 22))
def test_long_walks_leave_nothing_stale(tmp_path_factory: Any, tmp_path: Path, seed: int) -> None:
    site = a_copy(tmp_path_factory, tmp_path)

    for leg in range(5):
        told = walked(site, seed * 100 + leg, 100)

        assert (told["drift"], told["parked"]) == ([], []), told["taken"]
