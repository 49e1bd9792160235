"""The epoch of readers' pages: one mark of all that makes them but records and settings.

Made of our rooms that a page can come from, file by file: code, templates of every suffix,
styles, scripts, static files and readers' catalogues; and of the site's own package, whole. So
any changed byte of them sweeps every page, and what comes out as it was keeps its file.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

from dateline.front import catalogues, folders

ROOMS = (
    "agents",
    "blocks",
    "chronology",
    "front",
    "lib",
    "media",
    "newsfeed",
    "press",
    "staff",
    "stories",
    "wire",
)
"""The face and all that it may import; `tests/front/test_epochs.py` holds the list complete."""
PACKAGES = ("jinja2", "markupsafe", "babel")
LEFT_OUT = frozenset({"__pycache__", "migrations"})
HOUSE = Path(__file__).resolve().parent.parent


@cache
def epoch(_plate: str = "") -> str:
    """Return the mark of all that makes pages; the same for every plate."""
    mark = hashlib.sha256()
    for name, path in files().items():
        mark.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    for package in PACKAGES:
        mark.update(f"{package} {metadata.version(package)}\0".encode())
    return mark.hexdigest()[:16]


def files() -> dict[str, Path]:
    """Return every file that a page's bytes can depend on, by a name that no machine changes."""
    words = HOUSE.glob(f"locale/*/LC_MESSAGES/{catalogues.DOMAIN}.po")
    ours = [*words, *(path for room in ROOMS for path in _inside(HOUSE / room))]
    found = {path.relative_to(HOUSE).as_posix(): path for path in ours}
    package = folders.package_folder()
    if package:
        own = {path.relative_to(package).as_posix(): path for path in _inside(package)}
        found |= {f"package/{name}": path for name, path in own.items()}
    return dict(sorted(found.items()))


def _inside(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, what Python makes there and migrations left out."""
    for path in folder.rglob("*"):
        if path.is_file() and not LEFT_OUT.intersection(path.relative_to(folder).parts):
            yield path
