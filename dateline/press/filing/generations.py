"""Generations of the design: its files stay until no page names them; see decision 0011.

The face puts them into a folder under names that are their content's, and says which are
today's; the press alone knows which pages are out.
"""

from __future__ import annotations

import logging
import os
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.module_loading import import_string

from dateline.press import clock
from dateline.press.errors import StoreFailed
from dateline.press.ledger import figures
from dateline.press.marking import sweeps
from dateline.press.stores.site import store

if TYPE_CHECKING:
    from dateline.press.stores.design_in_bucket import DesignInBucket

log = logging.getLogger("dateline.press")

GRACE = 7 * 24 * 3600 * clock.SECOND
"""How long pages may lie in browsers and caches after the last of them was pressed anew."""
HOUR = 3600 * clock.SECOND
STRAY_SECONDS = 3600
MARKED = re.compile(r"\.[0-9a-f]{8}\.[a-z0-9]+$")
"""Ends the names of files that a face has put there: whatever else lies there is somebody's."""


def begin() -> int:
    """Put today's design where readers find it, then ask for a sweep of what others made.

    Returns how many plates are to be swept.
    """
    keep()
    return sweeps.watch_epochs()


def step() -> int:
    """Remove what no page needs, once an hour on each machine; return how many files."""
    try:
        return forget() if figures.is_turn(_figure(), HOUR) else 0
    except (OSError, StoreFailed) as why:
        log.warning("%s", why)
        return 0


def keep() -> frozenset[str]:
    """Have the face put today's files into the folder; return their names, none if it fails."""
    told = getattr(settings, "PRESS_DESIGN", None)
    if not told:
        return frozenset()
    folder = Path(told["folder"])
    try:
        names = frozenset(import_string(told["keep"])(folder))
        if aside := _aside():
            aside.put(folder, names)
    except (OSError, StoreFailed) as why:
        log.warning("%s", why)
        return frozenset()
    return names


def forget() -> int:
    """Remove files of generations that no page has named for the time of grace; return how many.

    The time begins when the last sheet of another design is pressed anew, and again whenever
    there is one.
    """
    today = keep()
    if not today:
        return 0
    folder, aside = Path(settings.PRESS_DESIGN["folder"]), _aside()
    now, name = clock.ticks(), _figure()
    before = figures.value(name)
    since = {}
    if sweeps.settled():
        others = (_lying(folder) | (aside.names() if aside else set())) - today
        since = {each: min(before.get(each, now), now) for each in others if MARKED.search(each)}
    over = {each for each, at in since.items() if at <= now - GRACE}
    left = {each: at for each, at in since.items() if each not in over}
    if left != before:
        figures.keep(name, left)
    for each in sorted(over):
        if aside:
            aside.remove(each)
        _remove(folder / each)
    return len(over)


def _figure() -> str:
    """Return the name of this machine's figure: each has a folder of its own, or looks at one."""
    return f"design {os.uname().nodename}"[:40]


def _aside() -> DesignInBucket | None:
    """Return where the design lies beside sheets in a bucket; None where sheets lie in a folder."""
    if "bucket" not in settings.PRESS_STORE:
        return None
    from dateline.press.stores.bucket import S3Store
    from dateline.press.stores.design_in_bucket import DesignInBucket

    place = store()
    return (
        DesignInBucket(place, settings.PRESS_DESIGN["keys"]) if isinstance(place, S3Store) else None
    )


def _lying(folder: Path) -> set[str]:
    """Return the names of the files below a folder; remove what was never finished."""
    files = {file for file in folder.rglob("*") if file.is_file()}
    strays = {file for file in files if file.suffix == ".tmp"}
    _remove(*(file for file in strays if time.time() - file.stat().st_mtime > STRAY_SECONDS))
    return {file.relative_to(folder).as_posix() for file in files - strays}


def _remove(*files: Path) -> None:
    """Remove files, if that can be done."""
    for file in files:
        with suppress(OSError):
            file.unlink(missing_ok=True)
