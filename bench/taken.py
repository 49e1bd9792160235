"""Take down what stands in the latest news, baked into a week's pages, and measure."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import transaction

from dateline.press import clock, sql
from dateline.press.ledger import jobs
from dateline.press.numbering import ids
from dateline.press.worker.batches import Press
from dateline.press.worker.takedowns import together, witnessed
from dateline.stories import actions
from dateline.stories.models import Article

from . import shape
from .edits import Desk

WEEK = 7


def run(desk: Desk, count: int, tell: Callable[[str], None]) -> list[dict[str, Any]]:
    """Measure so many takedowns of the newest article, and one more before, each with all of it.

    The wall time is the editor's as well: a takedown presses before it returns.
    """
    press = Press(worker="bench")
    clock.use(lambda: desk.at)
    _bake(desk, press)
    found = []
    for turn in range(count + 1):
        desk.at += timedelta(minutes=1)
        found.append(_taken(desk, turn))
        press.until_idle()
        tell(str(found[-1]))
    return found[1:]


def _bake(desk: Desk, press: Press) -> None:
    """Press a week's articles anew at the desk's hour, beside the latest news of it."""
    first = ids.item_number("article", max(0, desk.place.shape.size - WEEK * shape.A_DAY))
    question = "SELECT id FROM press_sheet WHERE plate = 'article' AND owner >= %s"
    with transaction.atomic():
        jobs.rewrite([row[0] for row in sql.fetch(question, [first])], reason="bench")
    press.until_idle()


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
