"""Take down what stands in the latest news, and measure: pages have but a link to that."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from dateline.press import clock
from dateline.press.worker.batches import Press
from dateline.press.worker.takedowns import together, witnessed
from dateline.stories import actions
from dateline.stories.models import Article

from .edits import Desk


def run(desk: Desk, count: int, tell: Callable[[str], None]) -> list[dict[str, Any]]:
    """Measure so many takedowns of the newest article, and one more before, each with all of it.

    The wall time is the editor's as well: a takedown presses before it returns.
    """
    press = Press(worker="bench")
    clock.use(lambda: desk.at)
    press.until_idle()
    found = []
    for turn in range(count + 1):
        desk.at += timedelta(minutes=1)
        found.append(_taken(desk, turn))
        press.until_idle()
        tell(str(found[-1]))
    return found[1:]


def _taken(desk: Desk, turn: int) -> dict[str, Any]:
    article = Article.objects.filter(live=True).order_by("-published_at")[0]
    with witnessed() as heard:
        wall, cpu = time.monotonic(), time.process_time()
        actions.unpublish(article, by=desk.by, at=desk.at)
        cpu, wall = time.process_time() - cpu, time.monotonic() - wall
    done = together(heard)
    return {
        "takedown": turn,
        "pages": len(done.pressed),
        "late": len(done.waiting),
        "CPU ms": round(cpu * 1000),
        "wall ms": round(wall * 1000),
    }
