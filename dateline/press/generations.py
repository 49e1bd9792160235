"""Generations of the design: its files stay until no page names them; see decision 0011.

The face puts them into a folder under names that are their content's, and says which are
today's; the press alone knows which pages are out.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from . import clock, kept, sweeps

log = logging.getLogger("dateline.press")

GRACE = 7 * 24 * 3600 * clock.SECOND
"""How long pages may lie in browsers and caches after the last of them was pressed anew."""
HOUR = 3600 * clock.SECOND
STRAY_SECONDS = 3600


def begin() -> int:
    """Put today's design where readers find it, then ask for a sweep of what others made.

    Returns how many plates are to be swept.
    """
    keep()
    return sweeps.watch_epochs()


def step() -> int:
    """Once an hour, on each machine: remove what no page needs; return how many files."""
    return forget() if kept.mine(_figure(), HOUR) else 0


def keep() -> frozenset[str]:
    """Have the face put today's files into the folder; return their names, none if it fails."""
    told = getattr(settings, "PRESS_DESIGN", None)
    if not told:
        return frozenset()
    try:
        return frozenset(import_string(told["keep"])(Path(told["folder"])))
    except OSError as why:
        log.warning("%s", why)
        return frozenset()


def forget() -> int:
    """Remove files of generations that no page has named for the time of grace; return how many.

    The time begins when the last sheet of another design is pressed anew, and again whenever
    there is one.
    """
    today = keep()
    if not today:
        return 0
    folder = Path(settings.PRESS_DESIGN["folder"])
    now, name = clock.ticks(), _figure()
    before = kept.value(name)
    since = {}
    if sweeps.settled():
        since = {each: min(before.get(each, now), now) for each in _others(folder, today)}
    over = {each for each, at in since.items() if at <= now - GRACE}
    left = {each: at for each, at in since.items() if each not in over}
    if left != before:
        kept.keep(name, left)
    return sum(_removed(folder / each) for each in sorted(over))


def _figure() -> str:
    """Return the name of this machine's figure: each has a folder of its own, or looks at one."""
    return f"design {os.uname().nodename}"[:40]


def _others(folder: Path, today: frozenset[str]) -> Iterator[str]:
    """Yield the names of files that are not today's; remove what was never finished."""
    for file in folder.rglob("*"):
        name = file.relative_to(folder).as_posix()
        if name in today or not file.is_file():
            continue
        if file.suffix != ".tmp":
            yield name
        elif time.time() - file.stat().st_mtime > STRAY_SECONDS:
            _removed(file)


def _removed(file: Path) -> bool:
    """Remove a file, if that can be done."""
    with suppress(OSError):
        file.unlink(missing_ok=True)
        return True
    return False
