"""A second design, with other bytes under the names of the first: in this process, or as a copy."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.front import assets
from tests.paths import ROOT

ICON, FONT = "icon.svg", "fonts/stix-two-text-latin-wght-normal.woff2"
OTHER_ICON = b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>'


@contextmanager
def changing() -> Iterator[Callable[[Path], None]]:
    """Yield a way to have this process take its design from another folder, until the end."""
    here = assets.FOLDER

    def use(folder: Path) -> None:
        assets.FOLDER = folder
        for held in (assets._paths, assets._addresses, assets._files, assets._by_name):
            held.cache_clear()

    try:
        yield use
    finally:
        use(here)


def another(folder: Path) -> Path:
    """Make a design with another icon and the same fonts."""
    shutil.copytree(ROOT / "dateline" / "front" / "static", folder)
    (folder / ICON).write_bytes(OTHER_ICON)
    return folder


def a_later_version(folder: Path) -> dict[str, str]:
    """Copy the package, with another icon; return the variables by which it runs."""
    ignore = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(ROOT / "dateline", folder / "dateline", ignore=ignore)
    (folder / "dateline" / "front" / "static" / ICON).write_bytes(OTHER_ICON)
    return {"PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1"}
